# Where docker inspect tells a container's address.
# needs: engine >= 29

docker network create mynet
docker run -dit --name alpha --network mynet busybox

# %% addresses
# fails
docker inspect -f '{{.NetworkSettings.IPAddress}}' alpha
docker inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' alpha
# claim e29-no-ip-address [engine >= 29]: From engine 29 on, docker inspect has a container's address below its networks and nowhere else.
[[ $out == 172.18.0.2 && $(docker inspect alpha) != *'"Gateway": ""'* && $(docker inspect -f '{{json .NetworkSettings}}' alpha | grep -o '"IPAddress"' | wc -l) == 1 ]]
