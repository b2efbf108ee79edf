# A port is published on an address that the host does not have when the engine starts.
# nodes: docker1 client

arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
ip addr add 192.0.2.21/24 dev eth0

# %% start
ip -4 -br addr show eth0
docker run -d --stop-timeout 1 --name web --hostname web --restart always -p 192.0.2.21:8080:80 busybox httpd -f -h /etc

# %% reboot
kill "$(cat /run/docker.pid)"

# %% _stopped
while pidof dockerd >/dev/null; do sleep 0.05; done

# %% without
ip addr del 192.0.2.21/24 dev eth0

# %% _again
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done
until [[ $(docker inspect -f '{{.State.Error}}' web) ]]; do sleep 0.05; done

# %% after
docker inspect -f '{{.Name}} {{.HostConfig.RestartPolicy.Name}}: {{.State.Status}}, restarts: {{.RestartCount}}' web
docker inspect -f '{{.State.Error}}' web
# claim restarts-no-host-address: A container whose port is published on an address that the host does not have is not started with the engine, in spite of its restart policy.
[[ $out == *"cannot assign requested address"* && $(docker inspect -f '{{.HostConfig.RestartPolicy.Name}} {{.State.Status}}' web) == "always exited" ]]

# %% repair
ip addr add 192.0.2.21/24 dev eth0
docker start web

# %% _listening
until docker exec web netstat -ltn | grep -q ':80 '; do sleep 0.05; done

# %% repaired
# on: client
curl -s http://192.0.2.21:8080/hostname
# claim restarts-host-address-back: A container whose port is published on an address of the host starts by hand when the host has that address again.
[[ $out == web ]]
# on: docker1
