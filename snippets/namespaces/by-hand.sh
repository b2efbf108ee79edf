# The same network without Docker: two namespaces, two veth pairs, one bridge.
# nodes: docker1 client server

# on: client
sysctl net.ipv4.ip_forward=0

# %% namespaces
ip netns add red
ip netns add blue
ip netns list
ip -n red -br link
# claim namespaces-new-is-empty: A new network namespace has one interface, lo, and even that is switched off.
[[ $(ip -n red -o link | wc -l) == 1 && $out == lo*DOWN* && $(ip netns list | wc -l) == 2 ]]

# %% bridge
ip link add br-hand type bridge
ip addr add 198.51.100.1/24 dev br-hand
ip link set br-hand up

# %% cables
ip link add veth-red type veth peer name eth0 netns red
ip link add veth-blue type veth peer name eth0 netns blue
ip link set veth-red master br-hand up
ip link set veth-blue master br-hand up
ip -br link show master br-hand
# claim namespaces-two-ends: Of the two ends of a veth pair, one can be in one network namespace and one in another.
[[ $(ip -n red -br link) == *"eth0@"* && -e /sys/class/net/veth-red && $(wc -l <<<"$out") == 2 ]]

# %% addresses [picture]
ip -n red addr add 198.51.100.2/24 dev eth0
ip -n red link set eth0 up
ip -n red route add default via 198.51.100.1
ip -n blue addr add 198.51.100.3/24 dev eth0
ip -n blue link set eth0 up
ip -n blue route add default via 198.51.100.1
ip -n red -4 -br addr
ip -n red route

# %% ping
nsenter --net=/run/netns/red ping -c 1 198.51.100.3
# claim namespaces-by-hand-neighbour: Two network namespaces on one Linux bridge made by hand reach each other.
[[ $out == *"from 198.51.100.3: "* && $(ip -n blue -4 -br addr show eth0) == *" 198.51.100.3/24"* ]]
nsenter --net=/run/netns/red ping -c 1 198.51.100.1
# claim namespaces-by-hand-host: From network namespaces on a Linux bridge made by hand, the host is reached at the address of the bridge.
[[ $out == *"from 198.51.100.1: "* && $(ip -4 -br addr show br-hand) == *" 198.51.100.1/24"* ]]

# %% no-answer
# fails
nsenter --net=/run/netns/red ping -c 1 -W 1 203.0.113.10
# claim namespaces-by-hand-no-way-out: A bridge, veth pairs and addresses made by hand do not lead outside as long as the host does not forward.
[[ $out == *" 100% packet loss"* && $(cat /proc/sys/net/ipv4/ip_forward) == 0 ]] && ping -c 1 -W 1 203.0.113.10

# %% way-out
sysctl net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -s 198.51.100.0/24 ! -o br-hand -j MASQUERADE
nsenter --net=/run/netns/red curl -s http://203.0.113.10
# claim namespaces-by-hand-way-out: With forwarding switched on and one rule for NAT, a namespace made by hand reaches a server outside, which sees the host's address.
[[ $out == *"You come from 192.0.2.50." && $(ip -4 -br addr show eth0) == *" 192.0.2.50/24"* ]]

# %% dockers-rule
# on: docker1
iptables -t nat -S POSTROUTING
cat /proc/sys/net/ipv4/ip_forward
# claim namespaces-dockers-rule: On a Docker host forwarding is on, and a rule for NAT masquerades what leaves the default bridge.
[[ $(iptables -t nat -S POSTROUTING) == *"-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE"* && $out == 1 ]]
