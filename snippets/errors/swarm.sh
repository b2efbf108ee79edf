# Drivers that are not there, and what a swarm says.

docker network create mynet

# %% plugin
# fails
docker network create --driver bridged garden
# claim err-plugin: A driver that the engine does not know is looked for among the plugins, and not found.
[[ $out == *'plugin "bridged" not found' && -z $(docker network ls -qf name=garden) ]]
docker info -f '{{json .Plugins.Network}}'
# claim err-plugin-list: The engine has a list of the drivers that it knows.
[[ $out == *'"bridge"'* && $out != *bridged* ]]

# %% manager
# fails
docker network create --driver overlay wide
# claim err-not-a-manager: An engine that belongs to no swarm refuses to make an overlay network, and says that it is no manager of a swarm.
[[ $out == *"This node is not a swarm manager."* && -z $(docker network ls -qf name=wide) ]]
docker swarm init --advertise-addr 192.0.2.11
docker network create --driver overlay wide
# claim err-now-a-manager: On a swarm of one machine it can be made already.
[[ $(docker network inspect -f '{{.Driver}} {{.Scope}}' wide) == "overlay swarm" ]]

# %% twice
# fails
docker swarm init --advertise-addr 192.0.2.11
# claim err-already-in-swarm: A machine can be part of one swarm only.
[[ $out == *"This node is already part of a swarm."* && $(docker info -f '{{.Swarm.Nodes}}') == 1 ]]

# %% attach
# fails
docker run -dit --name alpha --network wide busybox
# claim err-not-attachable: A container that is no service cannot join an overlay network, unless it was made attachable.
[[ $out == *"network wide not manually attachable"* && -z $(docker ps -q) ]]
docker network create --driver overlay --attachable open
# may fail
docker rm alpha
docker run -dit --name alpha --network open busybox
# claim err-attachable: With --attachable it can.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha) == "<open>" ]]

# %% service
# fails
docker service create --detach --no-resolve-image --name web --network mynet busybox httpd -f
# claim err-service-network: A service cannot use a network that exists on one machine only, such as a bridge network of your own.
[[ $out == *mynet* && -z $(docker service ls -q) && $(docker network inspect -f '{{.Scope}}' mynet) == local ]]
docker service create --detach --no-resolve-image --name web --network wide busybox httpd -f
# claim err-service-overlay: A service can use a network of the driver overlay, whose scope is the swarm: its task runs on it.
timeout 30 sh -c 'until docker ps --filter network=wide --format "{{.Names}}" | grep "^web\.1\."; do sleep 0.1; done' && [[ $(docker network inspect -f '{{.Driver}} {{.Scope}}' wide) == "overlay swarm" ]]

# %% port
docker service create --detach --no-resolve-image --name public --publish 8080:80 busybox httpd -f
# fails
docker service create --detach --no-resolve-image --name second --publish 8080:80 busybox httpd -f
# claim err-service-port: Two services of a swarm cannot publish the same port in its routing mesh.
[[ $out == *"port '8080' is already in use by service 'public'"* && $(docker service ls --format '{{.Name}}' | sort | xargs) == "public web" ]]
docker service create --detach --no-resolve-image --name second --publish 8081:80 busybox httpd -f
# claim err-service-other-port: Another port is free.
[[ $(docker service inspect -f '{{range .Endpoint.Ports}}{{.PublishedPort}}{{end}}' public second) == $'8080\n8081' ]]

# %% _started
until [ "$(docker ps -q | wc -l)" = 4 ]; do sleep 0.1; done
