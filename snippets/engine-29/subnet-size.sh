# A network of which the size is chosen, and not the subnet.
# needs: engine >= 29

# %% size
docker network create --subnet 0.0.0.0/24 mynet
docker network inspect -f '{{range .IPAM.Config}}{{.Subnet}}{{end}}' mynet
# claim e29-subnet-size [engine >= 29]: On engine 29, --subnet 0.0.0.0/24 asks for a subnet of that size from Docker's pools.
[[ $out == 172.*.0/24 && $(docker run --rm --network mynet busybox hostname -i) == "${out%.0/24}."* ]]
