# A service with one task on every machine, a port on each machine, and a service with a virtual address.
# nodes: docker1 docker2 client

docker swarm init --advertise-addr 192.0.2.11
until docker network inspect docker_gwbridge; do sleep 0.1; done >/dev/null 2>&1

# %% global
docker service create --detach --no-resolve-image --name web --mode global \
    --publish mode=host,published=8080,target=80 --hostname "{{.Node.Hostname}}" --stop-signal KILL \
    busybox sh -c 'hostname >/tmp/index.html; exec httpd -f -h /tmp'

# %% _first
until [[ $(docker service ps web --format '{{.CurrentState}}') == Running* ]]; do sleep 0.1; done >/dev/null 2>&1

# %% join
docker --context docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11:2377

# %% _running
until [[ $(docker service ps web --filter desired-state=running --format '{{.CurrentState}}' | grep -c Running) == 2 ]]; do sleep 0.1; done >/dev/null 2>&1

# %% one-each
docker service ls
docker service ps web --filter desired-state=running --format 'table {{.Image}}\t{{.Node}}\t{{.CurrentState}}' | sort
# claim services-global: A service in the mode global has one task on every machine of the swarm, also on one that joined later.
[[ $(docker service ps web --filter desired-state=running --format '{{.Node}}' | sort) == $'docker1\ndocker2' && $(docker service inspect -f '{{json .Spec.Mode}}' web) == '{"Global":{}}' ]]

# %% _listening
# on: client
for address in 192.0.2.11 192.0.2.12; do until curl -sm 1 "http://$address:8080" >/dev/null; do sleep 0.1; done; done >/dev/null 2>&1

# %% host-port
# on: client
curl -s http://192.0.2.11:8080
curl -s http://192.0.2.12:8080
# claim services-host-port: A port that is published in the mode host is the port of one machine: there the task on that machine answers.
[[ $out == docker2 && $(curl -s http://192.0.2.11:8080) == docker1 ]]

# %% drain
# on: docker1
docker node update --availability drain docker2

# %% _drained
until [[ -z $(docker --context docker2 ps -q) ]]; do sleep 0.1; done

# %% drained
docker service ps web --filter desired-state=running --format 'table {{.Image}}\t{{.Node}}\t{{.CurrentState}}'
# on: client
curl -s http://192.0.2.11:8080
# fails
nc -vz 192.0.2.12 8080
# claim services-host-port-only-there: A machine on which no task runs does not answer at a port that is published in the mode host.
[[ $status == 1 && $out == *refused* && $(curl -s http://192.0.2.11:8080) == docker1 ]]

# %% vip
# on: docker1
docker network create --driver overlay --attachable mynet
docker service create --detach --no-resolve-image --name quiet --network mynet --replicas 2 --stop-signal KILL busybox sleep 1000

# %% _known
until [[ $(docker service ps quiet --format '{{.CurrentState}}' | grep -c Running) == 2 ]]; do sleep 0.1; done >/dev/null 2>&1
docker run -dit --name alpha --network mynet busybox
until [[ $(docker exec alpha nslookup -type=a tasks.quiet | grep -c ^Name) == 2 ]]; do sleep 0.1; done >/dev/null 2>&1

# %% vip-names
docker exec alpha nslookup -type=a quiet | grep "^Address: "
# claim services-vip-name: Unless told otherwise, the name of a service resolves to one address, which is virtual and none of its tasks'.
[[ $(grep -c "^Address: " <<<"$out") == 1 && "$(docker service inspect -f '{{(index .Endpoint.VirtualIPs 0).Addr}}' quiet)" == "$(sed -n 's/^Address: //p' <<<"$out")/24" && $(docker exec alpha nslookup -type=a tasks.quiet) != *"$(sed -n 's/^Address: //p' <<<"$out")"$'\n'* ]]
docker exec alpha nslookup -type=a tasks.quiet | grep "^Address: " | sort
# claim services-vip-tasks: With "tasks." before it, the same name resolves to the addresses of the tasks.
[[ $(grep -c "^Address: 10.0.1." <<<"$out") == 2 ]]

# %% _end
docker service rm quiet
until [[ -z $(docker ps -aqf name=quiet) ]]; do sleep 0.1; done
