# Somebody has emptied the firewall.
# nodes: docker1 client server

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}
docker run -dit --init --restart always --name alpha busybox httpd -f -h /etc

# %% flush
iptables -F
iptables -X
iptables -t nat -F
iptables -t nat -X

# %% symptom
# fails
docker exec -t alpha wget -T 1 -qO- http://203.0.113.10
# fails
docker run -dit --init --name web --hostname web -p 8080:80 busybox httpd -f -h /etc
# claim trouble-no-chain: When the firewall has been emptied, a container with a published port does not start, and the message says "No chain/target/match by that name".
[[ $out == *"No chain/target/match by that name"* && $(docker inspect -f '{{.State.Running}}' web) == false ]]

# %% look
iptables -t nat -S
# claim trouble-nat-empty: The rules that put the host's address in place of the containers' are gone.
[[ $out == $'-P PREROUTING ACCEPT\n-P INPUT ACCEPT\n-P OUTPUT ACCEPT\n-P POSTROUTING ACCEPT' ]]

# %% network
# fails
docker network create mynet
# claim trouble-no-network: When the firewall has been emptied, a bridge network cannot be made.
[[ $out == *"No chain/target/match by that name"* && -z $(docker network ls -qf name=mynet) ]]

# %% restart
restart_engine
iptables -t nat -S
# claim trouble-rules-back: When the engine starts, it makes its chains and rules anew.
[[ $out == *"-s 172.17.0.0/16 ! -o docker0 -j MASQUERADE"* && $(iptables -S) == *"-N DOCKER-USER"* ]]

# %% _running
until docker exec alpha true; do sleep 0.1; done

# %% works
docker exec alpha wget -qO- http://203.0.113.10
# claim trouble-out-again: After a restart of the engine has made flushed firewall rules anew, containers reach outside hosts again.
[[ $out == *"You come from 192.0.2.11." ]]
docker start web

# %% _listening
until nc -z -w 1 127.0.0.1 8080 && curl -s http://127.0.0.1:8080/hostname; do sleep 0.1; done

# %% published
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim trouble-published-again: After a restart of the engine has made flushed firewall rules anew, ports can be published again.
[[ $out == *web ]]
