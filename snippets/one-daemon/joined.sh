# The same two machines, joined into a swarm: one network over both, and one service on both.
# nodes: docker1 docker2

# %% join
docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377
docker node ls --format 'table {{.Hostname}}\t{{.Status}}\t{{.ManagerStatus}}'
# claim one-daemon-joined: After a swarm was made by one engine and joined by another, each machine still has its own engine, and the manager lists both.
[[ $(docker node ls --format '{{.Hostname}}' | sort | xargs) == "docker1 docker2" && $(docker info -f '{{.Swarm.NodeID}}') != "$(docker --context docker2 info -f '{{.Swarm.NodeID}}')" && $(ps --ppid 1 -o comm= | grep -cx dockerd) == 1 ]]

# %% network
docker network create --driver overlay --attachable shared
docker run -dit --name alpha --network shared busybox
# on: docker2
docker run -dit --name beta --network shared busybox

# %% _known
# on: docker1
until docker exec alpha ping -c 1 -W 1 beta >/dev/null 2>&1; do sleep 0.1; done

# %% reach [picture]
docker exec alpha ping -c 1 beta
# claim one-daemon-one-network: On an overlay network a standalone container reaches one on another machine by its name.
[[ $out == *"from $(docker --context docker2 inspect -f '{{.NetworkSettings.Networks.shared.IPAddress}}' beta): "* && $(docker ps --format '{{.Names}}') == alpha ]]
# claim one-daemon-own-addresses: Containers of one overlay network have different addresses, on whatever machine they run.
[[ $(docker inspect -f '{{.NetworkSettings.Networks.shared.IPAddress}}' alpha) == 10.0.1.* && $(docker --context docker2 inspect -f '{{.NetworkSettings.Networks.shared.IPAddress}}' beta) == 10.0.1.* && $(docker inspect -f '{{.NetworkSettings.Networks.shared.IPAddress}}' alpha) != "$(docker --context docker2 inspect -f '{{.NetworkSettings.Networks.shared.IPAddress}}' beta)" ]]

# %% still-own
docker ps --format 'table {{.Names}}\t{{.Networks}}'
# on: docker2
docker ps --format 'table {{.Names}}\t{{.Networks}}'
# on: docker1
# claim one-daemon-still-own: In a swarm too, each engine lists the containers of its own machine only.
[[ $(docker ps --format '{{.Names}}') == alpha && $(docker --context docker2 ps --format '{{.Names}}') == beta ]]

# %% service
docker service create --detach --no-resolve-image --stop-signal SIGKILL --name web --replicas 2 --network shared --endpoint-mode dnsrr --restart-delay 0s busybox sleep 1000

# %% _running
until [[ $(docker service ps -f desired-state=running --format '{{.CurrentState}}' web | grep -c ^Running) == 2 && -n $(docker ps -q --filter label=com.docker.swarm.service.name=web) ]]; do sleep 0.1; done

# %% tasks
docker service ls --format 'table {{.Name}}\t{{.Mode}}\t{{.Replicas}}'
docker service ps web --format '{{.Image}}  {{.Node}}  {{.DesiredState}}' | sort
# claim one-daemon-service: A service is a desired state that a swarm is given; the swarm starts its containers, for two replicas one on each of two machines.
[[ $(docker service ps --format '{{.Node}}' web | sort | xargs) == "docker1 docker2" && $(docker ps -q --filter label=com.docker.swarm.service.name=web | wc -l) == 1 && $(docker --context docker2 ps -q --filter label=com.docker.swarm.service.name=web | wc -l) == 1 ]]

# %% standalone-lost
docker rm -f alpha
docker rm -f "$(docker ps -q --filter label=com.docker.swarm.service.name=web)"

# %% _replaced
until [[ $(docker service ps -q web | wc -l) -gt 2 && $(docker service ls --format '{{.Replicas}}') == 2/2 ]]; do sleep 0.1; done

# %% replaced
docker service ls --format 'table {{.Name}}\t{{.Mode}}\t{{.Replicas}}'
docker ps --all --filter name=alpha
# claim one-daemon-replaced: If a container of a service is removed, the swarm starts another one in its place; a standalone container that is removed is not replaced.
[[ $(docker service ls --format '{{.Replicas}}') == 2/2 && $(docker service ps -q web | wc -l) == 3 && -z $(docker ps -aq --filter name=alpha)$(docker --context docker2 ps -aq --filter name=alpha) ]]

# %% _tidy
docker service rm web
until [[ -z $(docker ps -aq --filter label=com.docker.swarm.service.name=web)$(docker --context docker2 ps -aq --filter label=com.docker.swarm.service.name=web) ]]; do sleep 0.1; done
