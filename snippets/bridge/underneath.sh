# What one bridge network with two containers looks like to Linux.
# nodes: docker1 server

# %% start [picture]
docker network create --subnet 198.51.100.0/24 --opt com.docker.network.bridge.name=br-shop shop
docker run -dit --name alpha --network shop busybox
docker run -dit --name beta --network shop -p 8080:80 busybox

# %% links
ip -br link show master br-shop
ip -4 -br addr show br-shop
# claim bridge-own-name: With the option com.docker.network.bridge.name the Linux bridge of a network gets the name of your choice.
[[ -d /sys/class/net/br-shop/bridge && $(ip -br link show master br-shop | wc -l) == 2 ]]

# %% routes
ip route
docker exec alpha ip route
# claim bridge-routes: The host has a route to a bridge network's range, straight to its Linux bridge; a container there has that and a default route to the host's address on it.
[[ $(ip route show 198.51.100.0/24) == *"dev br-shop "*"src 198.51.100.1"* && $(docker exec alpha ip route) == *"default via 198.51.100.1 dev eth0"*"198.51.100.0/24 dev eth0"* ]]

# %% table
docker exec alpha ping -c 1 beta
bridge fdb show br br-shop | grep -v permanent
# claim bridge-learns: A Linux bridge learns from the packets that pass, behind which of its ports each MAC address is.
[[ $(bridge fdb show br br-shop) == *"$(docker exec alpha cat /sys/class/net/eth0/address) dev veth"* && $(bridge fdb show br br-shop) == *"$(docker exec beta cat /sys/class/net/eth0/address) dev veth"* ]]

# %% nat
iptables -t nat -S | grep -e br-shop -e 198.51.100
# claim bridge-nat-out: For each bridge network there is one rule that puts the host's address on what leaves it.
[[ $(iptables -t nat -S POSTROUTING | grep -c -e '-s 198.51.100.0/24 ! -o br-shop -j MASQUERADE') == 1 ]]
# claim bridge-nat-in: For each published port there is a rule that sends what arrives at the host's port to the container's address.
[[ $(iptables -t nat -S DOCKER) == *"--dport 8080 -j DNAT --to-destination 198.51.100.3:80"* && $(docker exec beta hostname -i) == 198.51.100.3 ]]

# %% filter
iptables -S | grep br-shop
# claim bridge-filter-published: In the firewall's table filter, one rule lets in what is for a published port of a container.
[[ $(iptables -S DOCKER | grep -c -e '-d 198.51.100.3/32 ! -i br-shop -o br-shop -p tcp -m tcp --dport 80 -j ACCEPT') == 1 ]]
# claim bridge-filter-isolation: In the firewall's table filter, rules keep what comes from one bridge network from leaving by the bridge of another.
[[ $(iptables -S DOCKER-ISOLATION-STAGE-1) == *"-i br-shop ! -o br-shop -j DOCKER-ISOLATION-STAGE-2"* && $(iptables -S DOCKER-ISOLATION-STAGE-2) == *"-o br-shop -j DROP"* ]]

# %% nft
nft list chain ip nat POSTROUTING
# claim bridge-nft: The rules that iptables shows are the kernel's nftables rules, and nft shows them too.
[[ $out == *'ip saddr 198.51.100.0/24'*masquerade* && $out == *'oifname != "br-shop"'* && $(iptables --version) == *nf_tables* ]]

# %% removed
docker rm -f alpha beta
docker network rm shop
iptables-save | grep -c -e br-shop || true
# claim bridge-cleans-up: When a bridge network is removed, its Linux bridge, its routes and its firewall rules are gone.
[[ $out == 0 && ! -e /sys/class/net/br-shop && -z $(ip route show 198.51.100.0/24) && $(iptables-save && ip6tables-save) != *br-shop* && $(iptables-save) != *198.51.100* && $(iptables-save) == *docker0* ]]
