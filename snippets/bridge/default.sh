# Two containers on the default bridge, and everything they can and cannot reach.
# nodes: docker1 server client

# %% start
docker run -dit --name alpha busybox
docker run -dit --name beta busybox

# %% default-network
docker ps --format 'table {{.Names}}\t{{.Networks}}'
# claim default-network: A container started without a network option is attached to the network bridge and to no other.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha beta) == $'<bridge>\n<bridge>' ]]

# %% addresses [picture]
ip -4 -br addr
docker exec alpha ip -4 addr show eth0
docker exec beta ip -4 addr show eth0
# claim default-subnet: The default bridge has the subnet 172.17.0.0/16, and its containers get their addresses from it.
[[ $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' bridge) == 172.17.0.0/16 && $(docker exec alpha hostname -i) == 172.17.* && $(docker exec beta hostname -i) == 172.17.* ]]
# claim default-gateway: On the default bridge the host has an address too, 172.17.0.1 on the interface docker0, and it is the containers' default gateway.
[[ $(ip -4 -br addr show docker0) == *" 172.17.0.1/16"* && $(docker exec alpha ip route) == "default via 172.17.0.1 dev eth0"* ]]

# %% neighbour
docker exec alpha ping -c 1 172.17.0.3
# claim default-by-address: On the default bridge a container reaches its neighbour by address, with no router in between and no port to set.
[[ $out == *"from 172.17.0.3: "*" ttl=64 "* && $(docker inspect -f '{{len .HostConfig.PortBindings}}' alpha beta) == $'0\n0' ]]

# %% no-names
# fails
docker exec alpha ping -c 1 beta
# claim default-has-no-names: On the default bridge a container's name does not resolve.
[[ $status != 0 && $out == *"bad address 'beta'"* ]]
# fails
docker exec alpha nslookup -type=a beta
# claim default-asks-the-hosts-dns: On the default bridge a container asks the DNS server that its host asks, if that is on another machine.
[[ $out == *"Server:"*"192.0.2.1"* && $(grep nameserver /etc/resolv.conf) == "nameserver 192.0.2.1" ]]

# %% host-and-container
docker exec alpha ping -c 1 192.0.2.11
# claim container-to-host: A container on the default bridge reaches its host.
[[ $out == *"from 192.0.2.11: "* && $(ip -4 -br addr show eth0) == *" 192.0.2.11/24"* ]]
ping -c 1 172.17.0.2
# claim host-to-container: The host reaches a container on the default bridge at the container's own address.
[[ $out == *"from 172.17.0.2: "* && $(docker exec alpha hostname -i) == 172.17.0.2 ]]

# %% outside [path alpha example.com]
docker exec alpha ping -c 1 example.com
# claim container-to-outside: A container on the default bridge reaches a machine outside although it was started without an option for that, on a host whose firewall nobody changed.
[[ $out == *"from 203.0.113.10: "* && $(docker inspect -f '{{len .HostConfig.PortBindings}} {{len .HostConfig.Dns}} {{.HostConfig.Privileged}}' alpha) == "0 0 false" && $(iptables -S DOCKER-USER) != *ACCEPT* ]]
docker exec alpha wget -qO- http://example.com
# claim outside-sees-host: To a server outside, a container on the default bridge appears under the host's address.
[[ $out == *"You come from 192.0.2.11." && $(ip -4 -br addr show eth0) == *" 192.0.2.11/24"* ]]

# %% underneath
ip -br link show master docker0
# claim one-port-a-container: Each running container on the default bridge takes one port of docker0.
[[ $(wc -l <<<"$out") == "$(docker ps -q | wc -l)" && $(docker ps -q | wc -l) == 2 ]]
# claim uplink-is-no-port: The host's own network card, eth0, is not attached to docker0.
[[ -e /sys/class/net/eth0 && ! -e /sys/class/net/eth0/master ]]

# %% lan-neighbour
# on: client
# fails
ping -c 1 -W 1 172.17.0.2
# claim lan-cannot-reach: Another machine on the LAN gets no answer from a container's address on the default bridge, though it does from the host's.
[[ $out == *" 100% packet loss"* ]] && ping -c 1 -W 1 192.0.2.11

# %% lan-neighbour-with-route [path client 172.17.0.2]
ip route add 172.17.0.0/16 via 192.0.2.11
# fails
ping -c 1 -W 1 172.17.0.2
# claim route-does-not-help: A route to a container's address by way of the host does not help another machine on the LAN.
[[ $out == *" 100% packet loss"* && $(ip route get 172.17.0.2) == *" via 192.0.2.11 "* ]]
# on: docker1
iptables -t raw -S PREROUTING
# claim firewall-drops-direct [engine >= 28]: A packet for a container's address that comes from the LAN is dropped on the host, by a firewall rule.
[[ $(iptables -t raw -vS PREROUTING) == *"-d 172.17.0.2/32 ! -i docker0 -c 1 84 -j DROP"* ]]
