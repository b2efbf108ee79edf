# A network with chosen addresses, and containers that ask for theirs.

# %% create
docker network create --subnet 198.51.100.0/24 --gateway 198.51.100.254 --ip-range 198.51.100.128/25 --aux-address printer=198.51.100.128 garden
docker network inspect -f '{{json .IPAM.Config}}' garden

# %% run
docker run -dit --name alpha --network garden busybox
docker run -dit --name beta --network garden --ip 198.51.100.7 busybox
docker exec alpha ip route
# claim addresses-gateway: The address given with --gateway is the host's on that network, and the containers' way out.
[[ $out == "default via 198.51.100.254 "* && $(ip -4 -br addr) == *" 198.51.100.254/24"* ]]
docker exec alpha hostname -i
# claim addresses-range: A container that does not ask gets the first address of --ip-range that is neither taken nor reserved with --aux-address.
[[ $out == 198.51.100.129 ]]
docker exec beta hostname -i
# claim addresses-asked: With --ip a container gets the address that it asks for, which need not be in --ip-range as long as it is in --subnet.
[[ $out == 198.51.100.7 && $(docker network inspect -f '{{(index .IPAM.Config 0).IPRange}}' garden) == 198.51.100.128/25 ]]

# %% restart
docker stop -t 0 alpha beta
docker run -dit --name gamma --network garden busybox
docker start alpha beta
docker exec alpha hostname -i
# claim addresses-moves: A container that did not ask for its address may have another one after a stop and a start.
[[ $out == 198.51.100.130 && $(docker exec gamma hostname -i) == 198.51.100.129 ]]
docker exec beta hostname -i
# claim addresses-stays: A container that asked for its address has the same one after a stop and a start.
[[ $out == 198.51.100.7 ]]

# %% refused
# fails
docker run -dit --name delta --network garden --ip 198.51.100.7 busybox
# claim addresses-taken: An address that another container has is refused.
[[ $out == *"Address already in use"* && $(docker exec beta hostname -i) == 198.51.100.7 && $(docker inspect -f '{{.State.Status}}' delta) == created ]]
# fails
docker run -dit --name epsilon --network garden --ip 198.51.101.7 busybox
# claim addresses-elsewhere: An address outside the network's subnet is refused.
[[ -z $(docker ps -qf name=epsilon) && $(docker ps -qf name=beta) ]]

# %% mac
docker run -dit --name zeta --network garden --ip 198.51.100.8 --mac-address 02:00:5e:10:00:01 busybox
docker exec zeta cat /sys/class/net/eth0/address
# claim addresses-mac: With --mac-address a container gets the MAC address that it asks for.
[[ $out == 02:00:5e:10:00:01 && $(docker inspect -f '{{.NetworkSettings.Networks.garden.MacAddress}}' zeta) == "$out" ]]

# %% overlap
# fails
docker network create --subnet 198.51.100.128/25 other
# claim addresses-overlap: A subnet that overlaps with that of another bridge network of the same engine is refused for a bridge network.
[[ $out == *"Pool overlaps with other one on this address space"* && -z $(docker network ls -qf name=other) ]]

# %% _tidy
docker rm -f delta epsilon >/dev/null 2>&1 || true
