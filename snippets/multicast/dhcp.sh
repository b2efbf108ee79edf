# Two containers that ask the LAN for an address, by DHCP.
# nodes: docker1 client
# needs: kernel macvlan

# %% server
# on: client
dnsmasq --port=0 --dhcp-range=192.0.2.200,192.0.2.210 --dhcp-sequential-ip --no-ping --dhcp-leasefile=/run/leases

# %% start
# on: docker1
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan
docker run -dit --name on-bridge busybox
docker run -dit --name on-macvlan --network lan busybox

# %% macvlan
docker exec -t on-macvlan udhcpc -n -q -s /bin/true
# claim multicast-dhcp-macvlan: A container on a macvlan network gets an answer from the DHCP server of the LAN.
[[ $out == *"lease of 192.0.2.200 obtained from 192.0.2.50"* ]]
docker inspect -f '{{.NetworkSettings.Networks.lan.IPAddress}}' on-macvlan
# claim multicast-dhcp-not-docker: The address that Docker gives a container on a macvlan network is from its own list, not the one that the LAN's DHCP server would give.
[[ $out == 192.0.2.128 && $(docker exec on-macvlan hostname -i) == 192.0.2.128 ]]

# %% bridge
# fails
docker exec -t on-bridge udhcpc -n -q -t 2 -T 1 -s /bin/true
# claim multicast-dhcp-bridge: A container on a bridge network gets no answer from the DHCP server of the LAN, while one on a macvlan network does.
[[ $out == *"no lease"* && $(docker exec on-macvlan udhcpc -n -q -s /bin/true 2>&1) == *"lease of 192.0.2.200 obtained"* ]]
