# A macvlan network without a parent: an island.
# nodes: docker1 client
# needs: kernel macvlan
# needs: kernel dummy

# %% create
docker network create --driver macvlan --subnet 198.51.100.0/24 island
ip -br link show type dummy
# claim macvlan-no-parent: If a macvlan network is made without a parent, Docker makes an interface of the kind dummy for it, which leads nowhere.
[[ $out == "dm-$(docker network inspect -f '{{slice .Id 0 12}}' island) "* ]]

# %% island
docker run -dit --name alpha --network island busybox
docker run -dit --name beta --network island busybox
docker exec alpha ping -c 1 beta
# fails
docker exec -t alpha ping -c 1 -W 1 192.0.2.50
# claim macvlan-island: Containers on a macvlan network without a parent reach each other and nobody else.
[[ $out != *"from 192.0.2.50: "* && $(docker exec alpha ping -c 1 beta) == *"from 198.51.100."* ]]
