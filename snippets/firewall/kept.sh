# Rules in DOCKER-USER, and an engine that starts after them.
# nodes: docker1 client

mapfile -d '' -t engine <"/proc/$(pidof dockerd)/cmdline"
stop_engine() { # with systemd it is: systemctl stop docker
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
}
start_engine() { # with systemd it is: systemctl start docker
    "${engine[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}

# %% restart
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport 8080 -j DROP
stop_engine
start_engine
iptables -S DOCKER-USER
# claim firewall-kept-restart: A rule in the chain DOCKER-USER is still there after a restart of the engine.
[[ $out == *"-A DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport 8080 -j DROP"* ]]

# %% _empty
stop_engine
for table in filter nat raw; do iptables -t "$table" -F && iptables -t "$table" -X; done

# %% before
iptables -N DOCKER-USER
iptables -A DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport 8080 -j DROP
start_engine
iptables -S FORWARD | grep DOCKER-USER
iptables -S DOCKER-USER
# claim firewall-kept-before: If the chain DOCKER-USER is there when the engine starts, the engine keeps its rules and adds the jump to it.
[[ $out == *"-A DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport 8080 -j DROP"* && $(iptables -S FORWARD | sed -n 2p) == "-A FORWARD -j DOCKER-USER" ]]

# %% published
docker run -d --name web --hostname web -p 8080:80 -p 8081:80 busybox httpd -f -h /etc

# %% _listening
until nc -z -w 1 172.17.0.2 80; do sleep 0.1; done

# %% asked
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
curl -s -m 1 http://192.0.2.11:8081/hostname || echo "no answer"
# claim firewall-kept-works: A rule that was in DOCKER-USER before the engine started stops the published port that it is for, and another published port answers.
[[ $out == web && $(curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer") == "no answer" ]]
# on: docker1
