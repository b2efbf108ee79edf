# A rule at the end of FORWARD that rejects the rest, set up before the engine starts.
# nodes: docker1 server

mapfile -d '' -t engine <"/proc/$(pidof dockerd)/cmdline"
kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
for table in filter nat raw; do iptables -t "$table" -F && iptables -t "$table" -X; done
start_engine() { # with systemd it is: systemctl start docker
    "${engine[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}

# %% start
iptables -A FORWARD -j REJECT
start_engine
iptables -S FORWARD
# claim firewall-reject-order: When the engine starts, it puts its rules in the chain FORWARD before a rule that rejects what is left.
[[ $(tail -n 1 <<<"$out") == "-A FORWARD -j REJECT"* && $(sed -n 2p <<<"$out") == "-A FORWARD -j DOCKER-USER" ]]

# %% out
docker run -dit --name alpha busybox
docker exec alpha wget -qO- http://203.0.113.10
# claim firewall-reject-out: If the host's firewall has a rule at the end of the chain FORWARD that rejects everything, a container still reaches outside hosts.
[[ $out == *"You come from 192.0.2.11." && $(iptables -S FORWARD | tail -n 1) == "-A FORWARD -j REJECT"* ]]

# %% first
iptables -I FORWARD -j REJECT
docker exec alpha timeout 1 wget -qO- http://203.0.113.10 || echo "no answer"
# claim firewall-reject-first: With a rule that rejects everything before Docker's rules, a container does not reach outside hosts.
[[ $out == *"no answer" && $(iptables -S FORWARD | sed -n 2p) == "-A FORWARD -j REJECT"* && $(curl -s -m 1 http://203.0.113.10) == *"You come from 192.0.2.11." ]]
