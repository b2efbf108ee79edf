# A published UDP port and what is sent to everybody; and a container that wakes a machine on the LAN.
# nodes: docker1 client

inside() { nsenter --net --target "$(docker inspect -f '{{.State.Pid}}' "$1")" "${@:2}"; }

cat >hear.py <<'END'
import socket
receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("", 5353))
group = socket.inet_aton("224.0.0.251") + socket.inet_aton("0.0.0.0")
receiver.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
while True:
    text, (sender, port) = receiver.recvfrom(1500)
    print(f"{sender}: {text.decode().strip()}", flush=True)
END

# %% publish
docker run -dit --name published --publish 5353:5353/udp busybox
inside published python3 hear.py >heard &

# %% _listening
until inside published ip maddr | grep -q 224.0.0.251; do sleep 0.05; done

# %% call
# on: client
echo "multicast" | nc -u -q 0 224.0.0.251 5353
echo "broadcast" | nc -u -b -q 0 192.0.2.255 5353
echo "unicast" | nc -u -q 0 192.0.2.11 5353

# %% _arrived
# on: docker1
for _ in $(seq 200); do [[ $(wc -l <heard) == 2 ]] && break; sleep 0.05; done

# %% heard
# on: docker1
sort heard
# claim multicast-not-published: Multicasts from the LAN do not come in through a published UDP port, while what is sent to the host's address does.
[[ $out == *"192.0.2.50: unicast"* && $out != *multicast* ]]
# claim multicast-broadcast-published: Broadcasts from the LAN to a published UDP port come in through docker-proxy, with the gateway's address as the sender.
[[ $out == "172.17.0.1: broadcast"* && $(pgrep -fa docker-proxy) == *"-proto udp "*"-host-port 5353"* ]]

# %% without
kill $(pgrep -f 'docker-proxy -proto udp')

# %% _ended
while pgrep -f 'docker-proxy -proto udp' >/dev/null; do sleep 0.05; done

# %% again
# on: client
echo "second broadcast" | nc -u -b -q 0 192.0.2.255 5353
echo "second unicast" | nc -u -q 0 192.0.2.11 5353

# %% _without
# on: docker1
for _ in $(seq 200); do [[ $(wc -l <heard) == 3 ]] && break; sleep 0.05; done

# %% heard-without
# on: docker1
grep second heard
# claim multicast-broadcast-proxy: Broadcasts to a published UDP port come in by docker-proxy: without it they do not arrive, while what is sent to the host's address still does.
[[ $out == "192.0.2.50: second unicast" && $(sort heard) == "172.17.0.1: broadcast"* ]]

# %% listen
# on: client
tcpdump -l -tqni eth0 udp dst port 9 >woken 2>log &

# %% _client
# on: client
until grep -q listening log; do sleep 0.05; done

# %% before
# on: docker1
echo "before" | inside published nc -u -b -q 0 -p 4001 192.0.2.255 9

# %% forward
sysctl -w net.ipv4.conf.all.bc_forwarding=1 net.ipv4.conf.docker0.bc_forwarding=1
echo "afterwards" | inside published nc -u -b -q 0 -p 4002 192.0.2.255 9

# %% _woken
# on: client
for _ in $(seq 200); do [[ -s woken ]] && break; sleep 0.05; done

# %% woken
# on: client
cat woken
# claim multicast-directed: With bc_forwarding, which is off by default, the host hands on what a container on a bridge network sends to the LAN's broadcast address.
[[ $out == "IP 192.0.2.11.4002 > 192.0.2.255.9: UDP, length 11" ]]
