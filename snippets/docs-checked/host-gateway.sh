# Where host-gateway points, for a container on a network of its own.

docker network create mynet

# %% address
docker run -dit --name alpha --network mynet --add-host outside:host-gateway busybox
docker exec alpha grep outside /etc/hosts
docker exec alpha ip route
# claim doc-host-gateway: The special address host-gateway is the host's address on the default bridge, also for a container on another network.
[[ $(docker exec alpha grep -w outside /etc/hosts) == "172.17.0.1"* && $out == "default via 172.18.0.1 "* && $(ip -4 -br addr show docker0) == *" 172.17.0.1/16"* ]]

# %% reach
docker exec alpha ping -c 1 outside
# claim doc-host-gateway-reached: By the name that stands for host-gateway, a container on another network reaches its host.
[[ $out == *"from 172.17.0.1: "* ]]
