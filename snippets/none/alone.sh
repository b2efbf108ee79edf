# A container without a network, and two ways of giving it one afterwards.

# %% start
docker run -dit --name hermit --network none busybox

# %% only-lo [picture]
docker exec hermit ip addr
# claim none-only-lo: A container on the network none has one interface, the loopback lo.
[[ $(docker exec hermit ls /sys/class/net) == lo ]]
# claim none-ipv6-loopback [engine >= 26]: On the network none, lo has the IPv6 address ::1 as well as 127.0.0.1.
[[ $out == *"inet 127.0.0.1/8"*"inet6 ::1/128"* ]]

# %% no-way-out
# fails
docker exec -t hermit ping -c 1 192.0.2.11
# claim none-no-route: A container on the network none has no route, and does not reach even its host.
[[ $out == *"Network is unreachable"* && -z $(docker exec hermit ip route) ]]
docker exec hermit ping -c 1 127.0.0.1
# claim none-talks-to-itself: On the network none, programs in one container can still talk to each other over lo.
[[ $out == *"from 127.0.0.1: "* ]]

# %% own-namespace
readlink /proc/self/ns/net
docker exec hermit readlink /proc/self/ns/net
# claim none-own-namespace: A container on the network none has a network namespace of its own.
[[ $out != "$(readlink /proc/self/ns/net)" && $out == net:* ]]

# %% null
docker network ls --filter driver=null
# fails
docker network create --driver null another
# claim one-null-network: A second network with the driver null is refused.
[[ $(docker network ls -q --filter driver=null | wc -l) == 1 && $out == *"only one instance"* ]]

# %% cable
pid=$(docker inspect -f '{{.State.Pid}}' hermit)
ip link add to-hermit type veth peer name eth0 netns "$pid"
ip addr add 198.51.100.1/24 dev to-hermit
ip link set to-hermit up

# %% other-end
nsenter -t "$pid" -n ip addr add 198.51.100.2/24 dev eth0
nsenter -t "$pid" -n ip link set eth0 up

# %% cable-works [picture]
docker exec hermit ping -c 1 198.51.100.1
# claim none-by-hand: A container on the network none can be given a network by hand while it runs.
[[ $out == *"from 198.51.100.1: "* && $(docker exec hermit ls /sys/class/net | xargs) == "eth0 lo" ]]

# %% engine-unaware
docker ps --format 'table {{.Names}}\t{{.Networks}}'
# claim none-by-hand-unknown: The engine knows nothing of an interface or an address that was added by hand.
[[ $(docker inspect -f '{{json .NetworkSettings}}' hermit) != *198.51.100* && $out == *"hermit    none"* ]]

# %% restart
docker restart -t 0 hermit
docker exec hermit ip addr
# claim none-by-hand-lost: After a restart of the container an interface made by hand is gone.
[[ $(docker exec hermit ls /sys/class/net) == lo ]]

# %% second-network
# fails
docker network connect bridge hermit
# claim none-refuses-a-second: As long as a container is on the network none, it cannot join another network.
[[ $out == *"cannot be connected to multiple networks"* && $(docker exec hermit ls /sys/class/net) == lo ]]

# %% leave-none
docker network disconnect none hermit
docker network connect bridge hermit
docker exec hermit ip -4 addr show eth0
# claim none-can-be-left: A running container can leave the network none and then join another.
[[ $out == *"inet 172.17.0.2/16"* && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' hermit) == "<bridge>" ]]
