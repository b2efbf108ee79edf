# A container with an address on the LAN by the driver macvlan: its gateway, its neighbour and its host.
# nodes: docker1 client
# needs: kernel macvlan

# %% gateway
docker network create --driver macvlan --subnet 192.0.2.0/24 --opt parent=eth0 first
docker run -dit --name alpha --network first --ip 192.0.2.200 busybox
docker exec alpha ip route
# claim doc-macvlan-first-address [engine <= 28]: On engines 20.10, 26.1 and 28.5 a macvlan network without --gateway gives its containers the first address of the subnet as gateway.
[[ $out == "default via 192.0.2.1 dev eth0"* && $(docker network inspect -f '{{json .IPAM.Config}}' first) != *Gateway* ]]

# %% neighbour
docker exec alpha ping -c 1 192.0.2.50
# claim doc-macvlan-neighbour: A container on a macvlan network reaches another machine on the LAN.
[[ $out == *"from 192.0.2.50: "* && $(docker exec alpha hostname -i) == 192.0.2.200 ]]

# %% host
# fails
docker exec alpha ping -c 1 -W 1 192.0.2.11
# fails
ping -c 1 -W 1 192.0.2.200
# claim doc-macvlan-not-the-host: A container on a macvlan network and its own host do not reach each other.
[[ $out == *" 100% packet loss"* && $(ip -4 -br addr show eth0) == *" 192.0.2.11/24"* ]] && ! docker exec alpha ping -c 1 -W 1 192.0.2.11

# %% shim
ip link add shim link eth0 type macvlan mode bridge
ip link set shim up
ip route add 192.0.2.200 dev shim src 192.0.2.11
ping -c 1 192.0.2.200
# claim doc-macvlan-shim: With a macvlan interface of its own on the same network card, the host reaches its containers on the macvlan network.
[[ $out == *"from 192.0.2.200: "* && $(ip route get 192.0.2.200) == *" dev shim "* ]]

# %% range
docker rm -f alpha
docker network rm first
docker network create --driver macvlan --subnet 192.0.2.0/24 --ip-range 192.0.2.128/25 --opt parent=eth0 second
docker run -dit --name beta --network second busybox
docker exec beta ip route
# claim doc-macvlan-range [engine <= 28]: On engines 20.10, 26.1 and 28.5 a macvlan network with --ip-range and without --gateway gives its containers the first address of that range as gateway.
[[ $out == "default via 192.0.2.128 dev eth0"* ]]
