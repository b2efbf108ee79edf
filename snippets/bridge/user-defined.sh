# A user-defined bridge network beside the default one: names, and a wall between the two.

before=$(docker info -f '{{json .Plugins.Network}}')

# %% create
docker network create mynet
docker network ls
# claim two-networks-one-driver: A network created without further options uses the same driver as the default network bridge.
[[ $(docker network inspect -f '{{.Driver}}' bridge mynet) == $'bridge\nbridge' ]]
# claim create-makes-no-driver: Creating a network adds no driver to the engine.
[[ $(docker info -f '{{json .Plugins.Network}}') == "$before" ]]

# %% own-bridge
ip -br link show type bridge
# claim own-linux-bridge: A user-defined bridge network has a Linux bridge of its own on the host, named br- and the first twelve digits of the network's id.
[[ -d /sys/class/net/br-$(docker network inspect -f '{{slice .Id 0 12}}' mynet)/bridge && -d /sys/class/net/docker0/bridge ]]

# %% subnets
docker network inspect -f '{{.Name}}: {{json .IPAM.Config}}' bridge mynet
# claim own-subnet: A user-defined bridge network gets a subnet of its own.
[[ $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' bridge mynet | sort -u | wc -l) == 2 ]]

# %% start
docker run -dit --name alpha --network mynet busybox
docker run -dit --name beta --network mynet busybox
# claim only-the-named-network: A container started with a network option is attached to that network only, not to the default bridge as well.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha beta) == $'<mynet>\n<mynet>' ]]

# %% by-name
docker exec alpha ping -c 1 beta
# claim names-on-user-defined: On a user-defined bridge a container reaches its neighbour by name.
[[ $out == "PING beta (172.18.0.3): "*"from 172.18.0.3: "* ]]

# %% resolver
docker exec alpha nslookup -type=a beta
# claim own-dns: On a user-defined bridge a container asks a DNS server at 127.0.0.11, which knows the other containers.
[[ $out == *"Server:"*"127.0.0.11"*"Name:"*"beta"*"Address: 172.18.0.3"* ]]

# %% apart [picture]
docker run -dit --name gamma busybox
# fails
docker exec gamma ping -c 1 -W 1 beta
# fails
docker exec gamma ping -c 1 -W 1 172.18.0.3
# claim bridges-are-apart: Containers on two different bridge networks do not reach each other, by name or by address.
[[ $out == *" 100% packet loss"* ]] && ! docker exec gamma ping -c 1 -W 1 beta && docker exec alpha ping -c 1 -W 1 172.18.0.3
