# An encrypted overlay network, as the LAN sees it.
# nodes: docker1 docker2
# needs: kernel esp

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377
until docker network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done
until docker --context docker2 network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done

# %% create
docker network create --driver overlay --attachable --opt encrypted secret
docker run -dit --name alpha --network secret busybox
docker --context docker2 run -dit --name beta --network secret busybox

# %% _known
until docker exec alpha nslookup -type=a beta >/dev/null 2>&1; do sleep 0.1; done
until docker exec alpha ping -c 1 -W 1 beta; do sleep 0.1; done >/dev/null 2>&1

# %% listen
tcpdump -tni eth0 -c 2 host 192.0.2.12 and not tcp and not port 7946 >wire 2>log &

# %% _listening
until grep -q listening log; do sleep 0.05; done

# %% wire
docker exec alpha ping -c 1 beta
wait
cat wire
# claim overlay-encrypted: On an encrypted overlay network nothing of the containers' packets can be read on the LAN: they travel as ESP.
[[ $out == *"ESP(spi="*"ESP(spi="* && $out != *VXLAN* && $out != *"10.0."* ]]
