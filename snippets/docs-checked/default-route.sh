# The way out of a container that is on several networks.

docker network create mole
docker network create zebra
docker network create ant
docker network inspect -f '{{.Name}} {{(index .IPAM.Config 0).Gateway}}' mole zebra ant

# %% one-more
docker run -dit --name alpha --network mole busybox
docker network connect zebra alpha
docker exec alpha ip route
# claim doc-way-out-stays: When a container is connected to one more network, its default route may stay as it was.
[[ $out == "default via 172.18.0.1 "* && $(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' mole) == 172.18.0.1 ]]

# %% and-another
docker network connect ant alpha
docker exec alpha ip route
# claim doc-way-out-moves: When a container is connected to one more network, its default route may move there: of the networks ant, mole and zebra, ant is the way out.
[[ $out == "default via 172.20.0.1 "* && $(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' ant) == 172.20.0.1 ]]

# %% one-less
docker network disconnect ant alpha
docker exec alpha ip route
# claim doc-way-out-returns: When a container leaves the network that is its way out, its default route moves to another of its networks.
[[ $out == "default via 172.18.0.1 "* ]]
