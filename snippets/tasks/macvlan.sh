# Task: a host that is to reach its own container on a macvlan network.
# nodes: docker1 client
# needs: kernel macvlan

docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan
docker run -dit --name alpha --hostname alpha --network lan busybox httpd -f -h /etc
until docker exec alpha wget -qO- http://127.0.0.1/hostname; do sleep 0.1; done

# %% solution
ip link add shim link eth0 type macvlan mode bridge
ip addr add 192.0.2.200/32 dev shim
ip link set shim up
ip route add 192.0.2.128/32 dev shim

# %% done
curl -s http://192.0.2.128/hostname
# claim task-macvlan-host: With a macvlan interface of its own and a route through it, the host reaches its container on a macvlan network.
[[ $(curl -s -m 2 http://192.0.2.128/hostname) == *alpha ]]
# on: client
curl -s http://192.0.2.128/hostname
# claim task-macvlan-client: When the host has a macvlan interface too, other machines on the LAN still reach its container on a macvlan network.
[[ $(curl -s -m 2 http://192.0.2.128/hostname) == *alpha ]]
# on: docker1
docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' alpha
# claim task-macvlan-one-network: To be reached by its host in this way, through a macvlan interface of the host, a container needs no second network.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha) == "<lan>" ]]
