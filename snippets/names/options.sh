# A DNS server, a domain and a name of one's own choice.

docker network create mynet
docker run -dit --name alpha --network mynet busybox

# Another DNS server on the LAN, which knows a printer. It runs on this machine, at an address of its own.
ip addr add 192.0.2.51/24 dev eth0
dnsmasq --no-resolv --no-hosts --bind-interfaces --listen-address=192.0.2.51 --address=/printer.example/192.0.2.77

# %% dns
# fails
docker run --rm busybox nslookup -type=a printer.example
docker run --rm --dns 192.0.2.51 busybox nslookup -type=a printer.example
# claim names-dns-default-bridge: With --dns a container on the default bridge asks that DNS server.
[[ $out == *"Server:"*"192.0.2.51"*"Address: 192.0.2.77" ]]

# %% dns-own-network
docker run -dit --name beta --network mynet --dns 192.0.2.51 busybox
docker exec beta nslookup -type=a printer.example
# claim names-dns-own-network: With --dns a container on a user-defined network still asks Docker, and Docker asks that DNS server.
[[ $out == *"Server:"*"127.0.0.11"*"Address: 192.0.2.77" ]]
docker exec beta ping -c 1 alpha | head -n 1
# claim names-dns-keeps-names: With --dns a container on a user-defined network still knows its neighbours by name.
[[ $out == "PING alpha (172.18.0.2)"* ]]

# %% dns-search
docker run -dit --name gamma --dns-search com --add-host example.com:192.0.2.1 busybox
docker exec gamma cat /etc/resolv.conf
docker exec gamma nslookup -type=a example
# claim names-dns-search: With --dns-search a container tries a short name with that domain behind it.
[[ $out == *"Name:"*"example.com"*"Address: 203.0.113.10" && $(docker exec gamma grep ^search /etc/resolv.conf) == "search com" ]]

# %% add-host
docker exec gamma grep example.com /etc/hosts
docker exec gamma ping -c 1 example.com
# claim names-add-host: A name given with --add-host is written to the container's /etc/hosts and wins over DNS.
[[ $out == "PING example.com (192.0.2.1)"*"from 192.0.2.1: "* && $(docker exec gamma cat /etc/hosts) == *"192.0.2.1"*"example.com"* ]]
docker exec gamma nslookup -type=a example.com
# claim names-add-host-not-in-dns: DNS knows nothing of a name given with --add-host.
[[ $out == *"Address: 203.0.113.10" && $(grep -c ^Address: <<<"$out") == 2 ]]
