# A published port underneath: the rule, the helper program, and whom the container sees.
# nodes: docker1 client

# The image `who`: a web server that answers with the address of whoever asks.
docker run --name draft busybox sh -c "mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho \"You come from \$REMOTE_ADDR.\"\n' >index.cgi && chmod +x index.cgi"
docker commit --change 'CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]' --change "EXPOSE 80" draft who
docker rm draft
docker network create other
docker run -dit --name alpha busybox
docker run -dit --name beta --network other busybox

# %% rule
docker run -d --name web -p 8080:80 who
iptables -t nat -S DOCKER
# claim publish-dnat-rule: For a published port there is a rule that replaces the destination of a packet by the container's address and port.
[[ $out == *"--dport 8080 -j DNAT --to-destination 172.17.0.3:80" && $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' web) == 172.17.0.3 ]]

# %% proxy
ss -ltn 'sport = :8080'
ps -C docker-proxy -o args= | cut -d ' ' -f 1-11
# claim publish-proxy-listens: On the host a program named docker-proxy listens on a published port, once for IPv4 and once for IPv6.
[[ $(ss -Hltnp 'sport = :8080' | grep -c docker-proxy) == 2 && -n $(ss -Hlnt 'src = 0.0.0.0:8080') && -n $(ss -Hlnt 'src = [::]:8080') && $(grep -c -- '-container-ip 172.17.0.3 -container-port 80' <<<"$out") == 2 ]]

# %% _listening
until nc -z -w 1 172.17.0.3 80; do sleep 0.05; done

# %% _counters
iptables -t nat -Z DOCKER

# %% lan
# on: client
curl -s -m 1 http://192.0.2.11:8080
# on: docker1
iptables -t nat -vS DOCKER | grep -o -- '--dport 8080 -c [0-9]*'
# claim publish-lan-by-rule: A connection from the LAN to a published port is passed on by the rule, over IPv4.
[[ $out == "--dport 8080 -c 1" ]]

# %% itself
curl -s http://192.0.2.11:8080
# claim publish-host-seen-at-lan-address: If the host asks its own published port at its address on the LAN, the container sees that address.
[[ $out == "You come from 192.0.2.11." ]]
curl -s http://127.0.0.1:8080
# claim publish-host-seen-as-gateway: If the host asks its own published port at 127.0.0.1, the container sees the gateway of its network.
[[ $out == "You come from 172.17.0.1." && $(ip -4 -br addr show docker0) == *" 172.17.0.1/16"* ]]
iptables -t nat -vS DOCKER | grep -o -- '--dport 8080 -c [0-9]*'
# claim publish-loopback-by-proxy: A connection to a published port at 127.0.0.1 does not go by the rule, but by docker-proxy.
[[ $out == "--dport 8080 -c 2" ]]

# %% ipv6
# on: client
curl -s -m 1 http://[2001:db8:1::11]:8080
# claim publish-ipv6-reaches: Another machine on the LAN reaches a published port over IPv6 even if the container has no IPv6 address.
[[ $out == "You come from "* && -z $(docker inspect -f '{{.NetworkSettings.Networks.bridge.GlobalIPv6Address}}' web 2>/dev/null) ]]
# claim publish-ipv6-client-is-hidden: If a client asks a published port over IPv6 and the container has no IPv6 address, the container sees the gateway of its network and not the client.
[[ $out == "You come from 172.17.0.1." ]]
# on: docker1

# %% containers
docker exec alpha wget -qO- http://192.0.2.11:8080
docker exec beta wget -qO- http://192.0.2.11:8080
# claim publish-other-network-reaches: A container on another network reaches a published port at the host's address.
[[ $out == "You come from "* && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' beta web) == $'other\nbridge' ]]
# claim publish-containers-hidden: A container that asks a published port at the host's address appears as the gateway to the one that is asked.
[[ $out == "You come from 172.17.0.1." && $(docker exec alpha wget -qO- http://192.0.2.11:8080) == "You come from 172.17.0.1." ]]
