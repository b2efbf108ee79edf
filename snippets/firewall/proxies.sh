# A range of ports: what the engine starts and adds for it.

restart_engine() { # the same dockerd once more; with systemd it is: systemctl restart docker
    local command
    mapfile -d '' -t command <"/proc/$(pidof dockerd)/cmdline"
    kill "$(pidof dockerd)" && while pidof dockerd; do sleep 0.1; done >/dev/null
    "${command[@]}" >/run/dockerd.log 2>&1 &
    until docker version >/dev/null 2>&1; do sleep 0.1; done
}

# %% range
docker run -dit --name many -p 8000-8019:8000-8019 busybox
pgrep -c docker-proxy
iptables -t nat -S DOCKER | grep -c DNAT
# claim firewall-proxies-per-port: For each published TCP port the engine starts two processes docker-proxy, for IPv4 and for IPv6, and adds a rule that replaces the destination.
[[ $out == 20 && $(pgrep -c docker-proxy) == 40 ]]

# %% without
docker rm -f many
echo '{"userland-proxy": false}' >/etc/docker/daemon.json
restart_engine
docker run -dit --name many --hostname many -p 8000-8019:8000-8019 busybox httpd -f -p 8000 -h /etc
pgrep -c docker-proxy || iptables -t nat -S DOCKER | grep -c DNAT
# claim firewall-proxies-without: With "userland-proxy": false there is no docker-proxy, and one rule for each published port is left.
[[ $out == $'0\n20' ]]

# %% _listening
until nc -z -w 1 172.17.0.2 8000; do sleep 0.1; done

# %% itself
curl -s -m 1 http://127.0.0.1:8000/hostname || echo "no answer"
# claim firewall-proxies-loopback: With "userland-proxy": false, the host still reaches a published port at 127.0.0.1.
[[ $out == many && -z $(pgrep docker-proxy) ]]
curl -s -m 1 "http://[::1]:8000/hostname" || echo "no answer"
# claim firewall-proxies-no-ipv6: With "userland-proxy": false, a published port of a container without an IPv6 address does not answer at ::1.
[[ $out == "no answer" && $(curl -s -m 1 http://127.0.0.1:8000/hostname) == many ]]
