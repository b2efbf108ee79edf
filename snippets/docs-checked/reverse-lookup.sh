# Asking DNS which container has an address.

docker network create mynet

# %% lookup
docker run -dit --name alpha --network mynet busybox
docker exec alpha nslookup 172.18.0.2
# claim doc-reverse-name: On a user-defined network DNS answers for a container's address with the container's name and, after a dot, the name of the network.
[[ $out == *"2.0.18.172.in-addr.arpa"*"name = alpha.mynet" ]]
