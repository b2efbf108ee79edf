# A host behind a link with small packets, a container that does not know it, and a server that is never told.
# nodes: docker1 server router
# needs: engine >= 26

# on: router
ip link set eth0 mtu 1400
# on: server
iptables -A INPUT -p icmp --icmp-type fragmentation-needed -j DROP
mkdir -p /run/files && head -c 100000 /dev/zero >/run/files/big
python3 -m http.server --directory /run/files 8000 >/run/files.log 2>&1 &
until nc -z 127.0.0.1 8000; do sleep 0.1; done
# on: docker1
ip link set eth0 mtu 1400

# %% sizes
cat /sys/class/net/eth0/mtu
docker run -dit --name alpha busybox
docker exec alpha cat /sys/class/net/eth0/mtu
# claim mtu-host-smaller: A container's interface keeps the MTU 1500, though the host's network card has 1400.
[[ $out == 1500 && $(cat /sys/class/net/eth0/mtu) == 1400 ]]

# %% small
docker exec alpha wget -qO- http://example.com
# claim mtu-small-passes: A container whose MTU is larger than that of the host's network card gets a small web page.
[[ $out == "Hello from example.com."* && $(docker exec alpha cat /sys/class/net/eth0/mtu) -gt $(cat /sys/class/net/eth0/mtu) ]]

# %% large
curl -s http://203.0.113.10:8000/big | wc -c
# claim mtu-host-gets-large: From the same server the host gets 100 000 bytes.
[[ $out == 100000 ]]
docker exec -t alpha sh -c 'wget -T 3 -qO- http://203.0.113.10:8000/big | wc -c'
# claim mtu-large-hangs: A container whose MTU is larger than that of the host's network card gets nothing of a large file, if the server is not told of the smaller packets.
[[ $out == *"timed out"* && $(tail -n 1 <<<"$out" | tr -d '\r') == 0 ]]

# %% not-told
# on: server
iptables -vS INPUT
# claim mtu-icmp-dropped: A router told a server that its packets are too large, and the server's firewall dropped what it said.
[[ $out =~ --icmp-type\ 3/4\ -c\ [1-9] ]]

# %% fix
# on: docker1
docker network create --opt com.docker.network.driver.mtu=1400 small
docker run -dit --name beta --network small busybox
docker exec beta sh -c 'wget -T 3 -qO- http://203.0.113.10:8000/big | wc -c'
# claim mtu-option-helps: A container on a network that was made with the MTU of the host's network card gets a large file.
[[ $out == 100000 && $(docker exec beta cat /sys/class/net/eth0/mtu) == $(cat /sys/class/net/eth0/mtu) ]]

# %% clamp
iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
docker exec alpha sh -c 'wget -T 3 -qO- http://203.0.113.10:8000/big | wc -c'
# claim mtu-clamp-helps: If the host rewrites what its containers say about sizes when they connect, a container with the larger MTU gets a large file.
[[ $out == 100000 && $(docker exec alpha cat /sys/class/net/eth0/mtu) == 1500 ]]
iptables -t mangle -D FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu

# %% tell
# on: server
iptables -D INPUT -p icmp --icmp-type fragmentation-needed -j DROP
# on: docker1
docker exec alpha sh -c 'wget -T 3 -qO- http://203.0.113.10:8000/big | wc -c'
# claim mtu-icmp-helps: If the server hears that its packets are too large, a container with the larger MTU gets a large file.
[[ $out == 100000 && -z $(iptables -t mangle -S FORWARD | grep TCPMSS) && $(docker exec alpha cat /sys/class/net/eth0/mtu) == 1500 ]]

# %% ping
pid=$(docker inspect -f '{{.State.Pid}}' alpha)
# fails
nsenter -t "$pid" -n ping -M 'do' -c 1 -s 1472 203.0.113.10
# claim mtu-ping-too-large: A ping of 1472 bytes that must not be cut into pieces does not pass a link with an MTU of 1400, and the answer names that MTU.
[[ $out == *" 100% packet loss"* && $out == *"mtu = 1400"* ]]
nsenter -t "$pid" -n ping -M 'do' -c 1 -s 1372 203.0.113.10
# claim mtu-ping-fits: A ping of 1372 bytes that must not be cut into pieces passes a link with an MTU of 1400.
[[ $out == *"1380 bytes from 203.0.113.10: "* ]]
