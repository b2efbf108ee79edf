# A macvlan network in a VLAN of the LAN.
# needs: kernel macvlan
# needs: kernel vlan

# %% create
docker network create --driver macvlan --opt parent=eth0.50 --subnet 198.51.100.0/24 fifty
ip -d link show eth0.50 | grep -o "vlan protocol.* id [0-9]*"
# claim macvlan-vlan-made: If the parent of a macvlan network is called eth0.50, Docker makes this interface, for VLAN 50 on eth0.
[[ $out == *" id 50" && -e /proc/net/vlan/eth0.50 ]]

# %% remove
docker network rm fifty
ip -br link
# claim macvlan-vlan-removed: When the macvlan network is removed, Docker removes the VLAN interface that it made.
[[ ! -e /sys/class/net/eth0.50 && -e /sys/class/net/eth0 ]]
