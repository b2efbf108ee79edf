# Which network card an ipvlan network sits on, and what else can sit there.
# needs: kernel ipvlan
# needs: kernel dummy

docker network create --driver ipvlan --subnet 192.0.2.0/24 --gateway 192.0.2.1 --opt parent=eth0 lan
docker run -dit --name alpha --network lan --ip 192.0.2.201 busybox

# %% second
# fails
docker network create --driver ipvlan --subnet 198.51.100.0/24 --opt parent=eth0 second
# claim ipvlan-one-network-a-parent: A second ipvlan network with the same parent is refused.
[[ $(docker network ls --quiet --filter driver=ipvlan | wc -l) == 1 ]]

# %% macvlan
docker network create --driver macvlan --subnet 198.51.100.0/24 --opt parent=eth0 mac
# fails
docker run -dit --name beta --network mac busybox
# claim ipvlan-not-with-macvlan: While a container on an ipvlan network runs, no container can start on a macvlan network with the same parent.
[[ $(docker inspect -f '{{.State.Running}}' beta) == false ]]

# %% without-parent
docker network create --driver ipvlan inside
docker run -dit --name gamma --network inside busybox
ip -br link show type dummy
# claim ipvlan-without-parent: Without a parent an ipvlan network gets one that leads nowhere: a dummy interface on the host, named di- and the first digits of the network's id.
[[ -d /sys/class/net/di-$(docker network inspect -f '{{slice .Id 0 12}}' inside) && $out == "di-$(docker network inspect -f '{{slice .Id 0 12}}' inside) "* ]]
docker exec gamma ip route
# claim ipvlan-without-parent-no-way-out: Without a parent the containers of an ipvlan network have no way out, only their neighbours.
[[ $out != *default* && $out == *" dev eth0 "* ]]
