# What "Connection refused", "No route to host" and "timed out" say, and a container that is healthy and not reached.
# nodes: docker1 server

docker run -d --name web busybox httpd -f
docker run -dit --name app busybox
docker run -d --name shy --health-interval 1s --health-cmd 'netstat -ltn | grep :80' busybox httpd -f -p 127.0.0.1:80
iptables -I DOCKER-USER -d 203.0.113.10 -j DROP

# %% words
# fails
docker exec app nc 172.17.0.2 81
# claim trouble-word-refused: A container is told "Connection refused" by another container on its bridge network if that one runs and nobody listens at the port.
[[ $out == *"Connection refused"* && $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' web) == 172.17.0.2 ]]
# fails
docker exec app nc 172.17.0.99 80
# claim trouble-word-no-route: A container is told "No route to host" if it asks for an address of its own bridge network that nobody has.
[[ $out == *"No route to host"* && $(docker exec app ip route) == *"172.17.0.0/16 dev eth0"* ]]
# fails
docker exec app nc -w 2 203.0.113.10 80
# claim trouble-word-timeout: A container is told that the time is out if a rule of its host drops the packets.
[[ $out == *"timed out"* && $(iptables -S DOCKER-USER) == *"-d 203.0.113.10/32 -j DROP"* ]]

# %% _healthy
until [[ $(docker inspect -f '{{.State.Health.Status}}' shy) == healthy ]]; do sleep 0.1; done

# %% healthy
docker inspect -f '{{.State.Health.Status}} {{.NetworkSettings.Networks.bridge.IPAddress}}' shy
docker exec shy netstat -ltn | grep ':80'
# fails
docker exec app nc 172.17.0.4 80
# claim trouble-healthy-refused: A container whose server listens at 127.0.0.1 can be healthy, because the health check runs in the container, and refuse other containers all the same.
[[ $out == *"Connection refused"* && $(docker inspect -f '{{.State.Health.Status}} {{.NetworkSettings.Networks.bridge.IPAddress}}' shy) == "healthy 172.17.0.4" ]]
