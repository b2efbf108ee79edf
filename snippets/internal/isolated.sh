# An internal network on which not even the host has an address.
# needs: engine >= 28

# %% create
docker network create --internal --opt com.docker.network.bridge.gateway_mode_ipv4=isolated alone
docker run -dit --name alpha --network alone busybox
docker run -dit --name beta --network alone busybox
docker network inspect -f '{{json .IPAM.Config}}' alone
ip -4 -br addr
# claim internal-isolated-no-host-address: On an internal network with the gateway mode isolated, the host has no address.
[[ $(ip -4 -br addr) != *172.18.* && $(docker exec alpha hostname -i) == 172.18.* ]]

# %% neighbours
docker exec alpha ping -c 1 beta
# claim internal-isolated-neighbours: On an internal network with the gateway mode isolated, containers still reach each other by name.
[[ $out == *"64 bytes from $(docker exec beta hostname -i): "* ]]

# %% host
# fails
ping -c 1 -W 1 172.18.0.1
# claim internal-isolated-not-from-host: The host does not reach a container on an internal network with the gateway mode isolated.
[[ $out == *" 100% packet loss"* && $(docker exec alpha hostname -i) == 172.18.0.1 ]]
