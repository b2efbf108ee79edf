# Who hears what the LAN sends to everybody, and whose calls the LAN hears.
# nodes: docker1 client
# needs: kernel macvlan

inside() { nsenter --net --target "$(docker inspect -f '{{.State.Pid}}' "$1")" "${@:2}"; }
address() { docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$1"; }

# %% start
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan
docker run -dit --name on-bridge busybox
docker run -dit --name on-macvlan --network lan busybox
docker run -dit --name on-host --network host busybox

# %% program
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

# %% listen
for name in on-bridge on-macvlan on-host; do
    inside $name python3 hear.py >heard-$name &
done

# %% _listening
for name in on-bridge on-macvlan on-host; do
    until inside $name ip maddr | grep -q 224.0.0.251; do sleep 0.05; done
done

# %% call
# on: client
echo "broadcast" | nc -u -b -q 0 192.0.2.255 5353
echo "multicast" | nc -u -q 0 224.0.0.251 5353

# %% _arrived
# on: docker1
for _ in $(seq 200); do [[ $(cat heard-on-host heard-on-macvlan | wc -l) == 4 ]] && break; sleep 0.05; done

# %% heard
# on: docker1
tail -n +1 heard-*
# claim multicast-host-hears: A program in a container on the network host hears broadcasts and multicasts from the LAN.
[[ $(<heard-on-host) == $'192.0.2.50: broadcast\n192.0.2.50: multicast' ]]
# claim multicast-macvlan-hears: A program in a container on a macvlan network hears broadcasts and multicasts from the LAN.
[[ $(<heard-on-macvlan) == $'192.0.2.50: broadcast\n192.0.2.50: multicast' ]]

# %% neighbour
docker run -dit --name neighbour busybox
echo "broadcast" | inside neighbour nc -u -b -q 0 172.17.255.255 5353
echo "multicast" | inside neighbour nc -u -q 0 224.0.0.251 5353

# %% _near
for _ in $(seq 200); do [[ $(wc -l <heard-on-bridge) == 2 ]] && break; sleep 0.05; done

# %% near
cat heard-on-bridge
# claim multicast-bridge-neighbour: Containers on one bridge network hear each other's broadcasts and multicasts.
[[ $out == "$(address neighbour): broadcast"*"$(address neighbour): multicast" ]]
# claim multicast-bridge-deaf: A program in a container on a bridge network hears neither broadcasts nor multicasts from the LAN, while one on the host hears both.
[[ $out == *multicast && $out != *192.0.2.50* && $(<heard-on-host) == *"192.0.2.50: broadcast"*"192.0.2.50: multicast"* ]]

# %% _client
# on: client
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

# %% client
# on: client
python3 hear.py >heard &

# %% _client-listens
# on: client
until ip maddr | grep -q 224.0.0.251; do sleep 0.05; done

# %% out
# on: docker1
for name in on-bridge on-macvlan on-host; do
    for target in 255.255.255.255 192.0.2.255 224.0.0.251 192.0.2.50; do
        echo "$name, to $target" | inside $name nc -u -b -q 0 $target 5353
    done
done

# %% _out
# on: client
for _ in $(seq 200); do grep -q "on-host, to 192.0.2.50" heard && break; sleep 0.05; done

# %% outside
# on: client
cat heard
# claim multicast-host-calls: Other machines on the LAN hear the broadcasts and multicasts of a container on the network host, under the host's address.
[[ $out == *"192.0.2.11: on-host, to 255.255.255.255"*"192.0.2.11: on-host, to 192.0.2.255"*"192.0.2.11: on-host, to 224.0.0.251"* ]]
# claim multicast-macvlan-calls: Other machines on the LAN hear the broadcasts and multicasts of a container on a macvlan network, under the container's own address.
[[ $out == *"192.0.2.128: on-macvlan, to 255.255.255.255"*"192.0.2.128: on-macvlan, to 192.0.2.255"*"192.0.2.128: on-macvlan, to 224.0.0.251"* ]]
# claim multicast-bridge-mute: Of what a container on a bridge network sends to everybody, by broadcast or by multicast, another machine on the LAN hears nothing, while it receives what is sent to its own address.
[[ $(grep on-bridge heard) == "192.0.2.11: on-bridge, to 192.0.2.50" && $out == *"on-host, to 224.0.0.251"* ]]

# %% at-host
# on: docker1
grep to heard-on-host
# claim multicast-bridge-to-host: The broadcasts of a container on a bridge network come as far as its own host.
[[ $out == *"$(address on-bridge): on-bridge, to 255.255.255.255"* ]]
# claim multicast-macvlan-not-host: The host does not hear the broadcasts and multicasts of its own container on a macvlan network, while another machine on the LAN does.
[[ $out != *on-macvlan* && $out == *"on-host, to 224.0.0.251"* ]]
