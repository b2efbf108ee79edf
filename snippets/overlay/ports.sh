# What becomes of an overlay network when a firewall between the machines blocks one port after another.
# nodes: docker1 docker2

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377
until docker network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done
until docker --context docker2 network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done
docker network create --driver overlay --attachable mynet
docker run -dit --name alpha --network mynet busybox
docker --context docker2 run -dit --name beta --network mynet busybox
until docker exec alpha nslookup -type=a beta >/dev/null 2>&1; do sleep 0.1; done
until docker exec alpha ping -c 1 -W 1 beta >/dev/null; do sleep 0.1; done

# %% data
# on: docker2
iptables -I INPUT -i eth0 -p udp --dport 4789 -j DROP

# %% without-data
# on: docker1
docker exec alpha nslookup -type=a beta
# fails
docker exec alpha ping -c 1 -W 1 beta
# claim overlay-port-4789: Where UDP port 4789 is blocked, names on an overlay network still resolve, but a container on the other machine is not reached.
[[ $out == "PING beta (10.0.1."*" 100% packet loss"* && $(docker exec alpha nslookup -type=a beta) == *"Name:"*"Address: 10.0.1."* ]]

# %% gossip
# on: docker2
iptables -D INPUT -i eth0 -p udp --dport 4789 -j DROP
iptables -I INPUT -i eth0 -p tcp --dport 7946 -j DROP
iptables -I INPUT -i eth0 -p udp --dport 7946 -j DROP
# on: docker1
iptables -I INPUT -i eth0 -p tcp --dport 7946 -j DROP
iptables -I INPUT -i eth0 -p udp --dport 7946 -j DROP

# %% started-meanwhile
# on: docker2
docker run -dit --name gamma --network mynet busybox

# %% _while
# on: docker1
for _ in $(seq 15); do docker exec alpha nslookup -type=a gamma && break; sleep 0.1; done >/dev/null 2>&1

# %% without-gossip
# on: docker1
# fails
docker exec alpha nslookup -type=a gamma
# claim overlay-port-7946: Where port 7946 is blocked, the machines of a swarm do not learn of each other's containers: a container started on one is unknown on the other.
[[ $(docker --context docker2 exec beta nslookup -type=a gamma) == *"Address: 10.0.1."* && $out == *"can't find gamma: NXDOMAIN"* ]]

# %% _forgotten
for _ in $(seq 100); do docker exec alpha nslookup -type=a beta >/dev/null 2>&1 || break; sleep 0.1; done

# %% forgotten
# fails
docker exec alpha nslookup -type=a beta
# claim overlay-gossip-forgets: After some seconds without port 7946 a machine of a swarm forgets another's containers, even those that it knew.
[[ $(docker --context docker2 inspect -f '{{.State.Running}}' beta) == true && $out == *"can't find beta: NXDOMAIN"* && $(docker exec alpha nslookup -type=a alpha) == *"Address: 10.0.1."* ]]
docker node ls
# claim overlay-manager-unaware: While port 7946 is blocked, the manager of a swarm still lists both machines as ready: the worker's connection to its port 2377 is up.
[[ $(docker node ls --format '{{.Hostname}} {{.Status}}' | sort) == $'docker1 Ready\ndocker2 Ready' && $(ss -Htn state established 'sport = :2377') == *"192.0.2.12"* ]]
