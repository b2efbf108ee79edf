# Choosing which of two networks is the way out.

docker network create front
docker network create back

# %% priority
# may fail
docker run -dit --name web --network back --network name=front,gw-priority=1 busybox
# claim eng-no-gateway-priority [engine <= 26]: The docker commands of engines 20.10 and 26.1 do not know gw-priority.
[[ $status != 0 && $out == *"invalid field key gw-priority"* ]]
# may fail
docker exec web ip route | grep -o 'default via [0-9.]*'
# claim eng-gateway-priority [engine >= 28]: On engine 28.5 the network with the higher gw-priority is the container's way out.
[[ $out == "default via 172.18.0.1" && $(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' front) == 172.18.0.1 ]]
