# An overlay network, as the manager and the worker of a swarm see it.
# nodes: docker1 docker2

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377

# %% create
docker network create --driver overlay --attachable mynet
docker network inspect -f '{{.Name}}  {{json .Created}}  {{json .IPAM.Config}}' mynet
# claim doc-overlay-subnet-at-once: A new overlay network has its subnet, its gateway and the date of its creation at once, before a container uses it.
[[ $out == *'"20'??-??-??T*'[{"Subnet":"10.0.1.0/24","Gateway":"10.0.1.1"}]' ]]
docker network inspect -f '{{.Name}}  {{json .IPAM.Config}}' ingress
# claim doc-overlay-first-subnet: In a new swarm the network ingress has the subnet 10.0.0.0/24, and the first overlay network that is made has 10.0.1.0/24.
[[ $(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' ingress mynet) == $'10.0.0.0/24\n10.0.1.0/24' ]]

# %% not-yet
# on: docker2
docker network ls --filter name=mynet
# claim doc-overlay-not-on-worker-yet: A worker does not list an overlay network as long as none of its containers is on it.
[[ -z $(docker network ls -qf name=mynet) && $(docker info -f '{{.Swarm.LocalNodeState}}') == active ]]

# %% needed
docker run -dit --name beta --network mynet busybox
docker network ls --filter name=mynet --format '{{.Name}}  {{.Driver}}  {{.Scope}}'
# claim doc-overlay-on-worker: A worker lists an overlay network as soon as it has a container on it.
[[ $out == "mynet  overlay  swarm" ]]

# %% _known
# on: docker1
docker run -dit --name alpha --network mynet busybox
for _ in $(seq 50); do docker exec alpha nslookup -type=a beta >/dev/null && break; sleep 0.1; done

# %% ping
# on: docker1
docker exec alpha ping -c 1 beta
# claim doc-overlay-across-hosts: Two containers on two hosts reach each other by name over an attachable overlay network.
[[ $out == *"from $(docker --context docker2 inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' beta): "* && $(docker ps --format '{{.Names}}') == alpha ]]

# %% stop
# on: docker2
docker stop -t 0 beta

# %% _gone
for _ in $(seq 80); do [[ -z $(docker network ls -qf name=mynet) ]] && break; sleep 0.1; done

# %% gone
docker network ls --filter name=mynet
# claim doc-overlay-leaves-worker: When the last container that a worker had on an overlay network stops, the network disappears from the worker.
[[ -z $(docker network ls -qf name=mynet) && $(docker inspect -f '{{.State.Status}}' beta) == exited ]]
# on: docker1
docker network ls --filter name=mynet --format '{{.Name}}  {{.Driver}}  {{.Scope}}'
# claim doc-overlay-stays-on-manager: When the last container of an overlay network on a worker has stopped, the network itself is still there, on the manager.
[[ $out == "mynet  overlay  swarm" ]]

# %% _service
docker rm -f alpha
docker service create --detach --no-resolve-image --stop-signal SIGKILL --name web --mode global --network mynet busybox sleep 1000
for _ in $(seq 80); do [[ -n $(docker --context docker2 ps -qf name=web) ]] && break; sleep 0.1; done

# %% service
# on: docker2
docker network ls --filter name=mynet --format '{{.Name}}  {{.Driver}}  {{.Scope}}'
# on: docker1
docker service rm web

# %% _service-gone
for _ in $(seq 90); do [[ -z $(docker --context docker2 network ls -qf name=mynet)$(docker --context docker2 ps -aqf name=web)$(docker ps -aqf name=web) ]] && break; sleep 0.1; done

# %% service-gone
# on: docker2
docker network ls --filter name=mynet
# claim doc-overlay-leaves-after-service: When a service is removed, the overlay network that only its tasks used disappears from the worker.
[[ -z $(docker network ls -qf name=mynet) ]] && [[ $(docker network ls --format '{{.Name}}') == *bridge* ]]
