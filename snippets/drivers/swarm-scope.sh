# A macvlan network for a whole swarm.
# nodes: docker1 docker2
# needs: kernel macvlan

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token --quiet worker)" 192.0.2.11:2377
until docker network inspect docker_gwbridge && docker --context docker2 network inspect docker_gwbridge; do sleep 0.1; done >/dev/null 2>&1

# %% configure
docker network create --config-only --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.192/28 lan-config
# on: docker2
docker network create --config-only --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.208/28 lan-config

# %% create
# on: docker1
docker network create --driver macvlan --scope swarm --config-from lan-config --attachable lan
docker network ls --filter name=lan --format '{{.Name}}  {{.Driver}}  {{.Scope}}'
# claim drivers-macvlan-swarm: A macvlan network can be made for a whole swarm, from a configuration that each host has: then its scope is swarm.
[[ $(docker network inspect -f '{{.Driver}} {{.Scope}}' lan) == "macvlan swarm" ]]

# %% services
docker service create --detach --no-resolve-image --name web --mode global --network lan busybox httpd -f
docker service create --detach --no-resolve-image --name own --network host busybox sleep 1000

# %% _running
until docker ps --format '{{.Names}}' | grep -q ^web && docker --context docker2 ps --format '{{.Names}}' | grep -q ^web; do sleep 0.1; done
until docker service ps own --format '{{.CurrentState}}' | grep -q Running; do sleep 0.1; done

# %% tasks
docker service ps web --format '{{.Node}}  {{.DesiredState}}' | sort
docker inspect -f '{{.NetworkSettings.Networks.lan.IPAddress}}' "$(docker ps -q --filter name=web)"
docker --context docker2 inspect -f '{{.NetworkSettings.Networks.lan.IPAddress}}' "$(docker --context docker2 ps -q --filter name=web)"
# claim drivers-macvlan-swarm-service: The tasks of a service can be on a macvlan network whose scope is swarm, on several hosts, with addresses from the range that each host's configuration has.
[[ $out == 192.0.2.2[01]? && $(docker inspect -f '{{.NetworkSettings.Networks.lan.IPAddress}}' "$(docker ps -q --filter name=web)") == 192.0.2.1[0-9]? ]]
# claim drivers-service-on-host: A service can be on the network host, which belongs to one machine.
[[ $(docker service ps own --format '{{.CurrentState}}') == Running* && $(docker network inspect -f '{{.Scope}}' host) == local ]]
