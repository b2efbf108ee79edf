# A service with one task, whose port is published on every node of the swarm.
# nodes: docker1 docker2 client
# needs: kernel ip_vs

docker swarm init --advertise-addr 192.0.2.11
docker --context docker2 swarm join --token "$(docker swarm join-token --quiet worker)" 192.0.2.11:2377
until docker network inspect docker_gwbridge && docker --context docker2 network inspect docker_gwbridge; do sleep 1; done >/dev/null 2>&1

# %% publish
docker service create --detach --no-resolve-image --name web --publish 8080:80 \
    --constraint node.hostname==docker1 --hostname '{{.Node.Hostname}}' \
    busybox sh -c 'echo "I run on $(hostname)" >/www/index.html; exec httpd -f -vv -h /www'

# %% _wait
until docker exec "$(docker ps --quiet --filter label=com.docker.swarm.service.name=web)" netstat -ltn 2>/dev/null | grep ':80 '; do sleep 1; done
until nsenter --net=/run/docker/netns/ingress_sbox ipvsadm -Ln | grep Masq; do sleep 1; done
# on: docker2
until nsenter --net=/run/docker/netns/ingress_sbox ipvsadm -Ln | grep Masq; do sleep 1; done
# on: docker1

# %% task
docker service ps web --format 'table {{.Name}}\t{{.Node}}\t{{.DesiredState}}'
docker service ls

# %% every-node
# on: client
curl -s http://192.0.2.11:8080
curl -s http://192.0.2.12:8080
# claim ingress-other-node-answers: A port that a service publishes answers on a node that runs no task of it, too.
[[ $out == "I run on docker1" ]]
# on: docker2
docker ps
# claim ingress-no-task-there: The node that answered runs no container at all.
[[ -z $(docker ps --all --quiet) && $(cat /etc/hostname) == docker2 ]]
# on: docker1

# %% who
docker service logs --raw web
# claim ingress-hides-the-client: In ingress mode a task does not learn the client's address: requests come from an address of the network ingress.
[[ $out == *10.0.0.*"response:200"* && $out != *192.0.2.50* ]]

# %% network
docker network ls --filter name=ingress
docker network inspect -f '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{println}}{{end}}' ingress
docker --context docker2 network inspect -f '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{println}}{{end}}' ingress
# claim ingress-from-the-node: The address that the task sees belongs to the node that took the request: its own place on the network ingress.
address=${out%%/*}; [[ $out == ingress-endpoint\ 10.0.0.* && $(docker service logs --raw web 2>&1) == *":${address##* }]:"*"response:200"* ]]

# %% hidden
nsenter --net=/run/docker/netns/ingress_sbox ipvsadm -Ln
# claim ingress-ipvs: In a hidden network namespace on each node, ingress_sbox, Linux's load balancer ipvs sends the requests on to the tasks.
[[ $out == *"FWM "*"-> $(docker inspect -f '{{.NetworkSettings.Networks.ingress.IPAddress}}' "$(docker ps --quiet)"):0 "* ]]
