# Two DNS servers, of which the first does not answer.

docker network create mynet

# %% run
docker run -dit --name quick --network mynet --dns 192.0.2.1 busybox
docker run -dit --name slow --network mynet --dns 192.0.2.99 --dns 192.0.2.1 busybox

# %% ask
docker exec quick timeout 2 nslookup -type=a example.com
# fails
docker exec slow timeout 2 nslookup -type=a example.com
# claim names-dead-server: If the first of two DNS servers does not answer, a container on a user-defined network waits for more than two seconds for a name outside.
[[ $status == 143 && $(docker exec quick timeout 2 nslookup -type=a example.com) == *203.0.113.10* ]]

# %% wait
docker exec slow timeout 30 nslookup -type=a example.com
# claim names-dead-server-second: If the first of two DNS servers does not answer, the second one is asked after a while, and a name outside resolves.
[[ $out == *203.0.113.10* ]] && ! ping -c 1 -W 1 192.0.2.99
