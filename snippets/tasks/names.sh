# Task: two containers on the default bridge that are to reach each other by name.

docker run -dit --name alpha --hostname alpha busybox httpd -f -h /etc
docker run -dit --name beta --hostname beta busybox httpd -f -h /etc
docker exec alpha touch /dev/shm/running
docker exec beta touch /dev/shm/running

# %% solution
docker network create garden
docker network connect garden alpha
docker network connect garden beta

# %% _listening
until docker exec alpha wget -qO- http://beta/hostname && docker exec beta wget -qO- http://alpha/hostname; do sleep 0.1; done

# %% done
docker exec alpha wget -qO- http://beta/hostname
# claim task-names-first: Two containers from the default bridge reach each other by name once both are connected to a user-defined network.
[[ $(docker exec alpha wget -qO- http://beta/hostname) == beta ]]
docker exec beta wget -qO- http://alpha/hostname
# claim task-names-second: The names resolve in both directions.
[[ $(docker exec beta wget -qO- http://alpha/hostname) == alpha ]]
# claim task-names-running: Containers are connected to a network while they run: what they keep in memory is still there.
docker exec alpha ls /dev/shm/running && docker exec beta ls /dev/shm/running
