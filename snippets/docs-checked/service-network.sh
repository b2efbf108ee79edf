# The networks of swarm services that publish ports, and of some that do not.

docker swarm init --advertise-addr 192.0.2.11
docker network create --driver overlay --attachable mynet

# %% create
docker service create --detach --no-resolve-image --name plain busybox sleep 1000
docker service create --detach --no-resolve-image --name public --publish 8080:80 busybox sleep 1000
docker service create --detach --no-resolve-image --name quiet --network mynet --replicas 2 busybox sleep 1000

# %% _running
for _ in $(seq 90); do [[ $(docker ps -q | wc -l) == 4 ]] && break; sleep 0.1; done
task() { docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' "$(docker ps -qf "name=$1" | head -n 1)"; }

# %% networks
docker ps --format 'table {{.Names}}\t{{.Networks}}' | sort
# claim doc-service-on-bridge: A service without --network that publishes no port is on the default bridge, not on the network ingress.
[[ $(task plain) == "<bridge>" ]]
# claim doc-service-on-ingress: A service without --network that publishes a port is on the network ingress.
[[ $(task public) == "<ingress>" ]]

# %% vip
docker service inspect -f '{{json .Endpoint}}' quiet
# claim doc-vip-without-port: A service on an overlay network has a virtual address even if it publishes no port.
[[ $(docker service inspect -f '{{len .Endpoint.Ports}} {{len .Endpoint.VirtualIPs}}' quiet) == "0 1" ]]
docker run --rm --network mynet busybox nslookup -type=a quiet
# claim doc-vip-in-dns: On an overlay network, the name of a service resolves to its virtual address, not to the addresses of its tasks.
[[ $(grep -c ^Address: <<<"${out#*answer}") == 1 && $(docker service inspect -f '{{(index .Endpoint.VirtualIPs 0).Addr}}' quiet) == "$(sed -n 's/^Address: //p' <<<"${out#*answer}")/24" ]]

# %% tasks
docker run --rm --network mynet busybox nslookup -type=a tasks.quiet | grep -c "^Name:"
# claim doc-tasks-in-dns: The name of a service with "tasks." before it resolves to the addresses of all its tasks.
[[ $out == 2 ]]

# %% ps
docker service ps quiet | head -n 1
# claim doc-service-ps: The command docker service ps does not list the networks of a service.
[[ $out == "ID "*NAME*ERROR* && $out != *NETWORK* && $(docker service ps --no-trunc quiet) != *mynet* ]]
docker service inspect --pretty quiet | grep Networks
# claim doc-service-inspect: The command docker service inspect lists the networks of a service.
[[ $out == "Networks: mynet"* ]]
