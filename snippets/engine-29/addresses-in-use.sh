# How many addresses of a network are in use.
# needs: engine >= 29

docker network create --subnet 172.31.7.0/28 mynet
docker run -dit --name alpha --network mynet busybox

# %% status
docker network inspect -f '{{json .Status}}' mynet
# claim e29-network-status [engine >= 29]: On engine 29, docker network inspect tells for each subnet how many addresses are in use.
[[ $out == *172.31.7.0/28* && $out == *InUse* && $(docker network inspect -f '{{json .Containers}}' mynet) == *alpha* ]]
