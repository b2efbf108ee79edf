# Two machines, each with an engine of its own; neither knows of the other.
# nodes: docker1 docker2

# %% start [picture]
docker run -dit --name alpha busybox
# on: docker2
docker run -dit --name alpha -p 8080:80 busybox httpd -f -p 80 -h /etc
docker run -dit --name beta busybox

# %% _listening
until nc -z 172.17.0.2 80; do sleep 0.05; done

# %% own-only
# on: docker1
docker ps --format 'table {{.ID}}\t{{.Names}}\t{{.Networks}}'
# claim one-daemon-own-only: An engine lists its own containers and knows nothing of those of another machine.
[[ $(docker ps --format '{{.Names}}' | xargs) == alpha && $(docker --context docker2 ps --format '{{.Names}}' | sort | xargs) == "alpha beta" ]]
# on: docker2
docker ps --format 'table {{.ID}}\t{{.Names}}\t{{.Networks}}'
# on: docker1
# claim one-daemon-same-name: Two engines may each have a container of the same name.
[[ $(docker inspect -f '{{.Name}}' alpha) == /alpha && $(docker --context docker2 inspect -f '{{.Name}}' alpha) == /alpha && $(docker inspect -f '{{.Id}}' alpha) != "$(docker --context docker2 inspect -f '{{.Id}}' alpha)" ]]

# %% same-address
docker exec alpha hostname -i
# on: docker2
docker exec alpha hostname -i
# on: docker1
# claim one-daemon-same-address: Two containers on two machines may have the same address.
[[ $(docker exec alpha hostname -i) == 172.17.0.2 && $(docker --context docker2 exec alpha hostname -i) == 172.17.0.2 ]]

# %% apart
# on: docker1
docker exec alpha ping -c 1 172.17.0.2
# fails
docker exec alpha ping -c 1 -W 1 172.17.0.3
# claim one-daemon-apart: A container on the default bridge does not reach one on the default bridge of another machine by its address: the sender looks for the address on its own network.
[[ $out == *" 100% packet loss"* && $(docker --context docker2 exec beta hostname -i) == 172.17.0.3 && $(docker exec alpha ip route) == *"172.17.0.0/16 dev eth0"* && $(docker exec alpha ip neigh show 172.17.0.3) == *" dev eth0 "* ]]

# %% by-host
docker exec alpha wget -qO- http://192.0.2.12:8080/hostname
# claim one-daemon-by-host: A container reaches a published port of a container on another machine at the address of that machine.
[[ $out == "$(docker --context docker2 inspect -f '{{slice .Id 0 12}}' alpha)" ]]
