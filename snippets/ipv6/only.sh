# A network that has IPv6 and nothing else.
# nodes: docker1 server
# needs: engine >= 28

# %% create
docker network create --ipv4=false --ipv6 --subnet fd00:cafe:2::/64 only6
docker run -dit --name alpha --network only6 busybox
docker exec alpha ip addr show eth0 scope global
# claim ipv6-only-addresses: On a network made with --ipv4=false a container has no IPv4 address.
[[ $out == *"inet6 fd00:cafe:2::2/64"* && -z $(docker exec alpha ip -4 addr show eth0) ]]

# %% reach
docker exec alpha wget -qO- http://example.com
# claim ipv6-only-outside: A container without IPv4 reaches a server that has an IPv6 address by name.
[[ $out == *"You come from 2001:db8:1::11." ]]
# fails
docker exec -t alpha ping -4 -c 1 -W 1 203.0.113.10
# claim ipv6-only-no-ipv4: A container without IPv4 cannot reach an IPv4 address.
[[ $out == *"Network is unreachable"* ]]
