# Subnets and addresses that Docker refuses, and the way out of each.

# %% overlap
# fails
docker network create --subnet 172.17.5.0/24 garden
# claim err-overlap: A bridge network cannot have a subnet that overlaps with that of another bridge network on the same host.
[[ $out == *"Pool overlaps with other one on this address space"* && -z $(docker network ls -qf name=garden) ]]
docker network ls -q | xargs docker network inspect -f '{{.Name}} {{range .IPAM.Config}}{{.Subnet}}{{end}}'
# claim err-overlap-whose: The subnets of all networks show which one is in the way.
[[ $out == *"bridge 172.17.0.0/16"* ]]
docker network create --subnet 198.51.100.0/24 garden
# claim err-overlap-other: With a subnet that nobody has, the network is made.
[[ $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' garden) == 198.51.100.0/24 ]]

# %% first-address
# may fail
docker network create --subnet 172.16.50.0/22 office
# claim err-first-address [engine >= 26]: Engines 26.1 and 28.5 want a subnet to be written with its first address, and say what that is.
[[ $out == *"invalid subnet 172.16.50.0/22: it should be 172.16.48.0/22" && -z $(docker network ls -qf name=office) ]]
# may fail
docker network create --subnet 172.16.48.0/22 office
# claim err-first-address-right [engine >= 26]: With the first address, engines 26.1 and 28.5 accept the subnet.
[[ $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' office) == 172.16.48.0/22 ]]

# %% no-subnet
docker network create mynet
# fails
docker run -dit --name alpha --network mynet --ip 172.18.0.77 busybox
# claim err-ip-needs-subnet [engine < 29]: A container can choose its address only on a network that was made with a subnet of its own choosing.
[[ $out == *"user specified IP address is supported only when connecting to networks with user configured subnets"* && -z $(docker ps -q) ]]
# may fail
docker rm alpha
docker run -dit --name alpha --network garden --ip 198.51.100.77 busybox
docker exec alpha hostname -i
# claim err-ip-with-subnet: On a network made with --subnet it gets the address that it asks for.
[[ $out == 198.51.100.77 ]]

# %% taken
# fails
docker run -dit --name beta --network garden --ip 198.51.100.77 busybox
# claim err-ip-taken: An address that a running container on the network has is refused to any other.
[[ $out == *"Address already in use"* && -z $(docker ps -qf name=beta) ]]
docker network inspect -f '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{end}}' garden
# claim err-ip-whose: The network itself says which container has the address.
[[ $out == "alpha 198.51.100.77/24" ]]
docker rm beta
docker run -dit --name beta --network garden --ip 198.51.100.78 busybox
# claim err-ip-other: A free address is given.
[[ $(docker exec beta hostname -i) == 198.51.100.78 ]]

# %% outside
# fails
docker run -dit --name gamma --network garden --ip 203.0.113.77 busybox
# claim err-ip-outside: An address outside the network's subnet is refused.
[[ $out == *203.0.113.77* && -z $(docker ps -qf name=gamma) && $(docker network inspect -f '{{len .Containers}}' garden) == 2 ]]

# %% no-more
for subnet in 172.19.0.0/16 172.20.0.0/14 172.24.0.0/13 192.168.0.0/16; do docker network create --subnet $subnet "big-${subnet%%/*}"; done
# fails
docker network create another
# claim err-pools-empty: Without a subnet of your choosing there cannot be one more network when each of the engine's own subnets overlaps with one that is taken.
[[ $out == *@(non-overlapping IPv4 address pool|pools have been fully subnetted)* && -z $(docker network ls -qf name=another) ]]
docker network create --subnet 10.1.1.0/24 another
# claim err-pools-by-hand: When every subnet of the pools is in use, a network with a subnet of your choosing can still be made.
[[ $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' another) == 10.1.1.0/24 ]]

# %% prune
docker network prune --force | sort
docker network create one-more
# claim err-pools-pruned: When every subnet of the pools was in use, there is room again after the networks that nobody uses have been removed.
[[ $(docker network ls --format '{{.Name}}' --filter driver=bridge | sort | xargs) == "bridge garden one-more" ]]
