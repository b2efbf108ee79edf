# Three places where an MTU is set: a network, an overlay network, the engine.

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}

# %% network
docker network create --opt com.docker.network.driver.mtu=1400 small
docker run --rm --network small busybox cat /sys/class/net/eth0/mtu
# claim mtu-of-network: Containers on a network that was made with com.docker.network.driver.mtu have that MTU.
[[ $out == 1400 && $(docker run --rm busybox cat /sys/class/net/eth0/mtu) == 1500 ]]

# %% overlay
docker swarm init --advertise-addr 192.0.2.11 >/dev/null
docker network create --driver overlay --attachable far
docker run --rm --network far busybox head /sys/class/net/eth0/mtu /sys/class/net/eth1/mtu
# claim mtu-of-overlay: On an overlay network a container has the MTU 1450, and 1500 on its second interface, which leads out.
[[ $(grep -v -e '==' -e '^$' <<<"$out" | xargs) == "1450 1500" ]]

# %% _left
docker swarm leave --force

# %% engine
mkdir -p /etc/docker
echo '{"mtu": 1400}' >/etc/docker/daemon.json
restart_engine

# %% default-bridge
docker run --rm busybox cat /sys/class/net/eth0/mtu
# claim mtu-of-engine: The engine's setting mtu holds for containers on the default bridge.
[[ $out == 1400 && $(cat /etc/docker/daemon.json) == *1400* ]]
docker network create mynet
docker run --rm --network mynet busybox cat /sys/class/net/eth0/mtu
# claim mtu-of-engine-not-own: The engine's setting mtu does not hold for a bridge network of one's own.
[[ $out == 1500 ]]
