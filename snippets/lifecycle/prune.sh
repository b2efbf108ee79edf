# What docker network prune removes, and what becomes of a stopped container.

docker network create idle
docker network create busy
docker run -dit --name alpha --network busy busybox
docker network create paused
docker run -dit --name beta --network paused busybox

# %% prune
docker stop -t 0 beta
docker network prune -f
docker network ls
# claim lifecycle-prune-stopped: The command docker network prune removes a network whose only container has stopped, and leaves one with a running container.
[[ $out == *" busy "* && $out != *" paused "* && $(docker inspect -f '{{.State.Status}}' beta) == exited ]]

# %% start
# fails
docker start beta
# claim lifecycle-prune-start: A stopped container whose network was pruned does not start.
[[ $out == *"network "*" not found"* && $(docker inspect -f '{{.State.Status}}' beta) == exited ]]

# %% again
docker network create paused
docker network disconnect -f paused beta
docker network connect paused beta
docker start beta
# claim lifecycle-prune-repaired: A container whose network was pruned starts again after a network of that name was created, and it was disconnected from the old one and connected to the new one.
[[ $(docker inspect -f '{{.State.Status}} {{.NetworkSettings.Networks.paused.NetworkID}}' beta) == "running $(docker network inspect -f '{{.Id}}' paused)" ]]
