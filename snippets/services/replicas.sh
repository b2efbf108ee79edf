# A service whose tasks run on two machines, and what Docker does when one ends.
# nodes: docker1 docker2

docker swarm init --advertise-addr 192.0.2.11
until docker network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done >/dev/null 2>&1

# %% network
docker network create --driver overlay --attachable mynet

# %% create
docker service create --detach --no-resolve-image --name web --network mynet --endpoint-mode dnsrr \
    --hostname "{{.Node.Hostname}}" --stop-signal KILL --restart-delay 0s \
    busybox sh -c 'hostname >/tmp/index.html; exec httpd -f -h /tmp'

# %% _running
until [[ $(docker service ps web --format '{{.CurrentState}}') == Running* ]]; do sleep 0.1; done >/dev/null 2>&1

# %% one-task
docker service ls
docker service ps web
docker ps --format 'table {{.Names}}\t{{.Image}}\t{{.Status}}'
# claim services-task-is-a-container: A task of a service is a container, and its name is made of the service's name, a number and the task's id.
[[ $(docker ps --format '{{.Names}}') == "web.1.$(docker service ps -q --no-trunc web)" ]]

# %% join
token=$(docker swarm join-token -q worker)
docker --context docker2 swarm join --token "$token" 192.0.2.11:2377
docker node ls

# %% _ready
until [[ $(docker node ls --format '{{.Status}}' | xargs) == "Ready Ready" ]]; do sleep 0.1; done >/dev/null 2>&1

until docker --context docker2 network inspect docker_gwbridge >/dev/null 2>&1; do sleep 0.1; done >/dev/null 2>&1

# %% scale
docker service scale --detach web=2

# %% _scaled
until [[ $(docker service ps web --format '{{.CurrentState}}' | grep -c Running) == 2 ]]; do sleep 0.1; done >/dev/null 2>&1

# %% two-tasks [picture]
docker service ps web
# claim services-on-both: The tasks of one service run on several machines of the swarm.
[[ $(docker service ps web --format '{{.Name}} {{.Node}}' | sort) == $'web.1 docker1\nweb.2 docker2' ]]
# on: docker2
docker ps --format 'table {{.Names}}\t{{.Image}}\t{{.Status}}'
# claim services-worker-has-its-task: Each machine has only its own tasks as containers.
[[ $(docker ps --format '{{.Names}}') == "web.2."* && $(docker ps -q | wc -l) == 1 ]]

# %% not-on-worker
# fails
docker service ls
# claim services-only-on-managers: Only a manager lists services and changes them; a worker refuses.
[[ $(docker info -f '{{.Swarm.ControlAvailable}}') == false && $out == *"not a swarm manager"* && $(docker service scale web=3 2>&1) == *"not a swarm manager"* && $(docker service rm web 2>&1) == *"not a swarm manager"* ]]

# %% _alpha
# on: docker1
docker run -dit --name alpha --network mynet busybox
until
    now=$(docker exec alpha nslookup -type=a web | grep "^Address: " | sort)
    [[ $now != "$known" && $(wc -l <<<"$now") == 2 ]]
do sleep 0.1; done >/dev/null 2>&1
until docker exec alpha ping -c 1 -W 1 web && docker exec alpha sh -c 'nslookup -type=a web | sed -n "s/^Address: //p" | xargs -n 1 ping -c 1 -W 1'; do sleep 0.1; done >/dev/null 2>&1
known=$(docker exec alpha nslookup -type=a web | grep "^Address: " | sort)

# %% names
docker exec alpha nslookup -type=a web | grep "^Address: " | sort
# claim services-name: In the mode dnsrr the name of a service resolves to the addresses of all its tasks.
[[ $(grep -c "^Address: 10.0.1." <<<"$out") == 2 ]]
docker exec alpha nslookup -type=a tasks.web | grep "^Address: " | sort
# claim services-tasks-name: With "tasks." before it, the name of a service resolves to the addresses of its tasks as well.
[[ $(grep "^Address" <<<"$out") == "$(docker exec alpha nslookup -type=a web | grep "^Address: " | sort -u)" ]]

# %% ask
for address in $(docker exec alpha nslookup -type=a web | sed -n 's/^Address: //p' | sort); do
    echo "$address is on $(docker exec alpha wget -qO- "http://$address")"
done
# claim services-reach-both: A container on the same overlay network reaches the tasks of a service on both machines.
[[ $(sed 's/.* is on //' <<<"$out" | sort | xargs) == "docker1 docker2" ]]

# %% kill
# on: docker2
task=$(docker ps -qf name=web.2)
docker kill "$task"

# %% _replaced
until [[ $(docker ps -qf name=web.2) != "${task:-}" && -n $(docker ps -qf name=web.2) ]]; do sleep 0.1; done >/dev/null 2>&1
# on: docker1
until [[ $(docker service ps web --format '{{.CurrentState}}' | grep -c Running) == 2 ]]; do sleep 0.1; done >/dev/null 2>&1
until
    now=$(docker exec alpha nslookup -type=a web | grep "^Address: " | sort)
    [[ $now != "$known" && $(wc -l <<<"$now") == 2 ]]
do sleep 0.1; done >/dev/null 2>&1

# %% replaced
docker service ps web
# on: docker2
# claim services-replaced: When a task ends, Docker starts another one in its place, with a new container.
[[ $(docker ps -qf name=web.2) != "$task" && $(docker inspect -f '{{.State.Running}} {{.Name}}' "$(docker ps -qf name=web.2)") == "true /web.2."* ]]
# on: docker1
docker exec alpha nslookup -type=a web | grep "^Address: " | sort
# claim services-name-follows: The name of the service leads to the new task, whose address is another than the old one's.
[[ $(comm -12 <(echo "$known") <(grep "^Address: " <<<"$out" | sort) | wc -l) == 1 && $(grep -c "^Address: 10.0.1." <<<"$out") == 2 ]]

# %% standalone
docker kill alpha
docker ps --all --format 'table {{.Names}}\t{{.Status}}'
# claim services-standalone-stays-dead: A standalone container that ends is not replaced.
[[ $(docker inspect -f '{{.State.Status}}' alpha) == exited && $(docker ps -q | wc -l) == 1 ]]
