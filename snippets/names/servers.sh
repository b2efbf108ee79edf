# Two DNS servers, and DNS servers for all containers.

docker network create mynet

# Another DNS server on the LAN, which knows a printer; that of the host does not. It runs on this machine, at an address of its own.
ip addr add 192.0.2.51/24 dev eth0
dnsmasq --no-resolv --no-hosts --bind-interfaces --listen-address=192.0.2.51 --address=/printer.example/192.0.2.77

# %% order
docker run --rm --network mynet --dns 192.0.2.51 --dns 192.0.2.1 busybox nslookup -type=a printer.example
# may fail
docker run --rm --network mynet --dns 192.0.2.1 --dns 192.0.2.51 busybox nslookup -type=a printer.example
# claim names-second-server-asked [engine < 26]: If the first of two DNS servers says that there is no such name, Docker asks the second.
[[ $out == *"Address: 192.0.2.77" && $(docker run --rm --dns 192.0.2.1 busybox nslookup -type=a printer.example) == *NXDOMAIN* ]]
# claim names-first-server-decides [engine >= 26]: If the first of two DNS servers says that there is no such name, Docker does not ask the second, which knows it.
[[ $out == *NXDOMAIN* && $(docker run --rm --network mynet --dns 192.0.2.51 --dns 192.0.2.1 busybox nslookup -type=a printer.example) == *"Address: 192.0.2.77" ]]

# %% _restart
mkdir -p /etc/docker
echo '{"dns": ["192.0.2.51"]}' >/etc/docker/daemon.json
arguments=$(tr '\0' ' ' <"/proc/$(cat /run/docker.pid)/cmdline" | cut -d ' ' -f 2-)
kill "$(cat /run/docker.pid)"
while pidof dockerd >/dev/null; do sleep 0.05; done
dockerd $arguments >/tmp/dockerd.log 2>&1 &
until docker version >/dev/null 2>&1; do sleep 0.05; done

# %% daemon
cat /etc/docker/daemon.json
docker run --rm busybox grep ^nameserver /etc/resolv.conf
# claim names-daemon-dns-bridge: A container on the default bridge gets the DNS servers of daemon.json.
[[ $out == "nameserver 192.0.2.51" && $(grep ^nameserver /etc/resolv.conf) == "nameserver 192.0.2.1" ]]
docker run --rm --network mynet busybox nslookup -type=a printer.example
# claim names-daemon-dns-own-network: For a container on a user-defined network, Docker asks the DNS servers of daemon.json.
[[ $out == *"127.0.0.11"*"Address: 192.0.2.77" ]]
# fails
docker run --rm --network mynet --dns 192.0.2.1 busybox nslookup -type=a printer.example
# claim names-daemon-dns-option-wins: With --dns a container has that DNS server in place of those of daemon.json.
[[ $out == *NXDOMAIN* && $(docker run --rm --dns 192.0.2.1 busybox grep ^nameserver /etc/resolv.conf) == "nameserver 192.0.2.1" ]]
