# What each machine lists of an overlay network, also while it is cut off from the LAN.
# nodes: docker1 docker2

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377
until docker network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done
until docker --context docker2 network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done
docker network create --driver overlay --attachable mynet
docker run -dit --name alpha --network mynet busybox
docker --context docker2 run -dit --name beta --network mynet busybox
until docker exec alpha ping -c 1 -W 1 beta >/dev/null 2>&1; do sleep 0.1; done
until docker --context docker2 exec beta ping -c 1 -W 1 alpha >/dev/null 2>&1; do sleep 0.1; done
started() { docker inspect -f '{{.State.StartedAt}}' alpha; docker --context docker2 inspect -f '{{.State.StartedAt}}' beta; }
before=$(started)

# %% inspect
docker network inspect -f '{{range .Containers}}{{.Name}} {{end}}' mynet
# on: docker2
docker network inspect -f '{{range .Containers}}{{.Name}} {{end}}' mynet
# on: docker1
# claim overlay-inspect-local: Of the containers on an overlay network, docker network inspect lists those of the machine that is asked.
[[ $(docker network inspect -f '{{range .Containers}}{{.Name}} {{end}}' mynet | xargs) == "alpha mynet-endpoint" && $(xargs <<<"$out") == "beta mynet-endpoint" ]]

# %% peers
docker network inspect -f '{{range .Peers}}{{println .IP}}{{end}}' mynet | sort
# claim overlay-inspect-peers: As Peers of an overlay network, docker network inspect lists the machines that have containers on it.
[[ $(xargs <<<"$out") == "192.0.2.11 192.0.2.12" && $(docker --context docker2 network inspect -f '{{range .Peers}}{{println .IP}}{{end}}' mynet | sort | xargs) == "192.0.2.11 192.0.2.12" ]]

# %% cut
# on: docker2
docker run -dit --name gamma --network mynet busybox
iptables -I INPUT -i eth0 -j DROP
iptables -I OUTPUT -o eth0 -j DROP

# %% _forgotten
# on: docker1
for _ in $(seq 300); do docker exec alpha nslookup -type=a beta >/dev/null 2>&1 || break; sleep 0.1; done
for _ in $(seq 300); do [[ $(docker network inspect -f '{{len .Peers}}' mynet) == 1 ]] && break; sleep 0.1; done

# %% away
# on: docker1
docker network inspect -f '{{range .Peers}}{{println .IP}}{{end}}' mynet
# claim overlay-away-peers: A machine that has been cut off for some seconds is no longer listed among the Peers on the others.
[[ $out == 192.0.2.11 && $(docker node ls --format '{{.Hostname}}' | sort | xargs) == "docker1 docker2" ]]
# fails
docker exec alpha ping -c 1 beta
# claim overlay-away-names: The containers of a machine that has been cut off for some seconds are no longer known by name on the others.
[[ $out == *"bad address"* && $(docker exec alpha nslookup -type=a alpha) == *"Name:"*alpha* ]]

# %% inside
# on: docker2
docker exec beta ping -c 1 gamma
# claim overlay-away-inside: On the machine that is cut off, containers on the overlay network still reach each other by name.
[[ $out == *"from $(docker inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' gamma): "* && $(iptables -S INPUT) == *"-i eth0 -j DROP"* ]]

# %% back
# on: docker2
iptables -D INPUT -i eth0 -j DROP
iptables -D OUTPUT -o eth0 -j DROP

# %% _back
# on: docker1
for _ in $(seq 600); do docker exec alpha ping -c 1 -W 1 beta >/dev/null 2>&1 && break; sleep 0.1; done

# %% again
# on: docker1
docker exec alpha ping -c 1 beta
# claim overlay-away-back: When a machine that was cut off is back, names and traffic of an overlay network come back by themselves, to the same containers, of which none was restarted.
[[ $out == *"from $(docker --context docker2 inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' beta): "* && -n $before && $(started) == "$before" ]]
