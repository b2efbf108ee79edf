# What a program meets on the network host, and not on a bridge: low ports, sysctls, sockets without a file, an old resolv.conf.

# %% low-port
docker run -d --name bridged --user 1000 busybox httpd -f -p 80 -h /etc
# fails
docker run --name shared --user 1000 --network host busybox httpd -f -p 80 -h /etc

# %% low-port-why
docker exec bridged cat /proc/sys/net/ipv4/ip_unprivileged_port_start
cat /proc/sys/net/ipv4/ip_unprivileged_port_start
# claim host-low-port: A program that is not root can listen on port 80 in a container on a bridge network, and cannot on the network host, where the host's own limit counts.
[[ $(docker inspect -f '{{.State.Running}} {{.Config.User}}' bridged shared) == $'true 1000\nfalse 1000' && $(docker logs shared 2>&1) == *"Permission denied"* && $(docker exec bridged cat /proc/sys/net/ipv4/ip_unprivileged_port_start) == 0 && $out == 1024 ]]

# %% sysctl
docker run --rm --sysctl net.ipv4.ip_default_ttl=40 busybox cat /proc/sys/net/ipv4/ip_default_ttl
# fails
docker run --rm --network host --sysctl net.ipv4.ip_default_ttl=40 busybox cat /proc/sys/net/ipv4/ip_default_ttl
# claim host-no-sysctl: With --sysctl a container on a bridge network gets a network setting of its own; on the network host it is refused.
[[ $out == *net.ipv4.ip_default_ttl* && $(cat /proc/sys/net/ipv4/ip_default_ttl) == 64 && $(docker run --rm --sysctl net.ipv4.ip_default_ttl=40 busybox cat /proc/sys/net/ipv4/ip_default_ttl) == 40 ]]

# %% abstract
python3 -c 'import socket, time; s = socket.socket(socket.AF_UNIX); s.bind("\0secret"); s.listen(); time.sleep(600)' &

# %% _bound
for _ in $(seq 200); do grep -q @secret /proc/net/unix && break; sleep 0.05; done

# %% abstract-seen
docker run --rm --network host busybox grep -c @secret /proc/net/unix
# fails
docker run --rm busybox grep -c @secret /proc/net/unix
# claim host-abstract-sockets: A container on the network host sees the host's Unix sockets that have no file; a container on a bridge network does not.
[[ $out == 0 && $(docker run --rm --network host busybox grep -c @secret /proc/net/unix) == 1 ]]

# %% resolv
docker run -dit --name web --network host busybox
echo "nameserver 192.0.2.99" >/etc/resolv.conf
docker exec web grep nameserver /etc/resolv.conf
# claim host-resolv-old: When the host gets another name server, a container on the network host that runs already keeps the earlier one.
[[ $out == "nameserver 192.0.2.1" && $(grep nameserver /etc/resolv.conf) == "nameserver 192.0.2.99" ]]

# %% resolv-restart
docker restart -t 0 web
docker exec web grep nameserver /etc/resolv.conf
# claim host-resolv-restart: After a restart, a container on the network host has the name server that its host has by then.
[[ $out == "nameserver 192.0.2.99" ]]
