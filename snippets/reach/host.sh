# From a container to a service on its host: by address, by name, and why 127.0.0.1 does not do.
# nodes: docker1 client

# A web server on the host that answers with the address of whoever asks.
mkdir -p /srv/who/cgi-bin
printf '#!/bin/sh\necho\necho "You come from $REMOTE_ADDR."\n' >/srv/who/cgi-bin/index.cgi
chmod +x /srv/who/cgi-bin/index.cgi

# %% servers
busybox httpd -p 0.0.0.0:9000 -h /srv/who
busybox httpd -p 127.0.0.1:9001 -h /srv/who
ss -Hltn | sort

# %% start
docker run -dit --name alpha busybox
docker exec alpha ip route
# claim reach-gateway-is-the-host: A container's default gateway on a bridge network is its own host.
[[ $out == "default via 172.17.0.1 "* && $(ip -4 -br addr show docker0) == *" 172.17.0.1/16"* ]]

# %% by-address
docker exec alpha wget -qO- http://172.17.0.1:9000
# claim reach-host-at-gateway: A container reaches a service that listens on all addresses of its host at the address of its gateway.
[[ $out == "You come from 172.17.0.2." && $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' alpha) == 172.17.0.2 ]]
docker exec alpha wget -qO- http://192.0.2.11:9000
# claim reach-host-at-lan-address: A container reaches a service that listens on all addresses of its host at the host's address on the LAN.
[[ $out == "You come from "* && $(ip -4 -br addr show eth0) == *" 192.0.2.11/24"* ]]
# claim reach-host-sees-container: To its own host, a container appears under its own address, not under the host's.
[[ $out == "You come from 172.17.0.2." ]]

# %% no-name
# fails
docker exec alpha wget -qO- http://host.docker.internal:9000
# claim reach-no-name-by-itself: On an engine on Linux the name host.docker.internal is not known in a container unless it was asked for.
[[ $out == *"bad address 'host.docker.internal"* && $(docker exec alpha cat /etc/hosts) != *host.docker.internal* ]]

# %% by-name
docker run -dit --name beta --add-host host.docker.internal:host-gateway busybox
docker exec beta grep host.docker.internal /etc/hosts
docker exec beta wget -qO- http://host.docker.internal:9000
# claim reach-add-host: With --add-host NAME:host-gateway a container finds its host under that name.
[[ $out == "You come from 172.17.0.3." && $(docker exec beta grep -w host.docker.internal /etc/hosts) == "172.17.0.1"* ]]

# %% loopback
# fails
docker exec beta wget -qO- http://host.docker.internal:9001
# fails
docker exec beta wget -qO- http://127.0.0.1:9001
curl -s http://127.0.0.1:9001
# claim reach-loopback-listener-shut: A container does not reach a service of its host that listens on 127.0.0.1 only.
[[ $out == "You come from 127.0.0.1." ]] && ! docker exec beta wget -qO- http://172.17.0.1:9001 && ! docker exec beta wget -qO- http://192.0.2.11:9001
# claim reach-own-loopback: In a container on a bridge network 127.0.0.1 is the container itself, and a service of the host is not found there.
docker exec beta wget -qO- http://172.17.0.1:9000 && ! docker exec beta wget -qO- http://127.0.0.1:9000

# %% bridge-listener
busybox httpd -p 172.17.0.1:9002 -h /srv/who
docker exec beta wget -qO- http://host.docker.internal:9002
# claim reach-bridge-listener: A container reaches a service of its host that listens on the bridge's address only.
[[ $out == "You come from 172.17.0.3." && $(ss -Hltn 'sport = :9002') == *" 172.17.0.1:9002 "* ]]
# on: client
# fails
curl -sS -m 1 http://192.0.2.11:9002
# claim reach-bridge-listener-not-on-lan: A service that listens on the bridge's address only is not reached from the LAN at the host's address, while one that listens on all addresses is.
[[ $(curl -s -m 1 http://192.0.2.11:9000) == "You come from 192.0.2.50." && $status == 7 ]]
