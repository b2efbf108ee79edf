# Who is seen when a container asks: by a neighbour, by the host, on the LAN and outside.
# nodes: docker1 client server

# The image `who`: a web server that answers with the address of whoever asks.
docker run --name draft busybox sh -c "mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho \"You come from \$REMOTE_ADDR.\"\n' >index.cgi && chmod +x index.cgi"
docker commit --change 'CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]' draft who
docker rm draft

# The same on the neighbour's computer.
# on: client
mkdir -p /srv/who/cgi-bin
printf '#!/bin/sh\necho\necho "You come from $REMOTE_ADDR."\n' >/srv/who/cgi-bin/index.cgi
chmod +x /srv/who/cgi-bin/index.cgi
busybox httpd -p 0.0.0.0:80 -h /srv/who
# on: docker1

# %% start
docker run -d --name web who
docker run -dit --name alpha busybox
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.bridge.IPAddress}}' web alpha

# %% _listening
until nc -z -w 1 172.17.0.2 80; do sleep 0.05; done

# %% neighbour
docker exec alpha wget -qO- http://172.17.0.2
# claim reach-neighbour-sees-container: A container on the same bridge network sees its neighbour's own address, and no port has to be published.
[[ $out == "You come from 172.17.0.3." && $(docker inspect -f '{{len .HostConfig.PortBindings}} {{.NetworkSettings.Networks.bridge.IPAddress}}' web alpha) == $'0 172.17.0.2\n0 172.17.0.3' ]]

# %% host-to-container
curl -s http://172.17.0.2
# claim reach-container-from-host: The host reaches the ports of a container on a bridge network at the container's own address, though none is published.
[[ $out == "You come from "* && $(docker inspect -f '{{len .HostConfig.PortBindings}}' web) == 0 ]] && docker exec web httpd -p 0.0.0.0:8765 -h /etc && [[ $(curl -s http://172.17.0.2:8765/hostname) == "$(docker inspect -f '{{slice .Id 0 12}}' web)" ]]
# claim reach-container-sees-gateway: To a container on a bridge network, its host appears under the address of the gateway.
[[ $out == "You come from 172.17.0.1." ]]

# %% host-by-name
# fails
curl -sS http://web
# claim reach-host-knows-no-names: The host does not know its containers by their names.
[[ $out == *"resolve host"* && $(docker ps --format '{{.Names}}') == *web* ]]
curl -s "http://$(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' web)"

# %% outside [path alpha example.com]
docker exec alpha ping -c 1 example.com
# claim reach-outside-answers: A container on the default bridge reaches a machine beyond the LAN, by its name, although it was started without an option for that.
[[ $out == "PING example.com (203.0.113.10)"*"from 203.0.113.10: "* && $(docker inspect -f '{{len .HostConfig.PortBindings}} {{len .HostConfig.Dns}}' alpha) == "0 0" ]]
docker exec alpha wget -qO- http://203.0.113.10
# claim reach-outside-sees-host: A server beyond the LAN sees the host's address when a container on the default bridge asks.
[[ $out == *"You come from 192.0.2.11." && $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' alpha) == 172.17.0.3 ]]

# %% lan
docker exec alpha wget -qO- http://192.0.2.50
# claim reach-lan-sees-host: Another machine on the LAN sees the host's address when a container on the default bridge asks.
[[ $out == "You come from 192.0.2.11." ]]

# %% own-network
docker network create mynet
docker run --rm --network mynet busybox wget -qO- http://203.0.113.10
# claim reach-outside-sees-host-own-network: A server beyond the LAN sees the host's address when a container on a user-defined bridge network asks.
[[ $out == *"You come from 192.0.2.11." ]]

# %% host-network
docker run --rm --network host busybox wget -qO- http://203.0.113.10
# claim reach-outside-sees-host-host-network: A server beyond the LAN sees the host's address when a container on the network host asks.
[[ $out == *"You come from 192.0.2.11." ]]

# %% translated
conntrack -L -p tcp --orig-dst 203.0.113.10 2>/dev/null | grep -o 'src=[0-9.]* dst=[0-9.]*' | paste - - | sort
# claim reach-bridge-is-translated: The host translates the addresses of its bridge networks to its own on the way out.
[[ $(grep -c $'^src=172\\.1[78]\\.0\\.[23] dst=203\\.0\\.113\\.10\tsrc=203\\.0\\.113\\.10 dst=192\\.0\\.2\\.11$' <<<"$out") == 2 ]]
# claim reach-host-network-is-not-translated: What a container on the network host sends carries the host's address from the start.
[[ $(grep -c $'^src=192\\.0\\.2\\.11 dst=203\\.0\\.113\\.10\tsrc=203\\.0\\.113\\.10 dst=192\\.0\\.2\\.11$' <<<"$out") == 1 ]]

# %% rules
iptables -t nat -S POSTROUTING
# claim reach-one-masquerade-a-network: Each bridge network has one rule for the translation, which does not apply to what stays on the bridge.
[[ $(grep -c MASQUERADE <<<"$out") == 2 && $out == *"-s 172.17.0.0/16 ! -o docker0 -j MASQUERADE"* && $out == *"-s 172.18.0.0/16 ! -o br-$(docker network inspect -f '{{slice .Id 0 12}}' mynet) -j MASQUERADE"* ]]
