# Which of several networks is the way out, and what hangs on it.

# %% networks
docker network create front
docker network create back
docker network create --internal archive
docker network inspect -f '{{.Name}} {{(index .IPAM.Config 0).Subnet}}' front back archive

# %% by-name
docker run -dit --name web --network front -p 8080:80 busybox
docker exec web ip route
docker network connect back web
docker exec web ip route
# claim several-way-out-moves: If a container joins one more network, its default route can move there.
[[ $out == "default via 172.19.0.1 "* && $(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' back) == 172.19.0.1 ]]

# %% other-order
docker run -dit --name app --network back busybox
docker network connect front app
docker exec app ip route
# claim several-way-out-by-name: Of two networks, the one whose name comes first in the alphabet is the container's way out, whichever it joined first.
[[ $out == "default via 172.19.0.1 "* && $(docker exec web ip route) == "default via 172.19.0.1 "* ]]

# %% internal
docker run -dit --name db --network front busybox
docker network connect archive db
docker exec db ip route
# claim several-internal-no-way-out: An internal network is not a container's way out if there is another one, even if its name comes first.
[[ $out == "default via 172.18.0.1 "* && $(docker network inspect -f '{{.Internal}}' archive) == true ]]

# %% published
iptables -t nat -S DOCKER | grep -o -e '--dport 8080 .*'
# claim several-published-there: The published port of a container on two networks leads to its address on the network that is its way out.
[[ $out == *" --to-destination 172.19.0.2:80" && $(docker inspect -f '{{.NetworkSettings.Networks.back.IPAddress}} {{.HostConfig.NetworkMode}}' web) == "172.19.0.2 front" ]]

# %% interfaces
docker exec web ip route show default
docker exec app ip route show default
# claim several-way-out-any-interface: A container's way out need not be eth0: it is eth1 in a container that joined that network second, and eth0 in one that joined it first.
[[ $out == "default via 172.19.0.1 dev eth0"* && $(docker exec web ip route show default) == "default via 172.19.0.1 dev eth1"* ]]

# %% _restart
docker restart -t 0 web
# claim several-interfaces-swap [engine <= 26]: On engines 20.10 and 26.1 the interfaces of a container that joined a second network while it ran can have changed places after a restart.
[[ $(docker exec web ip -4 addr show eth0) == *"inet 172.19.0."* && $(docker exec web ip -4 addr show eth1) == *"inet 172.18.0."* ]]
