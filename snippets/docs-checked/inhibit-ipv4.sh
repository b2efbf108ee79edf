# A bridge network whose bridge gets no address.
# nodes: docker1 server

# %% create
docker network create --opt com.docker.network.bridge.inhibit_ipv4=true mynet
bridge=br-$(docker network inspect -f '{{slice .Id 0 12}}' mynet)
ip -4 addr show "$bridge"
# claim doc-inhibit-no-address: With the option inhibit_ipv4, the bridge of a user-defined network has no IPv4 address.
[[ -d /sys/class/net/$bridge/bridge && -z $(ip -4 addr show "$bridge") ]]

# %% outside
docker run -dit --name alpha --network mynet busybox
docker exec alpha ip route
# fails
docker exec alpha nc -w 1 203.0.113.10 80
# claim doc-inhibit-no-way-out: With the option inhibit_ipv4, containers have a default route to an address that nobody has, and reach nothing outside their network.
[[ $out == *"(203.0.113.10): "* || $out == "nc: timed out" ]] && [[ $(docker exec alpha ip route) == "default via 172.18.0.1 "* ]]

# %% by-hand
ip addr add 172.18.0.1/16 dev "$bridge"
docker exec alpha ping -c 1 203.0.113.10
# claim doc-inhibit-by-hand: With the option inhibit_ipv4, containers reach the world outside once somebody gives the gateway's address to the bridge.
[[ $out == *"from 203.0.113.10: "* && $(ip -4 -br addr show "$bridge") == *" 172.18.0.1/16"* ]]
