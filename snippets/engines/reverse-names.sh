# The name that DNS gives for a container's address.

# %% reverse
docker network create mynet
docker run -dit --name alpha --network mynet busybox
docker exec alpha nslookup 172.18.0.2
# claim eng-reverse-name: The DNS server on a user-defined network answers for a container's address with a name and the name of the network, joined by a dot.
[[ $out == *"2.0.18.172.in-addr.arpa	name = "*".mynet" ]]
# claim eng-reverse-container-name [engine >= 26]: On engines 26.1 and 28.5 that name is the container's name.
[[ $out == *"name = alpha.mynet" ]]
