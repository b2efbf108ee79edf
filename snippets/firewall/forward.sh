# The host forwards for another machine, and Docker sets the policy DROP.
# nodes: docker1 client server

start_engine() { # with systemd it is: systemctl start docker
    "${engine[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}
mapfile -d '' -t engine <"/proc/$(pidof dockerd)/cmdline"
# The client is to learn no better way than the one through docker1.
for name in all eth0; do sysctl -qw "net.ipv4.conf.$name.send_redirects=0"; done

# %% policy
iptables -S FORWARD | head -n 1
# claim firewall-forward-drop: On a host that did not forward before, the engine sets the policy DROP in the chain FORWARD.
[[ $out == "-P FORWARD DROP" && $(sysctl -n net.ipv4.ip_forward) == 1 ]]

# %% cut
# on: client
ip route add 203.0.113.0/24 via 192.0.2.11
curl -s -m 1 http://203.0.113.10 || echo "no answer"
# claim firewall-forward-cut: With that policy, another machine that has its route through the Docker host gets no answer through it.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11 && ip route change 203.0.113.0/24 via 192.0.2.1 && curl -s -m 1 http://203.0.113.10 && ip route change 203.0.113.0/24 via 192.0.2.11
# on: docker1

# %% docker-user
iptables -I DOCKER-USER -i eth0 -o eth0 -j ACCEPT
# on: client
curl -s -m 1 http://203.0.113.10 || echo "no answer"
# claim firewall-forward-docker-user: A rule in the chain DOCKER-USER that accepts what does not concern containers lets the other machine through, although the policy is DROP.
[[ $out == *"You come from 192.0.2.50." ]]
# on: docker1
iptables -S FORWARD | head -n 1

# %% _without
iptables -D DOCKER-USER 1
kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
iptables -P FORWARD ACCEPT

# %% already
sysctl -w net.ipv4.ip_forward=1
start_engine
iptables -S FORWARD | head -n 1
# claim firewall-forward-already: If the host forwards already when the engine starts, the engine leaves the policy of the chain FORWARD as it is.
[[ $out == "-P FORWARD ACCEPT" && $(iptables -S FORWARD) == *"-j DOCKER-USER"* ]]
# on: client
curl -s -m 1 http://203.0.113.10 || echo "no answer"
# claim firewall-forward-open: With the policy ACCEPT, the host forwards for another machine while the engine is running.
[[ $out == *"You come from 192.0.2.50." ]]
# on: docker1
