# A firewall that lets nothing in, as ufw sets it up, and a published port.
# nodes: docker1 client

# The engine is started once more, on a host that does not forward yet.
arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
iptables -P FORWARD ACCEPT
sysctl -qw net.ipv4.ip_forward=0
before=$(iptables -S | grep -e '^-P'; sysctl -n net.ipv4.ip_forward)
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% rule
iptables -A INPUT -i eth0 -p tcp -j DROP

# %% own-server
docker run -dit --name shared --network host --hostname shared busybox httpd -f -p 9090 -h /etc

# %% _own-server-listening
until nc -z 127.0.0.1 9090; do sleep 0.1; done

# %% own-server-asked
curl -s -m 1 http://127.0.0.1:9090/hostname
# on: client
curl -s -m 1 http://192.0.2.11:9090/hostname || echo "no answer"
# claim doc-input-shuts-host: A rule in the chain INPUT that drops what comes in shuts a port that is open on the host itself.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11

# %% published
# on: docker1
docker run -dit --name web --hostname web -p 8080:80 busybox httpd -f -h /etc

# %% _published-listening
until nc -z 172.17.0.2 80; do sleep 0.1; done

# %% published-asked
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim doc-input-does-not-shut-published: A rule in the chain INPUT that drops what comes in does not shut a published port.
[[ $out == web ]]

# %% policies
# on: docker1
iptables -S | grep -e '^-P'
# claim doc-policy-forward-only: When Docker switches forwarding on, it sets the policy DROP for the chain FORWARD only, not for INPUT and OUTPUT.
[[ $before == $'-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT\n0' && $out == $'-P INPUT ACCEPT\n-P FORWARD DROP\n-P OUTPUT ACCEPT' && $(cat /proc/sys/net/ipv4/ip_forward) == 1 ]]

# %% docker-user
iptables -I DOCKER-USER -i eth0 -p tcp -j DROP
# on: client
curl -s -m 1 http://192.0.2.11:8080/hostname || echo "no answer"
# claim doc-docker-user-shuts-published: A rule in the chain DOCKER-USER that drops what comes in shuts a published port.
[[ $out == "no answer" ]] && ping -c 1 192.0.2.11
