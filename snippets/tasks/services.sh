# Task: a service that is to run on both machines of a swarm.
# nodes: docker1 docker2

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377
until docker network inspect docker_gwbridge && docker --context docker2 network inspect docker_gwbridge; do sleep 0.1; done >/dev/null 2>&1
docker network create --driver overlay --attachable shop
docker run -dit --name app --network shop busybox
docker service create --detach --no-resolve-image --name web --network shop --endpoint-mode dnsrr \
    --hostname "{{.Node.Hostname}}" --constraint node.hostname==docker1 \
    --stop-signal KILL --restart-delay 0s busybox httpd -f -h /etc
until docker exec app timeout 1 wget -qO- http://web/hostname; do sleep 0.1; done >/dev/null 2>&1

# %% solution
docker service inspect -f '{{.Spec.TaskTemplate.Placement.Constraints}}' web
docker service update --detach --constraint-rm node.hostname==docker1 \
    --replicas 2 --replicas-max-per-node 1 web

# %% _running
until [[ $(docker service ps web --filter desired-state=running --format '{{.Node}} {{.CurrentState}}' | cut -d ' ' -f 1,2 | sort | xargs) == "docker1 Running docker2 Running" ]]; do sleep 0.1; done >/dev/null 2>&1
until [[ $(for address in $(docker exec app nslookup -type=a web | sed -n 's/^Address: //p'); do docker exec app timeout 2 wget -qO- "http://$address/hostname"; done | sort | xargs) == "docker1 docker2" ]]; do sleep 0.1; done >/dev/null 2>&1

# %% done
docker service ps web --filter desired-state=running --format '{{.Node}} {{.DesiredState}}' | sort
# claim task-services-both: A service with two replicas and at most one a machine has a task on each of two machines.
[[ $(docker service ps web --filter desired-state=running --format '{{.Node}} {{.CurrentState}}' | cut -d ' ' -f 1,2 | sort | xargs) == "docker1 Running docker2 Running" ]]
docker exec app nslookup -type=a web | grep -c "^Address: "
# claim task-services-name: With dnsrr, the name of a service stands for the addresses of its tasks on both machines, and each answers there.
[[ $(for address in $(docker exec app nslookup -type=a web | sed -n 's/^Address: //p'); do docker exec app timeout 2 wget -qO- "http://$address/hostname"; done | sort | xargs) == "docker1 docker2" ]]
docker service inspect -f '{{.Spec.TaskTemplate.Placement.MaxReplicas}}' web
# claim task-services-limit: How many tasks of a service a machine may have is part of its definition, and can be changed while it runs.
[[ $(docker service inspect -f '{{.Spec.TaskTemplate.Placement.MaxReplicas}}' web) == 1 ]]
