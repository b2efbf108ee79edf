# Names and ports that are taken: the errors of docker run, and the way out of each.

docker run -dit --name alpha busybox

# %% name
docker stop -t 0 alpha
# fails
docker run -dit --name alpha busybox
# claim err-name-taken: A container's name is taken as long as the container exists, also when it is stopped.
[[ $out == *'The container name "/alpha" is already in use by container'* && $(docker ps -aq | wc -l) == 1 && -z $(docker ps -q) ]]
docker start alpha
# claim err-name-start: A stopped container is started again by its name.
[[ $(docker ps --format '{{.Names}}') == alpha ]]
docker rm -f alpha
docker run -dit --name alpha busybox
# claim err-name-removed: Once a container is removed, its name is free.
[[ $(docker ps --format '{{.Names}}') == alpha && $status == 0 ]]

# %% port
docker run -d --name web -p 8080:80 busybox httpd -f
# fails
docker run -d --name web2 -p 0.0.0.0:8080:80 busybox httpd -f
# claim err-port-allocated: Two containers cannot publish the same port of the host on the same address, for the same protocol.
[[ $out == *"Bind for 0.0.0.0:8080 failed: port is already allocated"* && -z $(docker port web2) && -n $(docker port web) ]]
docker ps --filter publish=8080 --format '{{.Names}}: {{.Ports}}'
# claim err-port-whose: A filter of docker ps finds the container that has a port.
[[ $out == web:* ]]

# %% other-port
docker rm web2
docker run -d --name web2 -p 8081:80 busybox httpd -f
docker port web2
# claim err-port-other: Another port of the host leads to the same port in a second container.
[[ $out == "80/tcp -> 0.0.0.0:8081"* && $(docker port web) == "80/tcp -> 0.0.0.0:8080"* ]]

# %% bind
nc -lk 9090 >/dev/null &

# %% _listening
until [ -n "$(ss -Hltn 'sport = :9090')" ]; do sleep 0.05; done

# %% bind-refused
# fails
docker run -d --name web3 -p 0.0.0.0:9090:80 busybox httpd -f
# claim err-port-of-a-program: A port cannot be published on an address of the host at which one of the host's programs listens on it.
[[ $out == *"address already in use"* && -z $(docker port web3) ]]
ss -ltnp 'sport = :9090' | cut -d , -f 1
# claim err-port-program-found: The command ss tells which program it is.
[[ $out == *'users:(("nc"' ]]
kill $!
docker start web3
# claim err-port-program-ended: Once the program of the host has ended that had the port, a container that publishes the port starts.
[[ $(docker port web3) == "80/tcp -> 0.0.0.0:9090"* ]]

# %% shared
# fails
docker run -d --name sidecar --network container:web -p 8082:80 busybox httpd -f
# claim err-shared-no-ports: A container that shares another one's network cannot publish ports; the other one must.
[[ $out == *"conflicting options: port publishing and the container type network mode"* && -z $(docker ps -aqf name=sidecar) ]]
docker create --name sidecar --network container:web busybox
docker inspect -f '{{.HostConfig.NetworkMode}} {{json .HostConfig.PortBindings}}' sidecar
# claim err-shared-without: Without the option to publish ports, a container that shares another one's network is made.
[[ $out == "container:$(docker inspect -f '{{.Id}}' web) "* ]]

# %% host
docker run -dit --name onhost --network host -p 8083:80 busybox
# claim err-host-discards: On the network host a port that is asked for with -p is discarded, with a warning and without an error.
[[ $out == *"Published ports are discarded when using host network mode"* && -z $(docker port onhost) && $(docker inspect -f '{{.State.Running}}' onhost) == true ]]
