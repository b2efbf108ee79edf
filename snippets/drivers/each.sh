# One container on a network of each driver, side by side.
# nodes: docker1 docker2 client server
# needs: kernel macvlan
# needs: kernel vxlan

# %% networks
docker network create own
docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.192/26 lan
docker swarm init --advertise-addr 192.0.2.11 >/dev/null
docker --context docker2 swarm join --token "$(docker swarm join-token --quiet worker)" 192.0.2.11
docker network create --driver overlay --attachable wide

# %% containers
for network in bridge own host none lan; do docker run -dit --name on-$network --network $network busybox; done

# %% on-wide
docker run -dit --name on-wide --network wide busybox

# %% namespaces
echo "the host  $(readlink /proc/self/ns/net)"
for network in bridge own host none lan wide; do echo "on-$network  $(docker exec on-$network readlink /proc/self/ns/net)"; done
# claim drivers-namespaces: With every driver but host, a container has a network namespace of its own.
[[ $(awk '{ print $NF }' <<<"$out" | sort -u | wc -l) == 6 && $(docker exec on-host readlink /proc/self/ns/net) == "$(readlink /proc/self/ns/net)" ]]

# %% addresses
docker inspect -f '{{.Name}} {{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' on-bridge on-own on-host on-none on-lan on-wide
# claim drivers-own-address: The drivers bridge, macvlan and overlay give each container an address of its own; host and null give none.
[[ $(awk '{ print $2 }' <<<"$out" | xargs) == "172.17.0.2 172.18.0.2 192.0.2.192 10.0.1."* && $(awk 'NF == 2' <<<"$out" | wc -l) == 4 ]]

# %% mac
cat /sys/class/net/eth0/address
for network in bridge own lan wide; do docker exec on-$network cat /sys/class/net/eth0/address; done
# claim drivers-own-mac: With the drivers bridge, macvlan and overlay each container has a MAC address of its own.
[[ $(sort -u <<<"$out" | wc -l) == 4 && $out != *52:54:00:00:02:0b* ]]

# %% listen
# on: client
tcpdump -i eth0 --immediate-mode -lent 'ip or arp' >frames 2>log &

# %% _listening
until grep -q listening log; do sleep 0.05; done

# %% talk
# on: docker1
for network in bridge own host lan wide; do docker exec on-$network ping -c 1 192.0.2.50 | grep from; done

# %% _heard
# on: client
kill $!
wait

# %% seen
# on: client
grep -oE '^(..:){5}..' frames | sort -u | grep -v ^52:54:00:00:
# on: docker1
# claim drivers-mac-on-lan: When a container of each driver talks to the LAN, another machine there sees the MAC address of the macvlan container, and none of those on a bridge or an overlay network.
[[ $out == "$(docker exec on-lan cat /sys/class/net/eth0/address)" ]]

# %% outside
for network in own lan wide; do docker exec -i on-$network nc 203.0.113.10 80 <<<$'GET / HTTP/1.0\n' | tail -n 1; done
# claim drivers-own-seen-as-host: Outside hosts see a container on a user-defined bridge network under its host's address.
[[ $(sed -n 1p <<<"$out") == *"You come from 192.0.2.11." ]]
# claim drivers-macvlan-seen-as-itself: Outside hosts see a container on a macvlan network under its own address.
[[ $(sed -n 2p <<<"$out") == *"You come from 192.0.2.192." ]]
# claim drivers-overlay-seen-as-host: Outside hosts see a container on an overlay network under its host's address.
[[ $(sed -n 3p <<<"$out") == *"You come from 192.0.2.11." ]]

# %% none
docker run -dit --name published --network none -p 8080:80 busybox
docker port published
# claim drivers-none-no-port: For a container on the network none, -p opens no port on the host.
[[ -z $out && -z $(ss -Hltn 'sport = :8080') && $(docker inspect -f '{{len .HostConfig.PortBindings}}' published) == 1 ]]

# %% overlay
docker exec on-wide ls /sys/class/net
# claim drivers-overlay-two-interfaces: A container on an overlay network has a second interface, for the default route.
[[ $(xargs <<<"$out") == "eth0 eth1 lo" && $(docker exec on-wide ip route show default) == *"dev eth1"* ]]
docker exec on-wide ping -c 1 203.0.113.10
# claim drivers-overlay-outside: A container on an overlay network reaches outside hosts.
[[ $out == *"from 203.0.113.10: "* ]]
address=$(docker inspect -f '{{.NetworkSettings.Networks.wide.IPAddress}}' on-wide)
# fails
ping -c 1 -W 1 "$address"
# claim drivers-overlay-not-from-host: The host does not reach a container at its address on an overlay network.
[[ $out == *"100% packet loss"* && $address == 10.0.1.2 && $(ip route) != *10.0.1.* ]]
second=$(docker exec on-wide ip -4 addr show eth1 | sed -n 's/.*inet \([0-9.]*\).*/\1/p')
ping -c 1 "$second"
# claim drivers-overlay-second-from-host: The host reaches a container on an overlay network at its second address, that on the bridge docker_gwbridge.
[[ $out == *"from $second: "* && $(docker network inspect -f '{{range .Containers}}{{.IPv4Address}} {{end}}' docker_gwbridge) == *"$second/"* ]]
# on: client
ip route add 10.0.1.0/24 via 192.0.2.11
# fails
ping -c 1 -W 1 10.0.1.2
# claim drivers-overlay-not-from-lan: A machine on the LAN does not reach a container at its address on an overlay network, not even with a route by way of the container's host.
[[ $out == *"100% packet loss"* && $(ip route get 10.0.1.2) == *" via 192.0.2.11 "* && $(ping -c 1 192.0.2.11) == *"from 192.0.2.11: "* ]]
# on: docker1
docker --context docker2 run -dit --name far --network wide busybox
docker --context docker2 exec far ping -c 1 on-wide
# claim drivers-overlay-names: On an overlay network a container on another host is reached by name.
[[ $out == "PING on-wide (10.0.1."*"1 packets received"* ]]

# %% one-host
docker --context docker2 network ls
# claim drivers-one-host: Unless another scope is asked for, a network of the driver bridge or macvlan belongs to one host: another host of the swarm does not have it, while it has the overlay network.
[[ $out != *" own "* && $out != *" lan "* && $out == *" wide "* ]]
# claim drivers-scopes: Unless another scope is asked for, networks of the drivers bridge, host, null and macvlan have the scope local, those of overlay the scope swarm.
[[ $(docker network inspect -f '{{.Scope}}' bridge own host none lan wide | xargs) == "local local local local local swarm" ]]
