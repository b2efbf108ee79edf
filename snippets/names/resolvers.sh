# Whom containers ask, on a host that asks itself.

docker network create mynet

# The host has a DNS server of its own, at 127.0.0.1, which asks the one on the LAN.
dnsmasq --no-resolv --no-hosts --bind-interfaces --listen-address=127.0.0.1 --server=192.0.2.1

# %% ordinary
cat /etc/resolv.conf
docker run --rm busybox grep ^nameserver /etc/resolv.conf
# claim names-default-bridge-copies: On the default bridge a container gets the DNS server that is in its host's /etc/resolv.conf, if that is another machine.
[[ $out == "nameserver 192.0.2.1" && $(grep ^nameserver /etc/resolv.conf) == "$out" && $(ip -br addr) != *192.0.2.1/* ]]
docker run --rm --network mynet busybox grep ^nameserver /etc/resolv.conf
# claim names-own-network-docker: On a user-defined network a container's only DNS server is 127.0.0.11.
[[ $out == "nameserver 127.0.0.11" ]]

# %% loopback
echo "nameserver 127.0.0.1" >/etc/resolv.conf
docker run --rm busybox grep ^nameserver /etc/resolv.conf
# claim names-loopback-becomes-google: If the only DNS server of the host is on 127.0.0.1, a container on the default bridge gets Google's, 8.8.8.8 and 8.8.4.4.
[[ $(xargs <<<"$out") == "nameserver 8.8.8.8 nameserver 8.8.4.4" ]]

# %% own-network
docker run --rm --network mynet busybox nslookup -type=a example.com
# claim names-loopback-own-network: If the only DNS server of the host is on 127.0.0.1, containers on a user-defined network can still look up names.
[[ $out == *"127.0.0.11"*"Address: 203.0.113.10" && $(grep ^nameserver /etc/resolv.conf) == "nameserver 127.0.0.1" ]]

# %% by-hand
docker run --rm --dns 192.0.2.1 busybox nslookup -type=a example.com
# claim names-loopback-by-hand: If the only DNS server of the host is on 127.0.0.1, --dns with the address of another one helps on the default bridge.
[[ $out == *"Server:"*"192.0.2.1"*"Address: 203.0.113.10" ]]
