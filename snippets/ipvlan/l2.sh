# Containers with addresses of their own on the LAN and the host's MAC address, by the driver ipvlan.
# nodes: docker1 client server
# needs: kernel ipvlan

before=$(ls /sys/class/net)

# %% create
docker network create --driver ipvlan --subnet 192.0.2.0/24 --gateway 192.0.2.1 --opt parent=eth0 lan
docker run -dit --name alpha --network lan --ip 192.0.2.201 busybox
docker run -dit --name beta --network lan --ip 192.0.2.202 busybox
# claim ipvlan-adds-no-interface: On the host, an ipvlan network and its containers add no interface.
[[ $(ls /sys/class/net) == "$before" ]]

# %% one-mac [picture]
ip addr show eth0
docker exec alpha ip addr show eth0
# claim ipvlan-one-mac: Containers on an ipvlan network have the MAC address of the host's network card.
[[ $(docker exec alpha cat /sys/class/net/eth0/address) == "$(cat /sys/class/net/eth0/address)" && $(docker exec beta cat /sys/class/net/eth0/address) == "$(cat /sys/class/net/eth0/address)" ]]
# claim ipvlan-own-address: A container on an ipvlan network can have an address of its own in the LAN's subnet.
[[ $out == *" 192.0.2.201/24 "* && $(ip -4 addr show eth0) == *" 192.0.2.11/24 "* ]]

# %% neighbour
# on: client
ping -c 1 192.0.2.201
# claim ipvlan-lan-reaches: Another machine on the LAN reaches a container on an ipvlan network at the container's own address, without a route and without a published port.
[[ $out == *"from 192.0.2.201: "*" ttl=64 "* && $(ip route get 192.0.2.201) == "192.0.2.201 dev eth0 "* ]]
ping -c 1 192.0.2.202
arp -n 192.0.2.201
arp -n 192.0.2.202
# claim ipvlan-lan-sees-one-mac: To the LAN, all containers on an ipvlan network are at one MAC address, the host's.
[[ $(ping -c 1 192.0.2.11 >/dev/null; ip neigh show to 192.0.2.0/24 nud all | awk '$1 ~ /\.(11|201|202)$/ {print $5}' | sort | uniq -c) == *" 3 52:54:00:00:02:0b" ]]
# on: docker1

# %% names
docker exec alpha ping -c 1 beta
# claim ipvlan-names: On an ipvlan network a container reaches its neighbour by name.
[[ $out == "PING beta (192.0.2.202): "*"from 192.0.2.202: "* ]]

# %% outside
docker exec alpha wget -qO- http://example.com
# claim ipvlan-no-nat: To a server outside, a container on an ipvlan network appears under its own address.
[[ $out == *"You come from 192.0.2.201." ]]

# %% host
# fails
ping -c 1 -W 1 192.0.2.201
# fails
docker exec alpha ping -c 1 -W 1 192.0.2.11
# claim ipvlan-not-the-host: A container on an ipvlan network and its own host do not reach each other by way of the network card they share.
[[ $out == *" 100% packet loss"* && $(ip -4 -br addr show eth0) == *" 192.0.2.11/24"* ]] && ! ping -c 1 -W 1 192.0.2.201
