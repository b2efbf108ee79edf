# An engine without a default bridge.

# %% daemon-json
cat >/etc/docker/daemon.json <<'END'
{
  "bridge": "none"
}
END

# %% _restart
arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% networks
docker network ls
ip -br link
# claim default-bridge-none: With "bridge": "none" in daemon.json the engine has no network bridge, and the host no interface docker0.
[[ $(docker network ls --format '{{.Name}}' | sort | xargs) == "host none" && $(cd /sys/class/net && echo *) == "eth0 lo" ]]

# %% run
docker run -dit --name alpha busybox
docker ps --format 'table {{.Names}}\t{{.Networks}}'
docker exec alpha ip addr
# claim default-bridge-none-lo: On an engine without a default bridge, a container that names no network starts without an error, is listed as on the network bridge, and has the loopback interface alone.
[[ $(docker exec alpha ls /sys/class/net) == lo && $(docker ps --format '{{.Names}} {{.Networks}}') == "alpha bridge" && $(docker inspect -f '{{.State.Running}}' alpha) == true ]]

# %% own
docker network create mynet
docker run -dit --name beta --network mynet busybox
docker exec beta ip -4 addr show eth0
# claim default-bridge-none-own: On an engine without a default bridge, user-defined bridge networks work.
[[ $(docker run --rm --network mynet busybox ping -c 1 beta) == *"1 packets received"* && $(docker exec beta ls /sys/class/net | xargs) == "eth0 lo" ]]
