# Task: a database that is not to reach anything outside.
# nodes: docker1 client server

docker network create shop
docker run -dit --name database --hostname database --network shop busybox httpd -f -h /etc
docker run -dit --name web --hostname web --network shop -p 8080:80 busybox httpd -f -h /etc
until curl -s http://127.0.0.1:8080/hostname && docker exec web wget -qO- http://database/hostname; do sleep 0.1; done

# %% solution
docker network create --internal vault
docker network connect vault database
docker network connect vault web
docker network disconnect shop database

# %% done
docker exec web wget -qO- http://database/hostname
# claim task-internal-neighbour: A container on an internal network is reached by name from a container that is on that network too.
[[ $(docker exec web wget -qO- http://database/hostname) == database ]]
# fails
docker exec -t database ping -c 1 -W 1 203.0.113.10
# claim task-internal-outside: A container whose only network is internal gets no answer from a server outside, while a container that is on another network as well does.
[[ $(docker exec web ping -c 1 203.0.113.10) == *"from 203.0.113.10: "* && $(docker exec database ping -c 1 -W 1 203.0.113.10) != *"from 203.0.113.10: "* && $(docker exec database hostname) == database ]]
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim task-internal-published: A published port of a container that is on an internal network and on another one answers the LAN.
[[ $(curl -s -m 2 http://192.0.2.11:8080/hostname) == *web ]]
