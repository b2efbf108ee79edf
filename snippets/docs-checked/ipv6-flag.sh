# An IPv6 subnet for a network, with and without --ipv6.

# %% without
docker network create --subnet 198.51.100.0/25 --subnet 2001:db8:abc::/64 first
docker network inspect -f '{{.EnableIPv6}} {{json .IPAM.Config}}' first
docker run -dit --name alpha --network first busybox
docker exec alpha ip -6 addr show eth0
# claim doc-v6-subnet-unused: Without --ipv6 an IPv6 subnet is accepted for a bridge network and not used.
[[ $(docker network inspect -f '{{.EnableIPv6}} {{json .IPAM.Config}}' first) == "false "*2001:db8:abc::/64* && -n $(docker exec alpha ip -4 addr show eth0) && -z $(docker exec alpha ip -6 addr show eth0) ]]

# %% with
docker network create --ipv6 --subnet 198.51.100.128/25 --subnet 2001:db8:abd::/64 second
docker run -dit --name beta --network second busybox
docker exec beta ip -6 addr show eth0
# claim doc-v6-flag: With --ipv6 the containers of a bridge network have addresses from the IPv6 subnet, without a setting of the engine.
[[ $out == *"inet6 2001:db8:abd::2/64 scope global"* && ! -s /etc/docker/daemon.json ]]
