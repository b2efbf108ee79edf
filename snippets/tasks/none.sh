# Task: a container that runs, and is to lose its network.

docker run -dit --name calc busybox
docker exec calc touch /dev/shm/running

# %% solution
docker network disconnect bridge calc

# %% done
docker exec calc ip link
# claim task-none-loopback: A container that is detached from its last network has the interface lo left, and no other.
[[ $(docker exec calc ls /sys/class/net) == lo ]]
# claim task-none-running: A container is detached from its last network while it runs: what it keeps in memory is still there.
docker exec calc ls /dev/shm/running
