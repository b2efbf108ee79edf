# Task: two containers on two machines that are to reach each other by name.
# nodes: docker1 docker2

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377
docker run -dit --name alpha --hostname alpha busybox httpd -f -h /etc
docker --context docker2 run -dit --name beta --hostname beta busybox httpd -f -h /etc
until docker network inspect docker_gwbridge && docker --context docker2 network inspect docker_gwbridge; do sleep 0.1; done >/dev/null 2>&1

# %% solution
docker network create --driver overlay --attachable mynet
docker network connect mynet alpha
# on: docker2
docker network connect mynet beta
# on: docker1

# %% _reached
until docker exec alpha wget -qO- http://beta/hostname && docker --context docker2 exec beta wget -qO- http://alpha/hostname; do sleep 0.1; done

# %% done
docker exec alpha wget -qO- http://beta/hostname
# claim task-overlay-there: A container that is connected to an attachable overlay network while it runs reaches by name a container on a worker of the swarm.
[[ $(docker exec alpha wget -qO- http://beta/hostname) == beta ]]
# on: docker2
docker exec beta wget -qO- http://alpha/hostname
# claim task-overlay-back: A container on a worker that is connected to an attachable overlay network while it runs reaches by name a container on the manager.
[[ $(docker exec beta wget -qO- http://alpha/hostname) == alpha ]]
