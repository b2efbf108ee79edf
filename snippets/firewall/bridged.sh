# Two containers on one network, and a firewall that forwards nothing.
# needs: kernel br_netfilter

# An engine with "iptables": false on a host without rules.
mapfile -d '' -t engine <"/proc/$(pidof dockerd)/cmdline"
kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
for table in filter nat raw; do iptables -t "$table" -F && iptables -t "$table" -X; done
iptables -P FORWARD ACCEPT
sysctl -qw net.bridge.bridge-nf-call-iptables=1
echo '{"iptables": false}' >/etc/docker/daemon.json
"${engine[@]}" >/run/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.1; done

# %% start
docker network create --opt com.docker.network.bridge.name=mybridge mynet
docker run -dit --name alpha --network mynet busybox
docker run -dit --name beta --network mynet busybox
docker exec alpha ping -c 1 -W 1 beta

# %% drop
iptables -P FORWARD DROP
# fails
docker exec alpha ping -c 1 -W 1 beta
# claim firewall-bridged-cut: With "iptables": false and the policy DROP in the chain FORWARD, containers on the same network do not reach each other, if net.bridge.bridge-nf-call-iptables is 1.
[[ $out == *" 100% packet loss"* && $(cat /proc/sys/net/bridge/bridge-nf-call-iptables) == 1 && $(iptables -P FORWARD ACCEPT; docker exec alpha ping -c 1 -W 1 beta) == *" 0% packet loss"* ]]

# %% _drop-again
iptables -P FORWARD DROP

# %% counted
iptables -A FORWARD -i mybridge -o mybridge -p icmp -j ACCEPT
docker exec alpha ping -c 1 -W 1 beta
iptables -vS FORWARD
# claim firewall-bridged-counted: With net.bridge.bridge-nf-call-iptables at 1, packets from one container to another on the same bridge pass the chain FORWARD, and a rule there can let them through.
[[ $out == *"-A FORWARD -i mybridge -o mybridge -p icmp -c 2 168 -j ACCEPT" ]]

# %% switch
iptables -F FORWARD
sysctl -w net.bridge.bridge-nf-call-iptables=0
docker exec alpha ping -c 1 -W 1 beta
# claim firewall-bridged-off: With net.bridge.bridge-nf-call-iptables at 0, packets between containers on the same bridge do not pass the chain FORWARD, so that its policy DROP does not stop them.
[[ $out == *" 0% packet loss"* && $(iptables -S FORWARD) == "-P FORWARD DROP" ]]
