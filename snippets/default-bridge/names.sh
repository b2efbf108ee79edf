# Names on the default bridge and on a user-defined network: DNS, aliases and links.
# nodes: docker1 server

docker network create mynet

# %% start
docker run -dit --name alpha busybox
docker run -dit --name beta busybox
docker run -dit --name one --network mynet busybox
docker run -dit --name two --network mynet --network-alias second busybox

# %% names
# fails
docker exec alpha ping -c 1 beta
docker exec one ping -c 1 two
# claim default-bridge-no-names: The name of a neighbour is unknown on the default bridge, and known on a user-defined network.
[[ $out == *"from $(docker exec two hostname -i): "* ]] && ! docker exec alpha ping -c 1 beta

# %% resolver
docker exec alpha grep nameserver /etc/resolv.conf
docker exec one grep nameserver /etc/resolv.conf
# claim default-bridge-whose-dns: On the default bridge a container asks the name server of its host, if that is on another machine; on a user-defined network it asks Docker's, at 127.0.0.11.
[[ $(docker exec alpha grep nameserver /etc/resolv.conf) == "$(grep nameserver /etc/resolv.conf)" && $out == "nameserver 127.0.0.11" ]]

# %% both-know-the-world
docker exec alpha nslookup -type=a example.com
docker exec one nslookup -type=a example.com
# claim default-bridge-world: Names of outside hosts resolve both on the default bridge and on a user-defined network.
[[ $out == *"Address: 203.0.113.10"* && $(docker exec alpha nslookup -type=a example.com) == *"Address: 203.0.113.10"* ]]

# %% alias
docker exec one ping -c 1 second
# fails
docker network connect --alias first bridge two
# claim default-bridge-no-alias: On a user-defined network a container can have a second name; on the default bridge a connection with a second name is refused.
[[ $(docker exec one nslookup -type=a second) == *"Address: $(docker exec two hostname -i)"* && $status != 0 && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' two) == "<mynet>" ]]

# %% links
docker run -dit --name gamma --link beta busybox
docker exec gamma ping -c 1 beta
# claim default-bridge-link: On the default bridge a link gives a container a name for another one, as a line in its own /etc/hosts.
[[ $out == *"from 172.17.0.3: "* && $(docker exec gamma grep -w beta /etc/hosts) == "172.17.0.3"* ]] && ! docker exec alpha grep -w beta /etc/hosts

# %% link-goes-stale
docker stop -t 0 alpha beta
docker start beta
docker exec beta hostname -i
docker exec gamma grep -w beta /etc/hosts
# claim default-bridge-link-updated: If the container that a link on the default bridge leads to comes back with another address, Docker changes the line in /etc/hosts.
[[ $(docker exec beta hostname -i) == 172.17.0.2 && $(docker exec gamma grep -w beta /etc/hosts) == "172.17.0.2"* ]]

# %% link-own
docker run -dit --name three --network mynet --link two:partner busybox
docker exec three nslookup -type=a partner
docker exec three grep -c partner /etc/hosts || true
# claim default-bridge-link-own: On a user-defined network a link is a private name in Docker's DNS, and adds no line to /etc/hosts.
[[ $(docker exec three nslookup -type=a partner) == *"Address: $(docker exec two hostname -i)"* && $out == 0 ]] && ! docker exec one ping -c 1 partner

# %% link-variables
docker run --rm --name four --link beta busybox env
docker run --rm --name four --network mynet --link two busybox env
# claim default-bridge-link-variables [engine <= 28]: On engines 20.10, 26.1 and 28.5 a link on the default bridge sets environment variables too; a link on a user-defined network does not.
[[ $out != *BETA* && $out != *TWO* && $(docker run --rm --link beta busybox env) == *"BETA_NAME="* ]]
