# One LAN, two Docker hosts, a macvlan network on each.
# nodes: docker1 docker2
# needs: kernel macvlan

# %% create
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/26 lan
docker run -dit --name alpha --network lan busybox
docker inspect -f '{{.NetworkSettings.Networks.lan.IPAddress}}' alpha
# on: docker2
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.192/26 lan
docker run -dit --name beta --network lan busybox
docker inspect -f '{{.NetworkSettings.Networks.lan.IPAddress}}' beta

# %% reach
# on: docker1
docker exec alpha ping -c 1 192.0.2.192
# claim macvlan-other-host: Containers on macvlan networks of two hosts on one LAN reach each other by address.
[[ $out == *"from 192.0.2.192: "* && $(docker --context docker2 exec beta hostname -i) == 192.0.2.192 ]]
# fails
docker exec alpha ping -c 1 -W 1 beta
# claim macvlan-other-host-no-name: Containers on macvlan networks of two hosts do not know each other's names, though neighbours on one host do.
[[ $out == *"bad address"* && $(docker run --rm --network lan busybox ping -c 1 alpha) == *"from 192.0.2.128: "* ]]

# %% same-range
# on: docker2
docker rm -f beta
docker network rm lan
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/26 lan
docker run -dit --name beta --network lan busybox
docker inspect -f '{{.NetworkSettings.Networks.lan.IPAddress}}' beta
# on: docker1
# claim macvlan-other-host-same-address: If the macvlan networks of two hosts have the same --ip-range, containers on both get the same address.
[[ $out == 192.0.2.128 && $(docker exec alpha hostname -i) == 192.0.2.128 && $(docker --context docker2 exec beta hostname -i) == 192.0.2.128 ]]
