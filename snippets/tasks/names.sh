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
# claim task-names-first: Once two containers from the default bridge are both connected to a user-defined network, the one reaches the other by name.
[[ $(docker exec alpha wget -qO- http://beta/hostname) == beta ]]
docker exec beta wget -qO- http://alpha/hostname
# claim task-names-second: Between two containers on a user-defined network, names resolve in both directions.
[[ $(docker exec beta wget -qO- http://alpha/hostname) == alpha ]]
# claim task-names-running: Containers are connected to a user-defined network while they run: what they keep in memory is still there.
docker exec alpha ls /dev/shm/running && docker exec beta ls /dev/shm/running
