# The engine is stopped and started again, with live-restore.
# nodes: docker1 client server

arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)

# %% daemon-json
cat >/etc/docker/daemon.json <<'END'
{
  "live-restore": true
}
END

# %% _restart
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% start
docker network create mynet
docker run -d --name web --hostname web --network mynet -p 8080:80 --restart always busybox httpd -f -h /etc
docker run -dit --name alpha --network mynet busybox
docker run -dit --name beta busybox
alpha=$(docker inspect -f '{{.State.Pid}}' alpha)
beta=$(docker inspect -f '{{.State.Pid}}' beta)

# %% _listening
until nc -z -w 1 172.18.0.2 80 2>/dev/null; do sleep 0.05; done
web=$(docker inspect -f '{{.State.Pid}}' web)

# %% before
ps -C dockerd,docker-proxy,httpd -o comm= | sort | uniq -c
nsenter --target "$alpha" --net --mount wget -qO- http://web/hostname
curl -s http://127.0.0.1:8080/hostname
# on: client
curl -s http://192.0.2.11:8080/hostname
curl -s 'http://[2001:db8:1::11]:8080/hostname'
# on: docker1

# %% stop
kill "$(cat /run/docker.pid)"

# %% _stopped
while ps -C dockerd,docker-proxy >/dev/null; do sleep 0.05; done

# %% running
ps -C dockerd,docker-proxy,httpd -o comm= | sort | uniq -c
# claim restarts-live-containers-run: With live-restore, containers run on while the engine is stopped, and the userland proxies do not.
[[ ${out// /} == 1httpd ]] && kill -0 "$web" && kill -0 "$alpha" && kill -0 "$beta"

# %% names
nsenter --target "$alpha" --net --mount wget -qO- http://172.18.0.2/hostname
# claim restarts-live-neighbours: With live-restore, containers on one network reach each other by address while the engine is stopped.
[[ $out == web ]] && ! pidof dockerd
# fails
nsenter --target "$alpha" --net --mount wget -qO- http://web/hostname
# claim restarts-live-no-names: While the engine is stopped, a container on a user-defined network cannot resolve the name of its neighbour.
[[ $out == *"bad address"* && $(nsenter --target "$alpha" --net --mount wget -qO- http://172.18.0.2/hostname) == web ]]
# fails
nsenter --target "$alpha" --net --mount ping -c 1 example.com
# claim restarts-live-no-outside-names: While the engine is stopped, a container on a user-defined network cannot resolve names outside either.
[[ $out == *"bad address"* && $(nsenter --target "$alpha" --net --mount ping -c 1 203.0.113.10) == *"from 203.0.113.10"* ]]
nsenter --target "$beta" --net --mount ping -c 1 example.com
# claim restarts-live-default-bridge-names: While the engine is stopped, a container on the default bridge still resolves names outside.
[[ $out == *"from 203.0.113.10"* ]] && ! pidof dockerd

# %% ports
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim restarts-live-port-from-lan: With live-restore, a published port answers the LAN over IPv4 while the engine is stopped.
[[ $out == web ]]
# fails
curl -sS 'http://[2001:db8:1::11]:8080/hostname'
# claim restarts-live-port-ipv6: While the engine is stopped, a published port of a container without an IPv6 address refuses connections over IPv6.
[[ $status == 7 && $(curl -s http://192.0.2.11:8080/hostname) == web ]] && ping -c 1 2001:db8:1::11
# on: docker1
# fails
curl -sS http://127.0.0.1:8080/hostname
# claim restarts-live-port-loopback: While the engine is stopped, a published port refuses connections at 127.0.0.1 of the host.
[[ $status == 7 && $(curl -s http://192.0.2.11:8080/hostname) == web ]]
curl -s http://192.0.2.11:8080/hostname
# claim restarts-live-port-own-address: With live-restore, the host reaches a published port at its own address on the LAN while the engine is stopped.
[[ $out == web ]] && ! pidof dockerd

# %% crash
kill -9 "$web"

# %% _again
while kill -0 "$web" 2>/dev/null; do sleep 0.05; done
back=$(date -u +%FT%T)
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done
until nc -z -w 1 172.18.0.2 80 2>/dev/null; do sleep 0.05; done

# %% after
docker ps --format 'table {{.Names}}\t{{.Status}}'
# claim restarts-live-policy-late: A container that ends while the engine is stopped is started again by its restart policy when the engine starts.
[[ $(docker inspect -f '{{.State.Status}} {{.HostConfig.RestartPolicy.Name}}' web) == "running always" && $(docker inspect -f '{{.State.StartedAt}}' web) > "$back" && $(docker inspect -f '{{.State.Pid}}' alpha beta) == "$alpha"$'\n'"$beta" ]]
docker exec alpha wget -qO- http://web/hostname
# claim restarts-live-names-return: When the engine is back, a container that ran on can resolve its neighbour's name again.
[[ $out == web && $(docker inspect -f '{{.State.Pid}}' alpha) == "$alpha" ]]
curl -s http://127.0.0.1:8080/hostname
# claim restarts-live-loopback-returns: When the engine is back, a published port answers at 127.0.0.1 of the host again.
[[ $out == web ]]

# %% swarm
# fails
docker swarm init --advertise-addr 192.0.2.11
# claim restarts-live-no-swarm: An engine with live-restore refuses docker swarm init.
[[ $out == *live-restore* && $(docker info -f '{{.Swarm.LocalNodeState}}') == inactive ]]
