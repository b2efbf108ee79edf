# A subnet of containers behind the host's network card, which forwards to it like a router: the driver ipvlan, modes l3 and l3s.
# nodes: docker1 client
# needs: kernel ipvlan

# %% create
docker network create --driver ipvlan --subnet 198.51.100.0/24 --opt parent=eth0 --opt ipvlan_mode=l3 routed
docker run -dit --name alpha --network routed --ip 198.51.100.77 busybox

# %% inside [picture]
docker exec alpha ip addr show eth0
# claim ipvlan-l3-no-arp: In the mode l3 a container's interface does without ARP.
[[ $out == *NOARP* ]]
docker exec alpha ip route
# claim ipvlan-l3-no-gateway: In the mode l3 a container has a default route without a gateway: everything goes out by its interface.
[[ $out == "default dev eth0 "* && $out != *" via "* ]]

# %% no-route
# on: client
# fails
ping -c 1 -W 1 198.51.100.77
# claim ipvlan-l3-lan-does-not-know: In the mode l3 another machine on the LAN does not reach a container unless it is told the way.
[[ $out == *" 100% packet loss"* && $(ip route get 198.51.100.77) == *" via 192.0.2.1 "* ]]

# %% with-route
ip route add 198.51.100.0/24 via 192.0.2.11
ping -c 1 198.51.100.77
# claim ipvlan-l3-route: In the mode l3 a route by way of the host is all that another machine on the LAN needs to reach a container.
[[ $out == *"from 198.51.100.77: "* && $(ip route get 198.51.100.77) == *" via 192.0.2.11 "* ]]
# on: docker1

# %% firewall
iptables -I INPUT -d 198.51.100.77 -j DROP
iptables -I FORWARD -d 198.51.100.77 -j DROP
# on: client
ping -c 1 198.51.100.77
# on: docker1
iptables -vnL INPUT
# claim ipvlan-l3-skips-the-firewall: In the mode l3 packets for a container do not go through the host's firewall: a rule that drops them is never asked.
[[ $(iptables -vS INPUT) == *"-d 198.51.100.77/32 -c 0 0 -j DROP"* && $(iptables -vS FORWARD) == *"-d 198.51.100.77/32 -c 0 0 -j DROP"* ]]

# %% l3s
docker rm -f alpha
docker network rm routed
docker network create --driver ipvlan --subnet 198.51.100.0/24 --opt parent=eth0 --opt ipvlan_mode=l3s routed
docker run -dit --name alpha --network routed --ip 198.51.100.77 busybox

# %% l3s-firewall
# on: client
# fails
ping -c 1 -W 1 198.51.100.77
# on: docker1
iptables -vnL INPUT
# claim ipvlan-l3s-firewall: In the mode l3s packets for a container go through the host's firewall, by its chain INPUT.
[[ $(iptables -vS INPUT) == *"-d 198.51.100.77/32 -c "[1-9]*" -j DROP"* && $(iptables -vS FORWARD) == *"-d 198.51.100.77/32 -c 0 0 -j DROP"* ]]

# %% l3s-allowed
iptables -D INPUT -d 198.51.100.77 -j DROP
# on: client
ping -c 1 198.51.100.77
# claim ipvlan-l3s-allowed: In the mode l3s another machine on the LAN reaches a container unless a rule of the host's firewall forbids it.
[[ $out == *"from 198.51.100.77: "* ]]
# on: docker1
