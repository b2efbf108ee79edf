# Ports that are published for the host alone, unless -p says otherwise.
# nodes: docker1 client

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}

# %% setting
echo '{"ip": "127.0.0.1"}' >/etc/docker/daemon.json
restart_engine
docker run -dit --name alpha --hostname alpha -p 8080:80 busybox httpd -f -h /etc
docker port alpha
# claim firewall-ip-default-bridge: With "ip" in daemon.json, a port of a container on the default bridge is published on that address if -p names none.
[[ $out == "80/tcp -> 127.0.0.1:8080" && $(docker inspect -f '{{(index .HostConfig.PortBindings "80/tcp" 0).HostIp}}' alpha) == "" ]]

# %% own-network
docker network create mynet
docker run -dit --name beta --hostname beta --network mynet -p 8081:80 busybox httpd -f -h /etc
docker port beta
# claim firewall-ip-not-own-networks: The setting "ip" does not concern a user-defined network, whose ports are published on all addresses of the host.
[[ $out == *"80/tcp -> 0.0.0.0:8081"* && $(docker port alpha) == "80/tcp -> 127.0.0.1:8080" ]]

# %% _listening
until nc -z -w 1 172.17.0.2 80 && nc -z -w 1 "$(docker inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' beta)" 80; do sleep 0.1; done

# %% asked
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim firewall-ip-closed: With "ip": "127.0.0.1" in daemon.json, a published port of a container on the default bridge does not answer the LAN.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11
curl -s -m 1 http://192.0.2.11:8081/hostname || echo "no answer"
# claim firewall-ip-own-network-open: With the same setting, a published port of a container on a user-defined network answers the LAN.
[[ $out == beta ]]
# on: docker1
