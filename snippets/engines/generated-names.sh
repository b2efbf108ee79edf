# The names of a container that was started without --name, asked for by its neighbour.

docker network create mynet
docker run -dit --name alpha --network mynet busybox

# %% start
docker run -dit --network mynet busybox
id=$(docker ps -lq)
name=$(docker ps -l --format '{{.Names}}')

# %% name
docker exec alpha nslookup -type=a "$name" | sed "s/$name/<its name>/"
# claim eng-generated-name-unknown [engine <= 20]: On engine 20.10 the name that the engine makes up for a container does not resolve.
[[ -n $name && $out == *"can't find <its name>: NXDOMAIN" ]]
# claim eng-generated-name-resolves [engine >= 26]: On engines 26.1 and 28.5 the name that the engine makes up for a container resolves on a user-defined network.
[[ -n $name && $out == *"<its name>"*"Address: 172.18.0.3" ]]

# %% id
docker exec alpha nslookup -type=a "$id"
# claim eng-short-id-resolves: The first twelve digits of a container's id resolve on a user-defined network.
[[ $id == ???????????? && $out == *"Address: 172.18.0.3" ]]
