# An engine that was told to leave the firewall alone.
# nodes: docker1 client router server

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}
# The image `who`: a web server that answers with the address of whoever asks.
docker run --name draft busybox sh -c "mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho \"You come from \$REMOTE_ADDR.\"\n' >index.cgi && chmod +x index.cgi"
docker commit --change 'CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]' --change "EXPOSE 80" draft who
docker rm draft

# %% setting
echo '{"iptables": false}' >/etc/docker/daemon.json
restart_engine
iptables -t nat -S POSTROUTING
# claim firewall-off-leftovers: When the engine is restarted with "iptables": false, the rules that it made before are still there.
[[ $out == *"-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE"* && $(cat /etc/docker/daemon.json) == *'"iptables": false'* ]]

# %% _stop
mapfile -d '' -t engine <"/proc/$(pidof dockerd)/cmdline"
kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
sysctl -qw net.ipv4.ip_forward=0
iptables -P FORWARD ACCEPT
ip6tables -P FORWARD ACCEPT
for command in iptables ip6tables; do
    for table in filter nat raw; do "$command" -t "$table" -F && "$command" -t "$table" -X; done
done
"${engine[@]}" >/run/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.1; done

# %% none
iptables -S
iptables -t nat -S
sysctl net.ipv4.ip_forward
# claim firewall-off-none: With "iptables": false, an engine that starts on a host without rules adds none for IPv4 and leaves the policy ACCEPT, and it switches on forwarding.
[[ $out == "net.ipv4.ip_forward = 1" && $(iptables -S) == $'-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT' && $(iptables -t nat -S) != *"-A "* && $(docker network ls) == *bridge* ]]

# %% run
docker run -d --name web -p 8080:80 who

# %% _listening
until nc -z -w 1 172.17.0.2 80; do sleep 0.1; done

# %% out
docker exec web timeout 1 wget -qO- http://203.0.113.10 || echo "no answer"
# claim firewall-off-no-answer: With "iptables": false, a container gets no answer from outside hosts, while the host itself does.
[[ $out == "no answer" && $(curl -s -m 1 http://203.0.113.10) == *"You come from 192.0.2.11." ]]

# %% route
# on: router
ip route add 172.17.0.0/16 via 192.0.2.11
# on: docker1
docker exec web wget -qO- http://203.0.113.10
# claim firewall-off-own-address: With "iptables": false, outside hosts see a container's own address, and it gets answers as soon as the router has a route back.
[[ $out == *"You come from 172.17.0.2." ]]

# %% masquerade
# on: router
ip route del 172.17.0.0/16
# on: docker1
iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
docker exec web wget -qO- http://203.0.113.10
# claim firewall-off-masquerade: With "iptables": false, one rule MASQUERADE that you add yourself lets the containers of a network out.
[[ $out == *"You come from 192.0.2.11." && $(iptables -t nat -S | grep -c -e '^-A') == 1 ]]

# %% published
# on: client
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
# claim firewall-off-proxy: With "iptables": false, a published port still answers the LAN, and the server sees the gateway's address instead of the client's.
[[ $out == "You come from 172.17.0.1." ]]
# on: docker1
iptables -t nat -S DOCKER || ss -Hltnp 'sport = :8080 and src = 0.0.0.0' | grep -o docker-proxy
# claim firewall-off-no-dnat: With "iptables": false, no rule replaces the destination, and what listens on the published port is the userland proxy.
[[ $out == *docker-proxy && $(iptables -t nat -S) != *DNAT* ]]

# %% input
iptables -I INPUT -i eth0 -p tcp --dport 8080 -j DROP
# on: client
curl -s -m 1 http://192.0.2.11:8080 || echo "no answer"
# claim firewall-off-input: With "iptables": false, a rule in the chain INPUT stops a published port.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11
# on: docker1
iptables -D INPUT 1

# %% apart
docker network create mynet
docker run --rm --network mynet busybox wget -qO- http://172.17.0.2
# claim firewall-off-not-apart: With "iptables": false and the policy ACCEPT, a container on one bridge network reaches a container on another one.
[[ $out == "You come from 172."* && $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' mynet) != 172.17.* ]]

# %% direct
docker run -d --name private who
# on: client
ip route add 172.17.0.0/16 via 192.0.2.11

# %% _private-listening
# on: docker1
until nc -z -w 1 172.17.0.3 80; do sleep 0.1; done

# %% direct-asked
# on: client
curl -s -m 1 http://172.17.0.3 || echo "no answer"
# claim firewall-off-direct: With "iptables": false and the policy ACCEPT, another machine on the LAN that has a route reaches a port of a container that is not published.
[[ $out == "You come from 192.0.2.50." ]]
# on: docker1

# %% ipv6
ip6tables -S FORWARD
# claim firewall-off-ipv6-stays [engine >= 28]: On engine 28.5, "iptables": false does not concern the firewall for IPv6, to which the engine adds its rules.
[[ $out == *"-j DOCKER-FORWARD"* && $(iptables -S FORWARD) == "-P FORWARD ACCEPT" ]]
# claim firewall-off-ipv6-none [engine <= 26]: Engines 20.10 and 26.1 with "iptables": false have no rules in the firewall for IPv6 either.
[[ $out == "-P FORWARD ACCEPT" && $(iptables -S FORWARD) == "-P FORWARD ACCEPT" ]]
