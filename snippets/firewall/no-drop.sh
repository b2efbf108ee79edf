# An engine that is to leave the policy of FORWARD as it is.
# nodes: docker1 client server

for name in all eth0; do sysctl -qw "net.ipv4.conf.$name.send_redirects=0"; done
mapfile -d '' -t engine <"/proc/$(pidof dockerd)/cmdline"
kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
iptables -P FORWARD ACCEPT
sysctl -qw net.ipv4.ip_forward=0
start_engine() { # with systemd it is: systemctl start docker
    "${engine[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do
        if ! pidof dockerd >/dev/null; then tail -n 1 /run/dockerd.log && return 1; fi
        sleep 0.1
    done
}

# %% start
echo '{"ip-forward-no-drop": true}' >/etc/docker/daemon.json
# may fail
start_engine
# claim firewall-no-drop-unknown [engine <= 26]: Engines 20.10 and 26.1 do not know the setting ip-forward-no-drop, and do not start with it.
[[ $status != 0 && $out == *ip-forward-no-drop* && -z $(pidof dockerd) ]]
# claim firewall-no-drop-known [engine >= 28]: Engine 28.5 starts with the setting ip-forward-no-drop and switches on forwarding.
[[ $status == 0 && $(docker info -f '{{.ServerVersion}}') == 28.* && $(sysctl -n net.ipv4.ip_forward) == 1 ]]

# %% policy
iptables -S FORWARD | head -n 1
# claim firewall-no-drop [engine >= 28]: With ip-forward-no-drop, engine 28.5 does not set the policy DROP when it switches on forwarding.
[[ $out == "-P FORWARD ACCEPT" && $(sysctl -n net.ipv4.ip_forward) == 1 && $(iptables -S FORWARD) == *"-j DOCKER-FORWARD"* ]]
# on: client
ip route add 203.0.113.0/24 via 192.0.2.11
curl -s -m 1 http://203.0.113.10 || echo "no answer"
# claim firewall-no-drop-through [engine >= 28]: With ip-forward-no-drop, another machine still gets through a host that runs engine 28.5.
[[ $out == *"You come from 192.0.2.50." ]]
# on: docker1

# %% _without-it
if ! pidof dockerd >/dev/null; then rm /etc/docker/daemon.json && start_engine; fi
