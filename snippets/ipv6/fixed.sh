# A fixed IPv6 address for a container.

docker network create --ipv6 --subnet 198.51.100.0/24 --subnet fd00:cafe:1::/64 mynet

# %% run
docker run -dit --name alpha --network mynet --ip6 fd00:cafe:1::77 busybox
docker exec alpha ip -6 addr show dev eth0 scope global
# claim ipv6-fixed: With --ip6 a container gets the IPv6 address that it asks for, on a network whose IPv6 subnet was given.
[[ $out == *" fd00:cafe:1::77/64 "* ]]
docker restart -t 0 alpha
docker exec alpha ip -6 addr show dev eth0 scope global
# claim ipv6-fixed-stays: A container that asked for its IPv6 address has the same one after a restart.
[[ $out == *" fd00:cafe:1::77/64 "* ]]
