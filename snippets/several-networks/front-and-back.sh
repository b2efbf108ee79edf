# A container between two networks: it sees both, and they do not see each other.

# %% networks
docker network create front
docker network create back
docker network inspect -f '{{.Name}} {{(index .IPAM.Config 0).Subnet}}' front back

# %% start [picture]
docker run -dit --name guest --network front busybox
docker run -dit --name web --network front busybox
docker run -d --name db --network back busybox nc -ll -p 5432 -e echo "I am db."
# fails
docker exec web ping -c 1 db
# claim several-apart: A container on one network does not know the names of another network.
[[ $out == *"bad address 'db'" ]]

# %% connect [picture]
docker network connect back web
docker exec web ip -4 addr
# claim several-two-interfaces: A container on two networks has two interfaces, each with an address of its network.
[[ $(docker exec web ls /sys/class/net | xargs) == "eth0 eth1 lo" && $out == *"inet 172.18.0.3/16"*" eth0"*"inet 172.19.0.3/16"*" eth1"* ]]

# %% reach
docker exec web ping -c 1 db | head -n 1
docker exec web ping -c 1 guest | head -n 1
# claim several-reaches-both: A container on two networks reaches the neighbours on both, by name.
[[ $out == "PING guest (172.18.0.2)"* && $(docker exec web ping -c 1 db) == *"from 172.19.0.2: "* && $(docker exec web ping -c 1 guest) == *"from 172.18.0.2: "* ]]

# %% two-addresses
docker exec guest ping -c 1 web | head -n 1
docker exec db ping -c 1 web | head -n 1
# claim several-name-two-addresses: The name of a container on two networks stands on each of them for its address there.
[[ $out == "PING web (172.19.0.3)"* && $(docker exec guest ping -c 1 web) == *"from 172.18.0.3: "* ]]

# %% not-through
# fails
docker exec guest ping -c 1 db
# fails
docker exec guest ping -c 1 -W 1 172.19.0.2
# claim several-no-way-through: A container on two networks does not connect them: neighbours on the one do not reach neighbours on the other, by name or by address.
[[ $out == *" 100% packet loss"* && $(docker exec web ping -c 1 172.19.0.2) == *"from 172.19.0.2: "* ]] && ! docker exec guest ping -c 1 db

# %% hand-on
docker exec -d web nc -ll -p 80 -e nc db 5432

# %% _listening
until docker exec guest nc -w 1 web 80; do sleep 0.05; done

# %% ask
docker exec guest nc -w 1 web 80
# claim several-program-hands-on: A program in a container on two networks can take a connection on the one and hand it on to the other.
[[ $out == "I am db." ]]

# %% disconnect
docker network disconnect back web
docker exec web ls /sys/class/net
# claim several-disconnect: A container can leave one of its networks while it runs, and the interface is gone.
[[ $out == $'eth0\nlo' && $(docker inspect -f '{{.State.Status}} {{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' web) == "running <front>" ]]
