# A call to everybody on an overlay network: who hears it, on the same machine and on another.
# nodes: docker1 docker2

inside() { nsenter --net --target "$(docker inspect -f '{{.State.Pid}}' "$1")" "${@:2}"; }

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377
until docker network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done
until docker --context docker2 network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done

# %% start
docker network create --driver overlay --subnet 10.1.0.0/24 --attachable mynet
docker run -dit --name alpha --network mynet --ip 10.1.0.10 busybox
docker run -dit --name near --network mynet --ip 10.1.0.20 busybox
docker --context docker2 run -dit --name far --network mynet --ip 10.1.0.30 busybox

# %% _known
# on: docker2
inside() { nsenter --net --target "$(docker inspect -f '{{.State.Pid}}' "$1")" "${@:2}"; }
# on: docker1
until docker exec alpha ping -c 1 -W 1 far >/dev/null 2>&1; do sleep 0.1; done
until docker exec alpha ping -c 1 -W 1 near >/dev/null 2>&1; do sleep 0.1; done

# %% listen
inside near tcpdump -l -tqni eth0 udp dst port 5353 >near 2>log &
# on: docker2
inside far tcpdump -l -tqni eth0 udp dst port 5353 >far 2>log &

# %% _listening
# on: docker1
for _ in $(seq 200); do grep -q listening log && break; sleep 0.05; done
# on: docker2
for _ in $(seq 200); do grep -q listening log && break; sleep 0.05; done

# %% call
# on: docker1
inside alpha ip route add 224.0.0.0/4 dev eth0
for target in 10.1.0.255 224.0.0.251 10.1.0.20 10.1.0.30; do
    echo "Hello" | inside alpha nc -u -b -q 0 -p 4000 $target 5353
done

# %% _arrived
# on: docker1
for _ in $(seq 200); do grep -q 10.1.0.20.5353 near && break; sleep 0.05; done
# on: docker2
for _ in $(seq 200); do grep -q 10.1.0.30.5353 far && break; sleep 0.05; done

# %% heard
# on: docker1
cat near
# claim multicast-overlay-near: On an overlay network, broadcasts and multicasts reach containers on the same machine.
[[ $out == *"10.1.0.10.4000 > 10.1.0.255.5353"*"10.1.0.10.4000 > 224.0.0.251.5353"* ]]
# on: docker2
cat far
# claim multicast-overlay-far: On an overlay network, neither broadcasts nor multicasts reach a container on another machine, while what is sent to its own address does.
[[ $out == "IP 10.1.0.10.4000 > 10.1.0.30.5353: UDP, length 6" ]]
