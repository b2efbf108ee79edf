# Containers that may not join a network, and networks that may not go: the errors, and the way out of each.

docker network create mynet
docker run -dit --name alpha busybox
docker run -dit --name gamma --network mynet busybox

# %% not-found
# fails
docker run -dit --name beta --network nowhere busybox
# claim err-network-not-found: A container cannot be started on a network that does not exist.
[[ $out == *"network nowhere not found"* && -z $(docker ps -qf name=beta) ]]
docker network create nowhere
docker start beta
# claim err-network-made: A container for a network that does not exist is made all the same, and starts once there is a network of that name.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}{{.State.Running}}' beta) == "<nowhere>true" ]]

# %% another-of-the-name
docker stop -t 0 beta
docker network rm nowhere
docker network create nowhere
# fails
docker start beta
# claim err-network-by-id: A stopped container remembers the id of its network: another network of the same name is not the one.
[[ $out == *"not found"* && -z $(docker ps -qf name=beta) && -n $(docker network ls -qf name=nowhere) ]]
docker network disconnect --force nowhere beta
docker network connect nowhere beta
docker start beta
# claim err-network-by-id-again: Connected to the new network, it starts.
[[ $(docker inspect -f '{{.State.Running}}' beta) == true ]]

# %% in-use
# fails
docker network rm nowhere
# claim err-active-endpoints: A network with a running container on it cannot be removed.
[[ $out == *"has active endpoints"* && -n $(docker network ls -qf name=nowhere) ]]
docker network inspect -f '{{range .Containers}}{{.Name}} {{end}}' nowhere
docker network disconnect nowhere beta
docker network rm nowhere
# claim err-endpoints-gone: When its last container has left, the network can be removed.
[[ -z $(docker network ls -qf name=nowhere) && $(docker inspect -f '{{.State.Running}}' beta) == true ]]

# %% predefined
# fails
docker network rm bridge
# claim err-predefined: The networks bridge, host and none cannot be removed.
[[ $out == *"bridge is a pre-defined network and cannot be removed"* ]] && ! docker network rm host && ! docker network rm none
# fails
docker network create bridge
# claim err-predefined-name: The names of the networks bridge, host and none are taken for good.
[[ $out == *"operation is not permitted on predefined bridge network"* && $(docker network ls -qf name=bridge | wc -l) == 1 ]]

# %% not-connected
# fails
docker network disconnect mynet alpha
# claim err-not-connected: A container cannot leave a network that it is not on.
[[ $out == *"is not connected to network mynet" ]]
docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' alpha
# claim err-not-connected-where: The container says which networks it is on.
[[ $out == "bridge " ]]

# %% already-there
# fails
docker network connect bridge alpha
# claim err-twice: A container cannot be on one network twice.
[[ $out == *"endpoint with name alpha already exists in network bridge" ]]

# %% first-network
# may fail
docker network connect mynet beta
# claim err-first-network [engine >= 26]: On engines 26.1 and 28.5, a running container that has left the network it was started on cannot join another one when that first network is gone.
[[ $out == *"could not find a network matching network mode nowhere: network nowhere not found" && $(docker inspect -f '{{len .NetworkSettings.Networks}}' beta) == 0 ]]
docker network create nowhere
# may fail
docker network connect mynet beta
docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' beta
# claim err-first-network-back: A container that could not join another network because its first one was gone can do so once there is a network of the first one's name again.
[[ $out == "mynet " ]]

# %% alias
# fails
docker network connect --alias db bridge gamma
# claim err-alias: A container cannot be connected to the default bridge with --alias.
[[ $out == *"network-scoped alias is supported only for containers in user defined networks" ]]
docker network create another
docker network connect --alias db another gamma
docker run --rm --network another busybox ping -c 1 db
# claim err-alias-own: On a user-defined network a container can be given another name, and is reached by it.
[[ $out == "PING db (172."*"1 packets received"* ]]

# %% host-and-another
# fails
docker run -dit --name delta --network host --network mynet busybox
# claim err-modes: A container cannot be started on the network host or none and on another one as well.
[[ $out == *"conflicting options: cannot attach both user-defined and non-user-defined network-modes"* && $(docker run -dit --name delta --network none --network mynet busybox 2>&1) == *"conflicting options: "* && -z $(docker ps -aqf name=delta) ]]
# fails
docker network connect host alpha
# claim err-join-host: A container that was not started on the network host cannot join it later.
[[ $out == *"host network"* && $(docker inspect -f '{{len .NetworkSettings.Networks}}' alpha) == 1 ]]
docker rm -f alpha
docker run -dit --name alpha --network host busybox
# claim err-host-anew: To be on the network host, a container that was started on another one has to be made anew.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha) == "<host>" ]]

# %% same-name
# fails
docker network create mynet
# claim err-network-exists: A second network of the same name is refused.
[[ $out == *"network with name mynet already exists" && $(docker network ls -qf name=mynet | wc -l) == 1 ]]
