# The default route of a macvlan network that was created without a gateway, and with one.
# needs: engine >= 29
# needs: kernel macvlan

# %% without
docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 lan
docker run --rm --network lan busybox ip route
# claim e29-macvlan-no-route [engine >= 29]: From engine 29 on, a container on a macvlan network that was created without --gateway has no default route.
[[ $out == "192.0.2.0/24 dev eth0"* && $out != *default* ]]

# %% with
docker network rm lan
docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 --gateway 192.0.2.1 lan
docker run --rm --network lan busybox ip route
# claim e29-macvlan-route [engine >= 29]: On engine 29, a container on a macvlan network that was created with --gateway has a default route.
[[ $out == *"default via 192.0.2.1 dev eth0"* ]]
