# A service whose port is published on the node that runs its task, and nowhere else.
# nodes: docker1 docker2 client

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token --quiet worker)" 192.0.2.11:2377
until docker network inspect docker_gwbridge && docker --context docker2 network inspect docker_gwbridge; do sleep 0.1; done >/dev/null 2>&1

# %% publish
docker service create --detach --no-resolve-image --name web --publish mode=host,published=8080,target=80 \
    --constraint node.hostname==docker1 --hostname '{{.Node.Hostname}}' \
    busybox sh -c 'echo "I run on $(hostname)" >/tmp/index.html; exec httpd -f -vv -h /tmp'

# %% _wait
until docker exec "$(docker ps --quiet)" netstat -ltn 2>/dev/null | grep ':80 '; do sleep 0.1; done

# %% task
docker service ps web --format 'table {{.Name}}\t{{.Node}}\t{{.DesiredState}}'
docker service inspect -f '{{json .Endpoint.Ports}}' web

# %% who [path client 192.0.2.11:8080]
# on: client
curl -s http://192.0.2.11:8080
# on: docker1
docker service logs --raw web
# claim ingress-host-mode-sees-the-client: In host mode a task sees the client's own address.
[[ $out == *192.0.2.50*"response:200"* ]]

# %% only-there
# on: client
# fails
curl -s http://192.0.2.12:8080
# claim ingress-host-mode-only-there: In host mode a port is open only on nodes that run a task of the service.
[[ $status == 7 && $(curl -s http://192.0.2.11:8080) == "I run on docker1" ]]
# on: docker1
