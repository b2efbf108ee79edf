# One network from beginning to end: what it is made of, and what appears when a container joins.

# %% create
docker network create mynet
docker network inspect mynet
# claim networks-address-plan: A new network has its range of addresses and its gateway at once, before any container uses it.
[[ $(docker network inspect -f '{{.IPAM.Driver}} {{(index .IPAM.Config 0).Subnet}} {{(index .IPAM.Config 0).Gateway}} {{len .Containers}}' mynet) == "default 172.18.0.0/16 172.18.0.1 0" ]]
# claim networks-gateway-on-host: The gateway of a bridge network made without further options is an address of the host, on the network's Linux bridge.
[[ $(ip -4 -br addr show "br-$(docker network inspect -f '{{slice .Id 0 12}}' mynet)") == *" $(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' mynet)/16"* ]]
# claim networks-local-by-default: A network made without further options has the driver bridge and the scope local.
[[ $(docker network inspect -f '{{.Driver}} {{.Scope}} {{.Internal}} {{.EnableIPv6}}' mynet) == "bridge local false false" ]]

# %% join [picture]
docker run -dit --name alpha --network mynet busybox
docker network inspect -f '{{json .Containers}}' mynet | python3 -m json.tool
# claim networks-endpoint-appears: When a container joins a network, the network has one endpoint more, with an address from its range and a MAC address.
[[ $(docker network inspect -f '{{len .Containers}} {{range .Containers}}{{.Name}} {{.IPv4Address}} {{.MacAddress}}{{end}}' mynet) == "1 alpha 172.18.0.2/16 "??:??:??:??:??:?? ]]

# %% same-endpoint
docker inspect -f '{{json .NetworkSettings.Networks.mynet}}' alpha | python3 -m json.tool
# claim networks-endpoint-both-sides: The network and the container name the same endpoint, with the same id and address.
[[ $(docker inspect -f '{{.NetworkSettings.Networks.mynet.EndpointID}} {{.NetworkSettings.Networks.mynet.IPAddress}}/16' alpha) == "$(docker network inspect -f '{{range .Containers}}{{.EndpointID}} {{.IPv4Address}}{{end}}' mynet)" && $(docker exec alpha hostname -i) == 172.18.0.2 ]]
# claim networks-container-names-network: A container knows its network by the network's id.
[[ $(docker inspect -f '{{.NetworkSettings.Networks.mynet.NetworkID}}' alpha) == "$(docker network inspect -f '{{.Id}}' mynet)" ]]

# %% sandbox
docker inspect -f '{{.NetworkSettings.SandboxKey}}' alpha
sandbox=$(docker inspect -f '{{.NetworkSettings.SandboxKey}}' alpha)
nsenter --net="$sandbox" ip -4 -br addr
# claim networks-sandbox-is-namespace: The file named by SandboxKey is the network namespace in which the container's process runs.
[[ $(stat -L -c %i "$sandbox") == "$(stat -L -c %i "/proc/$(docker inspect -f '{{.State.Pid}}' alpha)/ns/net")" && $(stat -L -c %i "$sandbox") != "$(stat -L -c %i /proc/self/ns/net)" ]]
# claim networks-endpoint-is-interface: In the sandbox the endpoint is a network interface with the endpoint's MAC address.
[[ $(docker exec alpha cat /sys/class/net/eth0/address) == "$(docker inspect -f '{{.NetworkSettings.Networks.mynet.MacAddress}}' alpha)" ]]

# %% second-network [picture]
docker network create othernet
docker network connect othernet alpha
docker inspect -f '{{range $name, $it := .NetworkSettings.Networks}}{{println $name $it.IPAddress $it.EndpointID}}{{end}}' alpha
nsenter --net="$sandbox" ip -4 -br addr
# claim networks-one-sandbox: A container on two networks has two endpoints, and still one sandbox.
[[ $(docker inspect -f '{{len .NetworkSettings.Networks}} {{.NetworkSettings.SandboxKey}}' alpha) == "2 $sandbox" && $(docker exec alpha ls /sys/class/net | xargs) == "eth0 eth1 lo" && $(docker inspect -f '{{range .NetworkSettings.Networks}}{{println .EndpointID}}{{end}}' alpha | grep -c .) == 2 ]]

# %% in-use
# fails
docker network rm mynet
# claim networks-in-use: A network with an endpoint on it cannot be removed.
[[ $status != 0 && $(docker network ls -qf name=mynet | wc -l) == 1 && $(docker network inspect -f '{{len .Containers}}' mynet) == 1 ]]

# %% leave
docker network disconnect mynet alpha
docker network inspect -f '{{json .Containers}}' mynet
nsenter --net="$sandbox" ip -4 -br addr
# claim networks-leave: When a running container leaves a network, the endpoint and its interface go, and the sandbox stays.
[[ $(docker network inspect -f '{{len .Containers}}' mynet) == 0 && $(docker inspect -f '{{.NetworkSettings.SandboxKey}} {{len .NetworkSettings.Networks}}' alpha) == "$sandbox 1" && $(docker exec alpha ls /sys/class/net | wc -l) == 2 ]]

# %% stop
docker stop -t 0 alpha
docker network inspect -f '{{json .Containers}}' othernet
nsenter --net="$sandbox" ip -4 -br addr 2>/dev/null || echo "there is no such sandbox"
# claim networks-stop: When a container stops, its sandbox is gone and its endpoints with it; that it belongs to the network is remembered.
[[ $(docker network inspect -f '{{len .Containers}}' othernet) == 0 && $(docker inspect -f '{{range $name, $it := .NetworkSettings.Networks}}{{$name}}<{{$it.EndpointID}}>{{end}}' alpha) == "othernet<>" ]] && ! nsenter --net="$sandbox" true

# %% network-stays
docker network rm mynet
docker network ls
# claim networks-outlive: A network stays when its last container stops, until somebody removes it.
[[ $(docker network ls --format '{{.Name}}' | sort | xargs) == "bridge host none othernet" && -z $(docker ps -q) ]]
