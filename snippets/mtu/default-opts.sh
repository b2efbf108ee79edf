# A setting of the engine for the bridge networks that are made from then on.
# needs: engine >= 26

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}

docker network create earlier

# %% engine
cat >/etc/docker/daemon.json <<'END'
{
  "default-network-opts": {
    "bridge": { "com.docker.network.driver.mtu": "1400" }
  }
}
END
restart_engine

# %% new-network
docker network create later
docker run --rm --network later busybox cat /sys/class/net/eth0/mtu
# claim mtu-default-opts [engine >= 26]: With default-network-opts in daemon.json, engines 26.1 and 28.5 give the bridge networks that are made from then on an option of your choice, such as the MTU.
[[ $out == 1400 && $(docker run --rm --network earlier busybox cat /sys/class/net/eth0/mtu) == 1500 ]]
docker run --rm busybox cat /sys/class/net/eth0/mtu
# claim mtu-default-opts-not-bridge [engine >= 26]: The setting default-network-opts does not change the default bridge.
[[ $out == 1500 && $(docker run --rm --network later busybox cat /sys/class/net/eth0/mtu) == 1400 ]]

# %% _shop
mkdir shop && cd shop || exit

# %% compose
cat >compose.yaml <<'END'
services:
  web:
    image: busybox
    command: sleep 1000
END
docker compose --progress quiet up -d
docker compose exec -T web cat /sys/class/net/eth0/mtu
# claim mtu-default-opts-compose [engine >= 26]: With default-network-opts in daemon.json, the network that Compose makes has the MTU given there, though the file for Compose says nothing of it.
[[ $out == 1400 && $(docker inspect -f '{{.HostConfig.NetworkMode}}' shop-web-1) == shop_default && $(<compose.yaml) != *mtu* ]]
