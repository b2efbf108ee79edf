# What a container on an internal network believes about the way out.
# nodes: docker1 server

docker network create --internal inner

# %% route
docker run -dit --name alpha --network inner busybox
docker exec alpha ip route
# claim eng-internal-default-route [engine <= 20]: On engine 20.10 a container on an internal network has a default route.
[[ $out == "default via 172.18.0.1 dev eth0"* ]]
# claim eng-internal-no-default-route [engine >= 26]: On engines 26.1 and 28.5 a container on an internal network has no default route.
[[ $out == "172.18.0.0/16 dev eth0"* && $out != *default* ]]

# %% outside
# fails
docker exec alpha nc -w 1 203.0.113.10 80
# claim eng-internal-waits [engine <= 20]: On engine 20.10 a connection from an internal network to the world outside gets no answer, and times out.
[[ $out == "nc: timed out" ]]
# claim eng-internal-unreachable [engine >= 26]: On engines 26.1 and 28.5 a connection from an internal network to the world outside fails at once.
[[ $out == *"(203.0.113.10): Network is unreachable" ]]

# %% host
# may fail
docker exec -t alpha ping -c 1 192.0.2.11
# claim eng-internal-reaches-lan-address [engine <= 20]: On engine 20.10 a container on an internal network reaches its host at the host's address on the LAN.
[[ $out == *"from 192.0.2.11: "* ]]
# claim eng-internal-lan-address-unreachable [engine >= 26]: On engines 26.1 and 28.5 a container on an internal network cannot reach its host at the host's address on the LAN.
[[ $out == *"Network is unreachable"* && $(ip -4 -br addr show eth0) == *" 192.0.2.11/24"* ]]

# %% gateway
docker exec alpha ping -c 1 172.18.0.1
# claim eng-internal-reaches-gateway: A container on an internal network reaches its host at the host's address on that network.
[[ $out == *"from 172.18.0.1: "* && $(docker network inspect -f '{{.Internal}}' inner) == true ]]
