# Many published ports, with the userland proxy and without.
# nodes: docker1 client

arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)

# %% range
docker run -d --name many --hostname many -p 8000-8020:8000-8020 busybox httpd -f -p 8000 -h /etc

# %% _listening
until docker exec many netstat -ltn | grep -q ':8000 '; do sleep 0.05; done

# %% proxies
pgrep -c docker-proxy
# claim publish-proxy-each: Each published port has one docker-proxy for each address family.
[[ $out == 42 && $(docker inspect -f '{{len .NetworkSettings.Ports}}' many) == 21 ]]
iptables -t nat -S DOCKER | grep -c DNAT
# claim publish-rule-each: Each published port has one rule that replaces the destination.
[[ $out == 21 ]]

# %% one-family
docker rm -f many
docker run -d --name many --hostname many -p 127.0.0.1:8000-8020:8000-8020 busybox httpd -f -p 8000 -h /etc
pgrep -c docker-proxy
# claim publish-proxy-one-family: If ports are published on one IPv4 address, there is one docker-proxy for each port.
[[ $out == 21 && $(docker inspect -f '{{len .NetworkSettings.Ports}}' many) == 21 ]]
docker rm -f many

# %% daemon-json
cat >/etc/docker/daemon.json <<'END'
{
  "userland-proxy": false
}
END

# %% _restart
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% without
docker run -d --name many --hostname many -p 8000-8020:8000-8020 busybox httpd -f -p 8000 -h /etc
# fails
pgrep -c docker-proxy
# claim publish-no-proxy: With "userland-proxy": false in daemon.json there is no docker-proxy.
[[ $out == 0 && $(docker inspect -f '{{len .NetworkSettings.Ports}}' many) == 21 ]]
iptables -t nat -S DOCKER | grep -c DNAT

# %% _without-listening
until docker exec many netstat -ltn | grep -q ':8000 '; do sleep 0.05; done

# %% ask
# on: client
curl -s http://192.0.2.11:8000/hostname
# claim publish-no-proxy-lan: Without docker-proxy a published port answers the LAN over IPv4.
[[ $out == many ]]
# fails
curl -sS -m 2 'http://[2001:db8:1::11]:8000/hostname'
# claim publish-no-proxy-ipv6: Without docker-proxy a published port of a container that has no IPv6 address does not answer over IPv6.
[[ $status != 0 && $(curl -s http://192.0.2.11:8000/hostname) == many ]] && ping -c 1 2001:db8:1::11
# on: docker1
curl -s http://127.0.0.1:8000/hostname
# claim publish-no-proxy-loopback: Without docker-proxy a published port still answers at 127.0.0.1 of the host.
[[ $out == many ]] && ! pgrep docker-proxy

# %% free
docker run -d --name any --hostname any -p 127.0.0.1::80 busybox httpd -f -h /etc

# %% _any-listening
until docker exec any netstat -ltn | grep -q ':80 '; do sleep 0.05; done

# %% free-port
docker port any
# claim publish-free-on-loopback: With 127.0.0.1:: before the container's port, the engine picks a free port of the host and publishes it on 127.0.0.1 alone.
[[ $(docker inspect -f '{{with index .NetworkSettings.Ports "80/tcp"}}{{len .}} {{(index . 0).HostIp}}{{end}}' any) == "1 127.0.0.1" && $(curl -s "http://$(docker port any 80)/hostname") == any ]]
