# Task: a subnet behind a host that is to be reached from everywhere, with ipvlan in the mode l3.
# nodes: docker1 client server
# needs: kernel ipvlan

docker network create --driver ipvlan --subnet 198.51.100.0/24 --opt parent=eth0 --opt ipvlan_mode=l3 routed
docker run -dit --name alpha --hostname alpha --network routed --ip 198.51.100.77 busybox httpd -f -h /etc
until docker exec alpha wget -qO- http://127.0.0.1/hostname; do sleep 0.1; done

# %% solution
# on: router
ip route add 198.51.100.0/24 via 192.0.2.11
# on: docker1

# %% done
# on: client
curl -s http://198.51.100.77/hostname
# claim task-ipvlan-client: With a route by way of the host on the router, a machine on the LAN that knows its router alone reaches a container on an ipvlan network in the mode l3.
[[ $(curl -s -m 2 http://198.51.100.77/hostname) == *alpha && $(ip route get 198.51.100.77) == *" via 192.0.2.1 "* ]]
# on: server
curl -s http://198.51.100.77/hostname
# claim task-ipvlan-server: With a route by way of the host on the router, a machine beyond the router reaches a container on an ipvlan network in the mode l3.
[[ $(curl -s -m 2 http://198.51.100.77/hostname) == *alpha ]]
# on: docker1
docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' alpha
# claim task-ipvlan-one-network: A container on an ipvlan network in the mode l3 needs no second network to be reached from outside.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha) == "<routed>" ]]
