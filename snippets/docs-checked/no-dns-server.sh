# A host that has no DNS server.

docker network create mynet

# %% default-bridge
: >/etc/resolv.conf
docker run -dit --name alpha busybox
docker exec alpha cat /etc/resolv.conf
# claim doc-no-dns-default-bridge: If the host has no DNS server, a container on the default bridge gets Google's, 8.8.8.8 and 8.8.4.4.
[[ $(grep ^nameserver <<<"$out" | xargs) == "nameserver 8.8.8.8 nameserver 8.8.4.4" && ! -s /etc/resolv.conf ]]

# %% own-network
docker run -dit --name beta --network mynet busybox
docker exec beta cat /etc/resolv.conf

# %% _count
for chain in DOCKER-USER OUTPUT; do iptables -I "$chain" -d 8.8.0.0/16; done
queries() { iptables -vS | grep -e '-d 8.8.0.0/16' | grep -vc -e '-c 0 0'; }

# %% lookup
# fails
docker exec beta nslookup -type=a example.com
# claim doc-no-dns-own-network-google [engine <= 26]: If the host has no DNS server, engines 20.10 and 26.1 ask Google's for containers on user-defined networks.
[[ $(queries) -ge 1 ]]
# claim doc-no-dns-own-network-nobody [engine >= 28]: If the host has no DNS server, engine 28.5 does not ask Google's for containers on user-defined networks.
[[ $(queries) == 0 && $out == *SERVFAIL* && $(iptables -S | grep -c 8.8.0.0) == 2 ]]
