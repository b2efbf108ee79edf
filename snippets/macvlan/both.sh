# A container that is on a macvlan network and on a bridge network at once.
# nodes: docker1 client server
# needs: kernel macvlan

# %% create
docker network create backend
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan

# %% start [picture]
docker run -dit --name database --network backend busybox
docker run -dit --name alpha --network lan busybox
docker network connect backend alpha
docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' alpha
# claim macvlan-with-bridge: A container can be on a macvlan network and on a bridge network at the same time.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha) == "<backend><lan>" ]]

# %% both-ways
docker exec alpha ping -c 1 database
# claim macvlan-bridge-neighbour: A container on a macvlan network and on a user-defined bridge network reaches its neighbours on the bridge by name.
[[ $out == *"PING database (172.18.0."*"from 172.18.0."* ]]
# on: client
ping -c 1 192.0.2.128
# claim macvlan-bridge-lan: A container on a macvlan network that joins a bridge network too still answers the LAN at its own address.
[[ $out == *"from 192.0.2.128: "*" ttl=64 "* ]]

# %% from-the-host
# on: docker1
docker inspect -f '{{.NetworkSettings.Networks.backend.IPAddress}}' alpha
ping -c 1 "$(docker inspect -f '{{.NetworkSettings.Networks.backend.IPAddress}}' alpha)"
# claim macvlan-bridge-host: The host reaches a container that is on a macvlan network and on a bridge network at its address on the bridge.
[[ $out == *"from 172.18.0."* ]] && ! ping -c 1 -W 1 192.0.2.128

# %% default-route
docker exec alpha ip route
docker exec alpha wget -qO- http://example.com
# claim macvlan-bridge-default-route: Of a container on the networks lan (macvlan) and backend (bridge) outside hosts see the host's address, because its default route leads through the bridge.
[[ $out == *"You come from 192.0.2.11." && $(docker exec alpha ip route) == "default via 172.18.0.1 dev eth1"* ]]
