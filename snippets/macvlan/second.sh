# A second macvlan network on the same network card.
# needs: kernel macvlan

docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 --gateway 192.0.2.1 lan

# %% same-range
# fails
docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 --gateway 192.0.2.1 lan2
# claim macvlan-one-range-one-network: A second macvlan network with the addresses of the first is refused.
[[ $(docker network ls -f driver=macvlan --format '{{.Name}}') == lan && $out == *"Pool overlaps"* ]]

# %% same-parent
# may fail
docker network create --driver macvlan --opt parent=eth0 --subnet 198.51.100.0/24 lan3
# claim macvlan-shared-parent [engine >= 28]: On engine 28.5 two macvlan networks with different addresses can share one network card.
[[ $(docker network ls -f driver=macvlan --format '{{.Name}}' | sort | xargs) == "lan lan3" ]]
# claim macvlan-parent-taken [engine < 28]: On engines 20.10 and 26.1 a network card can be the parent of one macvlan network only.
[[ $(docker network ls -f driver=macvlan --format '{{.Name}}') == lan ]]
