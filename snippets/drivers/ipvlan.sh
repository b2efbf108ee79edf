# The driver ipvlan, held against the others: addresses on the LAN with the host's MAC address.
# nodes: docker1 client server
# needs: kernel ipvlan

# %% network
docker network create --driver ipvlan --opt parent=eth0 --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.192/26 lan
docker run -dit --name alpha --network lan busybox
docker run -d --name beta --network lan -p 8080:80 busybox httpd -f
# claim drivers-ipvlan-scope: A network of the driver ipvlan belongs to one host.
[[ $(docker network inspect -f '{{.Driver}} {{.Scope}}' lan) == "ipvlan local" ]]

# %% same-mac
docker exec alpha ip addr show eth0
cat /sys/class/net/eth0/address
# claim drivers-ipvlan-address: A container on an ipvlan network has an address of its own on the LAN.
[[ $(docker exec alpha hostname -i) == 192.0.2.192 ]]
# claim drivers-ipvlan-mac: A container on an ipvlan network has the MAC address of the host's network card.
[[ $(docker exec alpha cat /sys/class/net/eth0/address) == "$(cat /sys/class/net/eth0/address)" ]]
# claim drivers-ipvlan-namespace: A container on an ipvlan network has a network namespace of its own.
[[ $(docker exec alpha readlink /proc/self/ns/net) != "$(readlink /proc/self/ns/net)" ]]

# %% reach
docker exec alpha ping -c 1 beta
# claim drivers-ipvlan-names: On an ipvlan network containers reach each other by name.
[[ $out == "PING beta (192.0.2.193)"*"1 packets received"* ]]
docker exec alpha ping -c 1 203.0.113.10
# claim drivers-ipvlan-outside: A container on an ipvlan network reaches the world outside.
[[ $out == *"from 203.0.113.10: "* ]]
docker exec -i alpha nc 203.0.113.10 80 <<<$'GET / HTTP/1.0\n' | tail -n 1
# claim drivers-ipvlan-seen-as-itself: The outside sees a container on an ipvlan network under its own address.
[[ $out == *"You come from 192.0.2.192." ]]
# fails
ping -c 1 -W 1 192.0.2.192
# claim drivers-ipvlan-not-from-host: The host does not reach its own containers on an ipvlan network.
[[ $out == *"100% packet loss"* ]]
# fails
curl -sS -m 1 http://localhost:8080
# claim drivers-ipvlan-no-port: For a container on an ipvlan network -p opens no port on the host.
[[ -z $(ss -Hltn 'sport = :8080') ]]
# on: client
ping -c 1 192.0.2.192
# claim drivers-ipvlan-from-lan: Another machine on the LAN reaches a container on an ipvlan network at its own address.
[[ $out == *"from 192.0.2.192: "* ]]
