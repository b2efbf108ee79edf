# Leaving, joining and choosing an address: the default bridge and a user-defined network.

docker network create --subnet 198.51.100.0/24 mynet

# %% leave
docker run -dit --name alpha busybox
docker network connect mynet alpha
docker network disconnect bridge alpha
docker exec alpha ip -4 addr
# claim default-bridge-leave: A running container can leave the default bridge, and it can join and leave a user-defined network.
[[ $(docker inspect -f '{{.State.Running}}{{range $name, $_ := .NetworkSettings.Networks}} {{$name}}{{end}}' alpha) == "true mynet" && $out == *"inet 198.51.100.2/24 "* ]]

# %% back
docker network disconnect mynet alpha
docker network connect bridge alpha
docker exec alpha ip -4 addr
# claim default-bridge-back: A running container can join the default bridge again.
[[ $(docker inspect -f '{{.State.Running}}{{range $name, $_ := .NetworkSettings.Networks}} {{$name}}{{end}}' alpha) == "true bridge" && $out == *"inet 172.17.0.2/16 "* ]]

# %% fixed
# fails
docker network connect --ip 172.17.0.99 bridge alpha
docker network connect --ip 198.51.100.77 mynet alpha
docker inspect -f '{{range $name, $it := .NetworkSettings.Networks}}{{println $name $it.IPAddress}}{{end}}' alpha
# claim default-bridge-no-fixed: A running container that asks for an address of its choice is refused on the default bridge, and gets it on a network that was made with a subnet.
[[ $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}} {{.NetworkSettings.Networks.mynet.IPAddress}}' alpha) == "172.17.0.2 198.51.100.77" ]]

# %% kept
docker stop -t 0 alpha
docker run -dit --name beta busybox
docker start alpha
docker inspect -f '{{range $name, $it := .NetworkSettings.Networks}}{{println $name $it.IPAddress}}{{end}}' alpha
# claim default-bridge-not-kept: After a stop and a start, a container may have another address on the default bridge; an address of its choice on a user-defined network is kept.
[[ $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}} {{.NetworkSettings.Networks.mynet.IPAddress}}' alpha) == "172.17.0.3 198.51.100.77" ]]
