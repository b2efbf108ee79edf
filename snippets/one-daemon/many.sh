# One engine with three containers, and none of them is a service.

# %% start [picture]
docker run -dit --name alpha busybox
docker run -dit --name beta busybox
docker run -dit --name gamma busybox
docker ps --format 'table {{.Names}}\t{{.Networks}}\t{{.Status}}'

# %% processes
ps -C dockerd,containerd-shim -o comm
# claim one-daemon-one-for-all: For three running containers there is one Docker daemon on the host, not three.
[[ $(ps --ppid 1 -o comm= | grep -cx dockerd) == 1 && $(docker ps -q | wc -l) == 3 ]]
# claim one-daemon-shims: Each running container has a small helper process of its own, containerd-shim.
[[ $(ps -C containerd-shim -o comm= | wc -l) == "$(docker ps -q | wc -l)" ]]

# %% client
# fails
docker --host unix:///run/nobody.sock ps
# claim one-daemon-client: The command docker does nothing by itself: where no daemon answers, it cannot even list containers.
[[ $status != 0 && $out == *"unix:///run/nobody.sock"* && $(docker --host unix:///run/docker.sock ps -q | wc -l) == 3 ]]

# %% standalone
docker info -f '{{.Swarm.LocalNodeState}}'
# fails
docker service ls
# claim one-daemon-no-services: An engine that is in no swarm has no services; each of its containers is standalone.
[[ $status != 0 && $(docker info -f '{{.Swarm.LocalNodeState}}') == inactive && $(docker ps -q --filter label=com.docker.swarm.service.name | wc -l) == 0 ]]
