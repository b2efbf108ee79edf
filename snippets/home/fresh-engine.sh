# A freshly installed engine: its networks beside the host's network interfaces.

# %% networks
docker network ls
# claim three-networks: A fresh engine has three networks: bridge, host and none.
[[ $(docker network ls --format '{{.Name}}' | sort | xargs) == "bridge host none" ]]

# %% interfaces [picture]
ip -4 -br addr
ifconfig docker0 | head -n 3
# claim one-interface: On a fresh host the engine has one interface, docker0; the others are the loopback lo and the network card eth0.
[[ $(cd /sys/class/net && echo *) == "docker0 eth0 lo" && -d /sys/class/net/docker0/bridge && $(ip route show default) == *" dev eth0"* ]]

# %% which-bridge
docker network inspect -f '{{index .Options "com.docker.network.bridge.name"}}' bridge
# claim bridge-is-docker0: The network bridge is the Linux bridge docker0.
[[ $out == docker0 && -d /sys/class/net/docker0/bridge ]]
docker network inspect -f '{{.Name}}: {{json .IPAM.Config}}' bridge host none
# claim no-interface-for-host-and-none: The networks host and none have no interface and no addresses of their own.
[[ $(docker network inspect -f '{{len .Options}} {{len .IPAM.Config}}' host none) == $'0 0\n0 0' && $(cd /sys/class/net && echo *) == "docker0 eth0 lo" && $(docker network inspect -f '{{index .Options "com.docker.network.bridge.name"}}' bridge) == docker0 ]]

# %% first-container
ip -br link show docker0
# claim docker0-starts-down: Before the first container starts, docker0 is down.
[[ $(cat /sys/class/net/docker0/operstate) == down && -z $(docker ps -q) ]]
docker run -dit --name alpha busybox

# %% _wait
until [ "$(cat /sys/class/net/docker0/operstate)" = up ]; do sleep 0.05; done

# %% after-the-first-container [picture]
ip -br link
# claim docker0-comes-up: With a running container on it, docker0 is up.
[[ $(cat /sys/class/net/docker0/operstate) == up && $(docker inspect -f '{{.State.Running}}' alpha) == true ]]
# claim a-veth-a-container: A running container on the default bridge adds an interface to the host, its name beginning with veth, that is attached to docker0.
[[ $(cd /sys/class/net && echo *) == "docker0 eth0 lo veth"??????? && $(ip -br link show master docker0) == veth* ]]
# claim bridge-gateway-on-docker0: The address of docker0 is the gateway of the containers on the network bridge.
[[ $(ip -4 -br addr show docker0) == *" $(docker exec alpha ip route | awk '/^default/ { print $3 }')/16"* ]]
