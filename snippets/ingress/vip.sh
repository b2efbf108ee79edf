# A service with two tasks and one address, which is a container's way to both.
# needs: kernel ip_vs

docker swarm init --advertise-addr 192.0.2.11
until docker network inspect docker_gwbridge; do sleep 1; done >/dev/null 2>&1
docker network create --driver overlay --attachable app

# %% create
docker run -dit --name alpha --network app busybox
docker service create --detach --no-resolve-image --name web --network app --replicas 2 --hostname 'task{{.Task.Slot}}' \
    busybox sh -c 'hostname >/www/index.html; exec httpd -f -h /www'

# %% _wait
until [[ $(for task in $(docker ps --quiet --filter label=com.docker.swarm.service.name=web); do docker exec "$task" netstat -ltn | grep ':80 '; done | wc -l) == 2 ]]; do sleep 1; done
until [[ $(docker exec alpha nslookup -type=a tasks.web | grep -c '^Address: 10\.') == 2 ]]; do sleep 1; done

# %% name
docker exec alpha nslookup -type=a web
# claim ingress-one-address: On an overlay network the name of a service stands for one address, however many tasks it has: its virtual address.
[[ $(grep -c '^Address: 10\.' <<<"$out") == 1 && $out == *"Address: $(docker service inspect -f '{{(index .Endpoint.VirtualIPs 0).Addr}}' web | cut -d/ -f1)"* && $(docker ps --quiet --filter label=com.docker.swarm.service.name=web | wc -l) == 2 ]]
docker exec alpha nslookup -type=a tasks.web | grep '^Address: 10' | sort
# claim ingress-tasks: The name tasks. followed by the service's name stands for the addresses of all its tasks.
[[ $(cut -d' ' -f2 <<<"$out") == "$(docker ps --quiet --filter label=com.docker.swarm.service.name=web | xargs docker inspect -f '{{.NetworkSettings.Networks.app.IPAddress}}' | sort)" ]]

# %% balance
docker exec alpha sh -c 'for n in 1 2 3 4; do wget -qO- http://web; done' | sort | uniq -c
# claim ingress-in-turn: Connections to a service's virtual address go to its tasks in turn.
[[ $(awk '{print $1, $2}' <<<"$out") == $'2 task1\n2 task2' ]]

# %% where
docker service inspect -f '{{json .Endpoint.VirtualIPs}}' web
nsenter --net="$(echo /run/docker/netns/lb_*)" ipvsadm -Ln
# claim ingress-balanced-on-the-node: For each overlay network a node has a hidden network namespace whose load balancer knows the tasks behind a service's virtual address.
[[ $(grep -c -- '-> 10\..*Masq' <<<"$out") == 2 ]]
