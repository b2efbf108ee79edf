# A fixed address on a network that was created without a subnet.
# needs: engine >= 29

docker network create mynet

# %% run
docker run -dit --name alpha --network mynet --ip 172.18.0.99 busybox
docker exec alpha hostname -i
# claim e29-fixed-address [engine >= 29]: On engine 29, a container can choose its address on a network that was created without --subnet.
[[ $out == 172.18.0.99 && $(docker network inspect -f '{{json .IPAM.Config}}' mynet) == *'"172.18.0.0/16"'* ]]
