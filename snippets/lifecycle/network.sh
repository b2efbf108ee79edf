# A network that was removed and made again under the same name, and a container that was on it.

# %% start
docker network create mynet
docker run -dit --name alpha --network mynet busybox
# fails
docker network rm mynet
# claim lifecycle-network-in-use: A network is not removed as long as a running container is on it.
[[ $(docker network ls --format '{{.Name}}') == *mynet* ]]

# %% made-again
docker stop -t 0 alpha
docker network rm mynet
# claim lifecycle-network-of-stopped: A network is removed even if a container that has stopped was on it.
[[ $(docker network ls --format '{{.Name}}') != *mynet* && $(docker inspect -f '{{.State.Status}}' alpha) == exited ]]
docker network create mynet
# fails
docker start alpha
# claim lifecycle-network-by-id: A container whose network was removed and made again under the same name cannot be started.
[[ $(docker inspect -f '{{.State.Status}}' alpha) == exited && $(docker network ls --format '{{.Name}}') == *mynet* ]]

# %% ids
docker inspect -f '{{.NetworkSettings.Networks.mynet.NetworkID}}' alpha
docker network inspect -f '{{.Id}}' mynet
# claim lifecycle-container-keeps-id: A container that has stopped remembers its network by the id, not by the name.
[[ $(docker inspect -f '{{.NetworkSettings.Networks.mynet.NetworkID}}' alpha) != "$out" && ${#out} == 64 ]]

# %% mend
docker network disconnect mynet alpha
docker network connect mynet alpha
docker start alpha
# claim lifecycle-network-mended: A container whose network was made again can be started after it was disconnected from the old one and connected to the new one.
[[ $(docker inspect -f '{{.State.Status}} {{.NetworkSettings.Networks.mynet.NetworkID}}' alpha) == "running $(docker network inspect -f '{{.Id}}' mynet)" ]]
