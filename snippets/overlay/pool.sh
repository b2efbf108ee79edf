# An overlay network with the subnet of a network that its host reaches, and a swarm with other subnets.
# nodes: docker1 client

# on: client
ip addr add 10.0.1.5/24 dev eth0
# on: docker1
ip route add 10.0.1.0/24 via 192.0.2.50

# %% office
ip route get 10.0.1.5
ping -c 1 10.0.1.5

# %% create
docker swarm init --advertise-addr 192.0.2.11 >/dev/null
docker network create --driver overlay --attachable mynet
docker network inspect -f '{{.Name}} {{range .IPAM.Config}}{{.Subnet}}{{end}}' ingress mynet
# claim overlay-pool-blind: A swarm gives an overlay network a subnet of 10.0.0.0/8 although a host of the swarm has a route to the same range.
[[ $out == $'ingress 10.0.0.0/24\nmynet 10.0.1.0/24' && $(ip route) == *"10.0.1.0/24 via 192.0.2.50"* ]]

# %% hidden
docker run -dit --name alpha --network mynet busybox
# fails
docker exec alpha ping -c 1 -W 1 10.0.1.5
# claim overlay-pool-hides: A container on an overlay network does not reach a machine outside whose address is in the subnet of that overlay network, though its host does.
[[ $out == *" 100% packet loss"* && $(docker exec alpha ip route get 10.0.1.5) == "10.0.1.5 dev eth0 "* ]] && ping -c 1 -W 1 10.0.1.5 && docker run --rm busybox ping -c 1 -W 1 10.0.1.5

# %% other-pool
docker rm -f alpha
docker swarm leave --force
docker swarm init --advertise-addr 192.0.2.11 \
    --default-addr-pool 198.18.0.0/16 --default-addr-pool-mask-length 26 >/dev/null
docker network create --driver overlay --attachable mynet
docker network inspect -f '{{.Name}} {{range .IPAM.Config}}{{.Subnet}}{{end}}' ingress mynet
# claim overlay-pool-chosen: With --default-addr-pool and --default-addr-pool-mask-length of docker swarm init, overlay networks get their subnets from the range, and in the size, of your choice.
[[ $out == $'ingress 198.18.0.0/26\nmynet 198.18.0.64/26' ]]

# %% reached
docker run --rm --network mynet busybox ping -c 1 10.0.1.5
# claim overlay-pool-reaches: A container on an overlay network whose subnet is elsewhere reaches a machine behind a route of its host.
[[ $out == *"from 10.0.1.5: "* ]]
