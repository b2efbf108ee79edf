# One network over two machines, and what travels between them.
# nodes: docker1 docker2 server

# %% no-swarm
# fails
docker network create --driver overlay --attachable mynet
# claim overlay-needs-a-swarm: Without a swarm the engine refuses to make an overlay network.
[[ $(docker info -f '{{.Swarm.LocalNodeState}}') == inactive && -z $(docker network ls -qf driver=overlay) ]]

# %% init
docker swarm init --advertise-addr 192.0.2.11

# %% join
token=$(docker swarm join-token -q worker)
docker --context docker2 swarm join --token "$token" 192.0.2.11:2377
docker node ls
# claim overlay-two-daemons: A swarm is made of engines, one for each machine.
[[ $(docker node ls --format '{{.Hostname}} {{.ManagerStatus}}' | sort) == $'docker1 Leader\ndocker2 ' ]]

# %% _joined
until docker network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done
until docker --context docker2 network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done

# %% new-networks
docker network ls
# claim overlay-swarm-networks: A manager of a swarm has two networks more than before: ingress (overlay) and docker_gwbridge (bridge).
[[ $(docker network ls --format '{{.Name}} {{.Driver}}' | sort | xargs) == "bridge bridge docker_gwbridge bridge host host ingress overlay none null" ]]

# %% create
docker network create --driver overlay --attachable mynet

# %% not-yet
# on: docker2
docker network ls --filter name=mynet
# claim overlay-not-there-yet: An overlay network that was made on the manager is not listed on the worker as long as no container there uses it.
[[ -z $(docker network ls -qf name=mynet) && $(docker network ls --format '{{.Name}}') == *ingress* ]]

# %% start [picture]
# on: docker1
docker run -dit --name alpha --network mynet busybox
# on: docker2
docker run -dit --name beta --network mynet busybox
docker network ls --filter name=mynet
# claim overlay-there-now: As soon as a container on the worker uses an overlay network, the worker lists it too.
[[ $(docker network ls --filter name=mynet --format '{{.Name}} {{.Driver}} {{.Scope}}') == "mynet overlay swarm" ]]

# %% _known
# on: docker1
until docker exec alpha nslookup -type=a beta >/dev/null 2>&1; do sleep 0.1; done
until docker exec alpha ping -c 1 -W 1 beta >/dev/null; do sleep 0.1; done

# %% ping [path alpha beta]
# on: docker1
docker exec alpha ping -c 1 beta
# claim overlay-by-name: On an attachable overlay network a container reaches a container on another machine by name, as if they were neighbours.
[[ $out == *"from $(docker --context docker2 inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' beta): "*" ttl=64 "* && $(docker ps --format '{{.Names}}') == alpha ]]

# %% inside
docker exec alpha ip -4 addr
docker exec alpha ip route
# claim overlay-two-interfaces: A container on an overlay network has two interfaces: one on the overlay, one on the bridge docker_gwbridge of its host.
[[ $(docker exec alpha ls -x /sys/class/net | xargs) == "eth0 eth1 lo" && $(docker network inspect -f '{{range .Containers}}{{.IPv4Address}} {{end}}' docker_gwbridge) == *"$(docker exec alpha ip -4 addr show eth1 | sed -n 's/.*inet \([^ ]*\).*/\1/p') "* ]]
# claim overlay-way-out: The default route of a container on an overlay network leads through docker_gwbridge.
[[ $out == "default via $(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' docker_gwbridge) dev eth1"* ]]

# %% outside
docker exec alpha wget -qO- http://example.com
# claim overlay-outside-sees-host: To a server outside, a container on an overlay network appears under the address of its host.
[[ $out == *"You come from 192.0.2.11." ]]

# %% listen
tcpdump -tni eth0 -c 2 udp port 4789 >wire 2>log &

# %% _listening
until grep -q listening log; do sleep 0.05; done

# %% wire
docker exec alpha ping -c 1 beta
wait
cat wire
# claim overlay-vxlan: On an overlay network a packet from one machine's container to the other's travels in a UDP packet from host to host, to port 4789.
[[ $out == *"IP 192.0.2.11."*" > 192.0.2.12.4789: VXLAN, "* ]]
# claim overlay-inner: Inside a VXLAN packet of an overlay network is the container's own packet, with the addresses of the two containers.
[[ $out == *"IP $(docker exec alpha hostname -i) > $(docker --context docker2 inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' beta): ICMP echo request"* ]]

# %% mtu
docker exec alpha ip link show eth0
ip link show eth0
# claim overlay-mtu: Where the host's network card carries 1500 bytes, a container's interface on an overlay network carries 1450: fifty are for the outer packet.
[[ $(docker exec alpha cat /sys/class/net/eth0/mtu) == 1450 && $(cat /sys/class/net/eth0/mtu) == 1500 ]]

# %% namespace
id=$(docker network inspect -f '{{slice .Id 0 10}}' mynet)
ns=/run/docker/netns/1-$id
nsenter --net="$ns" bridge link
# claim overlay-hidden-bridge: An overlay network has a network namespace of its own on each machine, with a bridge and a vxlan interface in it.
[[ $out == *" vxlan0"*" master br0 "*" veth"*" master br0 "* && -z $(ip -br link show type vxlan) ]]

# %% vxlan
nsenter --net="$ns" ip -d link show vxlan0 | grep -o "vxlan id.*dstport [0-9]*"
nsenter --net="$ns" bridge fdb show dev vxlan0 | grep dst | sort
# claim overlay-who-is-where: The vxlan interface of an overlay network holds a list of the MAC addresses on other machines, and behind each the address of the machine.
[[ $out == *"$(docker --context docker2 inspect -f '{{.NetworkSettings.Networks.mynet.MacAddress}}' beta) dst 192.0.2.12 "* && $out != *"$(docker inspect -f '{{.NetworkSettings.Networks.mynet.MacAddress}}' alpha)"* ]]

