# Ports of containers on an overlay network, published and not.
# nodes: docker1 docker2

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377
docker network create --driver overlay --attachable mynet

# %% start
docker run -dit --name plain --network mynet busybox nc -ll -p 80 -e echo "I am plain."
docker run -dit --name public --network mynet -p 8080:80 busybox nc -ll -p 80 -e echo "I am public."
# on: docker2
docker run -dit --name peer --network mynet busybox

# %% _known
for _ in $(seq 50); do docker exec peer nslookup -type=a plain >/dev/null && docker exec peer nslookup -type=a public >/dev/null && break; sleep 0.1; done
# on: docker1
until docker exec plain nc -w 1 127.0.0.1 80 && docker exec public nc -w 1 127.0.0.1 80; do sleep 0.1; done

# %% not-published
# on: docker2
docker exec peer nc -w 1 plain 80
# claim doc-overlay-open-inside: On an overlay network a container reaches a port of a container on another host that is not published.
[[ $out == "I am plain." && $(docker ps --format '{{.Names}}') == peer ]]
# on: docker1
docker port plain
# claim doc-overlay-plain-unpublished: A container on an overlay network that was started without -p has no published port.
[[ $(docker inspect -f '{{len .HostConfig.PortBindings}}' plain public) == $'0\n1' ]]

# %% published-inside
# on: docker2
docker exec peer nc -w 1 public 80
# fails
docker exec peer nc -w 1 public 8080
# claim doc-overlay-not-mapped-inside: On an overlay network -p 8080:80 does not open port 8080.
[[ $out == *"Connection refused" && $(docker exec peer nc -w 1 public 80) == "I am public." ]]

# %% published-outside
nc -w 1 192.0.2.11 8080
# claim doc-overlay-mapped-on-host: For a container on an overlay network -p 8080:80 opens port 8080 of the host on which the container runs.
[[ $out == "I am public." ]]
# fails
nc -w 1 -v 192.0.2.12 8080
# claim doc-overlay-other-host-shut: For a container on an overlay network -p 8080:80 does not open port 8080 of the other hosts of the swarm.
[[ $out == *refused* && $(ip -4 -br addr show eth0) == *" 192.0.2.12/24"* ]]
