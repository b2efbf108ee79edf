# Options: for a user-defined network when it is made, for the default bridge in the engine's configuration.

docker run -dit --name old --stop-signal SIGKILL busybox

# %% own
docker network create --opt com.docker.network.driver.mtu=1400 --opt com.docker.network.bridge.enable_icc=false small
docker network create plain
docker network inspect -f '{{.Name}} {{json .Options}}' small plain
# claim default-bridge-own-options: Each user-defined network has its own options.
[[ $(docker network inspect -f '{{len .Options}}' small plain | xargs) == "2 0" && $(docker run --rm --network small busybox cat /sys/class/net/eth0/mtu) == 1400 && $(docker run --rm --network plain busybox cat /sys/class/net/eth0/mtu) == 1500 ]]

# %% given
docker network inspect -f '{{json .Options}}' bridge
# fails
docker network create --opt com.docker.network.driver.mtu=1400 bridge
# claim default-bridge-made-once: The default bridge is made by the engine, and a command cannot make it again with other options.
[[ $status != 0 && $(docker network inspect -f '{{index .Options "com.docker.network.bridge.default_bridge"}} {{index .Options "com.docker.network.driver.mtu"}}' bridge) == "true 1500" ]]

# %% daemon-json
cat >/etc/docker/daemon.json <<'END'
{
  "bip": "198.51.100.1/24",
  "mtu": 1400,
  "icc": false,
  "ipv6": true,
  "fixed-cidr-v6": "2001:db8:f::/64"
}
END

# %% _restart
arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% stopped
docker ps --all --format 'table {{.Names}}\t{{.Status}}'
# claim default-bridge-restart-stops: Unless the engine was told to keep containers alive, a container that was running without a restart policy is stopped when the engine is restarted.
[[ $(docker inspect -f '{{.State.Status}} {{.HostConfig.RestartPolicy.Name}}' old) == "exited "?(no) && $(docker info -f '{{.LiveRestoreEnabled}}') == false ]]

# %% after
docker network inspect -f '{{.Name}} {{json .IPAM.Config}}' bridge plain
docker run -dit --name alpha busybox
docker run -dit --name beta busybox
docker exec alpha ip -4 addr show eth0
docker inspect -f '{{.NetworkSettings.Networks.bridge.GlobalIPv6Address}}' alpha
# claim default-bridge-daemon-json: Settings in daemon.json and a restart of the engine change the default bridge: its addresses, its MTU, IPv6.
[[ $(docker exec alpha hostname -i | xargs -n 1 | grep -x 198.51.100.2) && $(docker exec alpha cat /sys/class/net/eth0/mtu) == 1400 && $out == 2001:db8:f::* && $(docker exec alpha ip -6 addr show eth0) == *"inet6 $out/64"* ]]
# fails
docker exec alpha ping -c 1 -W 1 198.51.100.3
# claim default-bridge-icc-off: With "icc": false the containers on the default bridge do not reach each other.
[[ $out == *" 100% packet loss"* ]] && ping -c 1 -W 1 198.51.100.3

# %% others
docker run --rm --network plain busybox ip -4 addr show eth0
# claim default-bridge-daemon-json-only: The settings bip, mtu, ipv6 and fixed-cidr-v6 in daemon.json do not change a user-defined network that is there already.
[[ $out == *"inet 172.19.0."* && $(docker run --rm --network plain busybox ip addr show eth0) != *2001:db8* && $(docker run --rm --network plain busybox cat /sys/class/net/eth0/mtu) == 1500 ]]
