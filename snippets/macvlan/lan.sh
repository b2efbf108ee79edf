# A container with a MAC and an address of its own on the LAN: who reaches it, and who does not.
# nodes: docker1 client server
# needs: kernel macvlan

before=$({ iptables-save; ip6tables-save; } | grep -v -e '^[#:]')

# %% create
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan

# %% start [picture]
docker run -d --name alpha --network lan busybox httpd -f -h /tmp
docker exec alpha sh -c 'echo "Hello from alpha." >/tmp/index.html'
docker exec alpha ip addr show eth0
# claim macvlan-own-mac: A container on a macvlan network has a MAC address of its own, which is not the host's.
[[ $(docker exec alpha cat /sys/class/net/eth0/address) != "$(cat /sys/class/net/eth0/address)" && $out == *"$(docker inspect -f '{{.NetworkSettings.Networks.lan.MacAddress}}' alpha)"* ]]
# claim macvlan-own-address: A container on a macvlan network has an address from the range that the LAN itself uses.
[[ $out == *"inet 192.0.2.128/24"* && $(ip -4 -br addr show eth0) == *" 192.0.2.11/24"* ]]

# %% neighbour [path client 192.0.2.128]
# on: client
ping -c 1 192.0.2.128
# claim macvlan-neighbour: Another machine on the LAN reaches a container on a macvlan network directly, with no router in between.
[[ $out == *"from 192.0.2.128: "*" ttl=64 "* && $(ip route get 192.0.2.128) == "192.0.2.128 dev eth0 src 192.0.2.50"* ]]
ip neigh show 192.0.2.128
# on: docker1
# claim macvlan-neighbour-sees-mac: What the LAN sees of a container on a macvlan network is the container's own MAC, not the host's.
[[ $out == *"lladdr $(docker exec alpha cat /sys/class/net/eth0/address) "* ]]

# %% web
# on: client
curl -s http://192.0.2.128/
# on: docker1
# claim macvlan-no-publish: A port of a container on a macvlan network is open to the LAN although it was not published.
[[ $out == "Hello from alpha." && $(docker inspect -f '{{json .HostConfig.PortBindings}}' alpha) == "{}" ]]

# %% outside
docker exec alpha ip route
docker exec alpha wget -qO- http://example.com
# claim macvlan-no-nat: To a server outside, a container on a macvlan network appears under its own address; the host translates nothing.
[[ $out == *"You come from 192.0.2.128." && $(docker exec alpha ip route) == "default via 192.0.2.1 dev eth0"* ]]

# %% underneath
ip -br link
# claim macvlan-nothing-on-host: A macvlan network and its containers add no interface to the host, neither a bridge nor the end of a veth pair.
[[ $(ls -x /sys/class/net) == "docker0  eth0  lo" && $(docker ps --format '{{.Networks}}') == lan ]]
# claim macvlan-no-rules: Docker adds no firewall rule on the host for a macvlan network or a container on it.
[[ $({ iptables-save; ip6tables-save; } | grep -v -e '^[#:]') == "$before" && $before == *MASQUERADE* ]]

# %% inside
pid=$(docker inspect -f '{{.State.Pid}}' alpha)
nsenter --net --target "$pid" ip -br link show eth0
nsenter --net --target "$pid" ip -d link show eth0 | grep -o "macvlan mode [a-z]*"
# claim macvlan-on-parent: The interface of a container on a macvlan network is of the kind macvlan, and it sits directly on the host's network card.
[[ $out == "macvlan mode bridge" && $(docker exec alpha cat /sys/class/net/eth0/iflink) == "$(cat /sys/class/net/eth0/ifindex)" ]]

# %% listen
# on: client
tcpdump -tni eth0 -c 1 arp src 192.0.2.11 >heard 2>log &
# on: docker1
pid=$(docker inspect -f '{{.State.Pid}}' alpha)
nsenter --net --target "$pid" \
    tcpdump -tni eth0 -c 1 arp src 192.0.2.11 >heard 2>log &

# %% _listening
# on: client
until grep -q listening log; do sleep 0.05; done
# on: docker1
until grep -q listening log; do sleep 0.05; done

# %% host
# on: docker1
# fails
ping -c 1 -W 1 192.0.2.128
# claim macvlan-host-to-container: The host does not reach its own container on a macvlan network, while another machine on the LAN does.
[[ $out == *" 100% packet loss"* && $(ip route get 192.0.2.128) == "192.0.2.128 dev eth0 src 192.0.2.11"* ]]
# fails
docker exec alpha ping -c 1 -W 1 192.0.2.11
# claim macvlan-container-to-host: A container on a macvlan network does not reach its own host, while it reaches another machine on the LAN.
[[ $out == *" 100% packet loss"* ]] && docker exec alpha ping -c 1 192.0.2.50

# %% _heard
# on: client
for _ in $(seq 40); do [[ -s heard ]] && break; sleep 0.05; done

# %% heard
# on: client
cat heard
# claim macvlan-question-on-the-wire: When the host looks for its container on a macvlan network, its ARP request goes out to the LAN.
[[ $out == *"Request who-has 192.0.2.128 tell 192.0.2.11"* ]]
# on: docker1
wc -c heard
# claim macvlan-question-not-heard: The host's ARP request on the LAN does not come to its own container on a macvlan network.
[[ $out == "0 heard" && -n $(jobs -r) && $(ip neigh show 192.0.2.128) != *lladdr* ]]

# %% shim [picture]
ip link add shim link eth0 type macvlan mode bridge
ip link set shim up
ip route add 192.0.2.128/25 dev shim src 192.0.2.11

# %% shim-works
ping -c 1 192.0.2.128
# claim macvlan-shim: With a macvlan interface of its own on the same network card, and a route to the containers through it, the host reaches its containers on the macvlan network.
[[ $out == *"from 192.0.2.128: "* && $(ip route get 192.0.2.128) == "192.0.2.128 dev shim src 192.0.2.11"* ]]
docker exec alpha ping -c 1 192.0.2.11
# claim macvlan-shim-back: Through a macvlan interface of the host on the same network card, containers on a macvlan network reach the host at its usual address.
[[ $out == *"from 192.0.2.11: "* && $(docker exec alpha ip neigh show 192.0.2.11) == *"lladdr $(cat /sys/class/net/shim/address) "* ]]

# %% firewall
iptables -I INPUT -i eth0 -j DROP
iptables -I FORWARD -j DROP
# on: client
# fails
ping -c 1 -W 1 192.0.2.11
curl -s http://192.0.2.128/
# claim macvlan-past-the-firewall: The host's firewall does not see what the LAN sends to a container on a macvlan network: rules that drop what else comes in let it pass.
[[ $out == "Hello from alpha." ]] && ! ping -c 1 -W 1 192.0.2.11

# %% own-firewall
# on: docker1
nsenter --net --target "$pid" iptables -A INPUT -p tcp --dport 80 -j DROP
# on: client
# fails
curl -s --max-time 1 http://192.0.2.128/
# claim macvlan-own-firewall: A firewall rule inside the container's own network namespace does apply to a container on a macvlan network.
[[ $status == 28 ]] && ping -c 1 192.0.2.128

# %% publish
# on: docker1
docker run -d --name beta --network lan --publish 8080:80 busybox httpd -f
docker port beta
# claim macvlan-publish-ignored: For a container that is only on a macvlan network, --publish opens no port on the host.
[[ -z $out && $(docker inspect -f '{{json .HostConfig.PortBindings}}' beta) == *8080* && -z $(ss -Hlnt sport = :8080) ]]
