# Names of the world outside, asked for on an internal network.
# nodes: docker1 server

docker network create --internal inner
docker run -dit --name alpha --network inner busybox
docker run -dit --name beta --network inner busybox

# %% outside
# fails
docker exec alpha nslookup -type=a example.com
# claim eng-internal-name-waits [engine <= 20]: On engine 20.10 a container on an internal network that asks for a name of the world outside gets no answer.
[[ $out == *"no servers could be reached" ]]
# claim eng-internal-name-refused [engine >= 26]: On engines 26.1 and 28.5 a container on an internal network that asks for a name of the world outside gets an error.
[[ $out == *"can't find example.com: SERVFAIL" ]]

# %% inside
docker exec alpha nslookup -type=a beta
# claim eng-internal-name-of-neighbour: Names of containers on an internal network resolve there.
[[ $out == *"Name:"*beta*"Address: 172.18.0.3" ]]
