# No answer from outside, for two reasons.
# The wget of the busybox beside engine 20.10 crashes when it is given a time limit.
# needs: engine >= 26
# nodes: docker1 server

docker run -dit --name alpha busybox
sysctl -qw net.ipv4.ip_forward=0

# %% symptom
# fails
docker exec -t alpha wget -T 1 -qO- http://203.0.113.10

# %% steps
docker exec alpha ip route
docker exec alpha ping -c 1 172.17.0.1
# claim trouble-gateway-answers: The container has a default route, and the host answers at its end.
[[ $out == *"from 172.17.0.1: "* && $(docker exec alpha ip route) == "default via 172.17.0.1 "* ]]
curl -s http://203.0.113.10
# claim trouble-host-reaches: The host itself reaches the server.
[[ $out == *"You come from 192.0.2.11." ]]

# %% forward
sysctl net.ipv4.ip_forward
# claim trouble-forward-off: If net.ipv4.ip_forward is 0, a container on a bridge network reaches its host, and gets no answer from the LAN or from beyond.
[[ $out == "net.ipv4.ip_forward = 0" && $(docker exec alpha ping -c 1 192.0.2.11) == *"from 192.0.2.11: "* && $(docker exec alpha ping -c 1 -W 1 192.0.2.1) == *"100% packet loss"* && $(docker exec alpha ping -c 1 -W 1 203.0.113.10) == *"100% packet loss"* ]] && ping -c 1 192.0.2.1

# %% forward-on
sysctl -w net.ipv4.ip_forward=1
docker exec alpha wget -qO- http://203.0.113.10
# claim trouble-forward-on: When net.ipv4.ip_forward is 1, the container reaches the server.
[[ $out == *"You come from 192.0.2.11." ]]

# %% _firewall
iptables -I DOCKER-USER -i docker0 -p tcp -j DROP

# %% firewall
# fails
docker exec -t alpha wget -T 2 -qO- http://203.0.113.10
sysctl net.ipv4.ip_forward
iptables -vS DOCKER-USER
# claim trouble-counter: A rule of the firewall that drops packets counts them.
[[ $out =~ "-i docker0 -p tcp -c "[1-9][0-9]*" "[0-9]+" -j DROP" ]]

# %% ping
docker exec alpha ping -c 1 203.0.113.10
# claim trouble-ping-passes: A rule that drops TCP lets ping pass, so that an answered ping does not prove that the way is free.
[[ $out == *"from 203.0.113.10: "* && -z $(docker exec alpha wget -T 1 -qO- http://203.0.113.10 2>/dev/null) ]]

# %% capture
tcpdump -i any -l -t -nn 'tcp port 80' >/run/seen 2>/run/tcpdump &

# %% _capturing
until grep -q listening /run/tcpdump; do sleep 0.1; done

# %% where
# fails
docker exec -t alpha wget -T 2 -qO- http://203.0.113.10
kill $! && wait
grep -oE '^(docker0|eth0) +(In|Out)' /run/seen | sort -u
# claim trouble-stops-at-bridge: A packet of a container that the firewall drops is seen on the bridge docker0 and not on the host's network card.
[[ $out =~ ^docker0\ +In$ ]]

# %% open
iptables -D DOCKER-USER -i docker0 -p tcp -j DROP
docker exec alpha wget -qO- http://203.0.113.10
# claim trouble-rule-gone: When a rule is removed that dropped its packets, the container reaches the server.
[[ $out == *"You come from 192.0.2.11." ]]
