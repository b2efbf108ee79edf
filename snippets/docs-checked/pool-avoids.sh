# Routes of the host to addresses that would have been next.

# %% attached
ip route add 172.18.0.0/16 dev eth0
docker network create first
docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' first
# claim doc-pool-avoids-attached: For a new network the engine does not choose a subnet that its host reaches directly, without a router.
[[ $out == 172.19.0.0/16 && $(ip route get 172.18.0.2) == "172.18.0.2 dev eth0 "* ]]

# %% by-router
ip route add 172.20.0.0/16 via 192.0.2.1
docker network create second
docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' second
# claim doc-pool-takes-routed: For a new network the engine may choose a subnet that its host reaches by way of a router.
[[ $out == 172.20.0.0/16 && $(ip route show 172.20.0.0/16) == "172.20.0.0/16 via 192.0.2.1 dev eth0"* ]]

# %% conflict
docker run -dit --name alpha --network second busybox
ip route get 172.20.0.2
# fails
ping -c 1 -W 1 172.20.0.2
# claim doc-pool-conflict: If the host has an older route to a network's subnet, by way of a router, it does not reach the containers on that network.
[[ $out == *" 100% packet loss"* && $(docker exec alpha hostname -i) == 172.20.0.2 && $(ip route get 172.20.0.2) == *" via 192.0.2.1 dev eth0 "* ]]
