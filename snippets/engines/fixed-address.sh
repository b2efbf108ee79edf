# Asking for a fixed address on networks that were made without a subnet.

# %% default-bridge
# may fail
docker run -dit --name alpha --ip 172.17.0.99 busybox
# may fail
docker exec alpha hostname -i
# claim eng-fixed-ip-ignored [engine <= 20]: With engine 20.10, docker run --ip starts a container on the default bridge, but with another address than the one asked for.
[[ $(docker inspect -f '{{.State.Running}} {{.NetworkSettings.Networks.bridge.IPAddress}}' alpha) == "true 172.17.0.2" ]]
# claim eng-fixed-ip-refused [engine >= 26]: With engines 26.1 and 28.5, docker run --ip is refused on the default bridge, and there is no container.
[[ $(docker run -dit --name alpha --ip 172.17.0.99 busybox 2>&1) == *"user specified IP address is supported"* && -z $(docker ps -aq) ]]

# %% without-subnet
docker network create mynet
# fails
docker run -dit --name beta --network mynet --ip 172.18.0.99 busybox
# claim eng-fixed-ip-needs-subnet [engine < 29]: A fixed address is refused on a network that was made without --subnet.
[[ $out == *"user specified IP address is supported only when connecting to networks with user configured subnets"* ]]
docker ps -a --filter name=beta --format 'table {{.Names}}\t{{.Status}}'
# claim eng-fixed-ip-left-over [engine <= 20]: With engine 20.10 the refusal leaves behind a container that was made but not started.
[[ $(docker inspect -f '{{.State.Status}}' beta) == created ]]
# claim eng-fixed-ip-no-left-over [engine >= 26]: With engines 26.1 and 28.5 the refusal leaves no container behind.
[[ -z $(docker ps -aq) && -n $(docker network ls -qf name=mynet) ]]
