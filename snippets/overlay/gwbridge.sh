# Two containers on two overlay networks, and the bridge that both have besides.

second() { docker exec "$1" ip -4 -o addr show eth1 | sed 's/.*inet \([0-9.]*\).*/\1/'; }

# %% start
docker swarm init --advertise-addr 192.0.2.11 >/dev/null
docker network create --driver overlay --attachable red
docker network create --driver overlay --attachable blue
docker run -dit --name alpha --network red busybox
docker run -dit --name beta --network blue busybox

# %% default
docker network inspect -f '{{index .Options "com.docker.network.bridge.enable_icc"}}' docker_gwbridge
beta=$(second beta)
# fails
docker exec alpha ping -c 1 -W 1 "$beta"
# claim overlay-gwbridge-icc: On docker_gwbridge, which Docker makes with enable_icc=false, containers of two overlay networks do not reach each other, while the host reaches both.
[[ $out == *" 100% packet loss"* ]] && ping -c 1 -W 1 "$beta" && ping -c 1 -W 1 "$(second alpha)"

# %% own
docker rm -f alpha beta
docker swarm leave --force
docker network rm docker_gwbridge
docker network create --opt com.docker.network.bridge.name=docker_gwbridge docker_gwbridge
docker swarm init --advertise-addr 192.0.2.11 >/dev/null
docker network create --driver overlay --attachable red
docker network create --driver overlay --attachable blue
docker run -dit --name alpha --network red busybox
docker run -dit --name beta --network blue busybox

# %% open
beta=$(second beta)
docker exec alpha ping -c 1 "$beta"
# claim overlay-gwbridge-own: A docker_gwbridge that was made before the swarm is used as it is: without enable_icc=false, containers of two overlay networks reach each other through it.
[[ $out == *"from $beta: "* && $(docker network inspect -f '{{len .Containers}}' docker_gwbridge) == [34] ]]
