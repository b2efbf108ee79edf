# The engine is stopped and started again, with its default settings.
# nodes: docker1 client

arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)

# %% start
docker network create mynet
docker run -d --stop-timeout 1 --name alpha --network mynet busybox sleep 1d
docker run -d --stop-timeout 1 --name web --hostname web --network mynet -p 8080:80 --restart always busybox httpd -f -h /etc
docker inspect -f '{{.Name}} {{.State.Status}} {{.NetworkSettings.Networks.mynet.IPAddress}}' alpha web

# %% _listening
until nc -z -w 1 172.18.0.3 80 2>/dev/null; do sleep 0.05; done

# %% before
ps -C dockerd,docker-proxy,httpd -o comm= | sort | uniq -c
# on: client
curl -s http://192.0.2.11:8080/hostname
# on: docker1

# %% stop
kill "$(cat /run/docker.pid)"

# %% _stopped
while pidof dockerd >/dev/null; do sleep 0.05; done

# %% gone
# fails
docker ps
# may fail
ps -C dockerd,docker-proxy,httpd -o comm=
# control: the step `before` counts a docker-proxy and an httpd
# claim restarts-engine-stops-containers: With its default settings, the engine stops its containers when it is stopped.
[[ -z $out && -z $(pgrep -x httpd) && $(pgrep -c -x node.sh) == 1 ]]
# on: client
# fails
curl -sS -m 2 http://192.0.2.11:8080/hostname
# claim restarts-engine-port-closed: When the engine has stopped with its containers, a port that was published refuses connections.
[[ $status == 7 ]] && ping -c 1 192.0.2.11
# on: docker1

# %% _again
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done
until nc -z -w 1 172.18.0.2 80 2>/dev/null; do sleep 0.05; done

# %% again
docker ps -a --format 'table {{.Names}}\t{{.Status}}'
# claim restarts-policy-always-returns: When the engine starts again, it starts a container whose restart policy is always, and leaves one that has no restart policy stopped.
[[ $(docker inspect -f '{{.HostConfig.RestartPolicy.Name}} {{.State.Status}}' alpha web) == "no exited"$'\n'"always running" ]]
docker start alpha
docker inspect -f '{{.Name}} {{.State.Status}} {{.NetworkSettings.Networks.mynet.IPAddress}}' alpha web
# claim restarts-engine-addresses-swapped: After a restart of the engine two containers can have swapped their addresses.
[[ $out == $'/alpha running 172.18.0.3\n/web running 172.18.0.2' ]]
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim restarts-engine-port-follows: A published port leads to the new address of its container after a restart of the engine.
[[ $out == web ]]
# on: docker1
docker exec alpha wget -qO- http://web/hostname
# claim restarts-engine-name-follows: A container's name leads to its new address after a restart of the engine.
[[ $out == web ]]
