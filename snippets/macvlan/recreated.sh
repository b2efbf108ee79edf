# A container that returns at the same address on the LAN with another MAC address, and a parent that is not there.
# nodes: docker1 client
# needs: kernel macvlan

docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan

# %% before
docker run -dit --name alpha --network lan --ip 192.0.2.200 --mac-address 02:00:00:00:00:01 busybox
# on: client
ping -c 1 192.0.2.200
ip neigh show 192.0.2.200

# %% again
# on: docker1
docker rm -f alpha
docker run -dit --name alpha --network lan --ip 192.0.2.200 --mac-address 02:00:00:00:00:02 busybox
# on: client
# may fail
ping -c 1 -W 1 192.0.2.200
ip -o neigh show 192.0.2.200 | grep -o "lladdr [0-9a-f:]*"
# claim macvlan-announced [engine >= 28]: On engine 28.5 a container that returns on a macvlan network at its address with another MAC address is reached at once by a machine on the LAN that knew the earlier one.
[[ $out == "lladdr 02:00:00:00:00:02" ]] && ping -c 1 -W 1 192.0.2.200
# claim macvlan-not-announced [engine < 28]: On engines 20.10 and 26.1 a container that returns on a macvlan network at its address with another MAC address is not reached at first by a machine on the LAN that knew the earlier one.
[[ $out == "lladdr 02:00:00:00:00:01" ]]

# %% forget
# on: client
ip neigh flush to 192.0.2.200
ping -c 1 192.0.2.200
# claim macvlan-arp-forgotten: When a machine on the LAN forgets the MAC address that it had noted, it reaches a container that has returned with another one.
[[ $out == *"from 192.0.2.200: "* && $(ip neigh show 192.0.2.200) == *"lladdr 02:00:00:00:00:02 "* ]]

# %% parent
# on: docker1
# fails
docker network create --driver macvlan --opt parent=eth9 --subnet 198.51.100.0/24 typo
# claim macvlan-parent-missing: A macvlan network with a parent that is not an interface of the host, and not the name of a VLAN on one, is refused.
[[ -z $(docker network ls -qf name=typo) && ! -e /sys/class/net/eth9 && $out == *eth9* ]]
