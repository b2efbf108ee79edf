# From a container on one bridge network to a published port of a container on another.

docker network create front
docker network create back
docker run -dit --name web --network front -p 8080:80 busybox nc -ll -p 80 -e echo "I am web."
docker run -dit --name db --network front busybox nc -ll -p 80 -e echo "I am db."
until nc -z 172.18.0.2 80 && nc -z 172.18.0.3 80; do sleep 0.1; done

# %% container-address
docker run -dit --name peer --network back busybox
# fails
docker exec peer nc -w 1 172.18.0.2 80
# claim doc-other-bridge-not-direct: A container on another bridge network does not reach a published port at the container's own address.
[[ $out == "nc: timed out" && $(docker inspect -f '{{.NetworkSettings.Networks.front.IPAddress}}' web) == 172.18.0.2 && $(nc -w 1 172.18.0.2 80) == "I am web." ]]

# %% host-address
docker exec peer nc -w 1 192.0.2.11 8080
# claim doc-other-bridge-by-host: A container on another bridge network reaches a published port at an address of the host.
[[ $out == "I am web." ]]

# %% not-published
# fails
docker exec peer nc -w 1 172.18.0.3 80
# claim doc-other-bridge-unpublished: A container on another bridge network does not reach a port that is not published.
[[ $out == "nc: timed out" && $(nc -w 1 172.18.0.3 80) == "I am db." ]]
