# A container with a fixed address, and another that was given that address in the meantime.

# %% start
docker network create --subnet 198.51.100.0/24 garden
docker run -d --name db --network garden --ip 198.51.100.2 --restart always busybox sleep 1d

# %% taken
docker stop -t 0 db
docker run -d --name alpha --network garden busybox sleep 1d
docker inspect -f '{{.NetworkSettings.Networks.garden.IPAddress}}' alpha
# fails
docker start db
# claim restarts-fixed-given-away: While a container with a fixed address is stopped, the engine can give that address to one that asked for none, and the first does not start then.
[[ $out == *"already in use"* && $(docker inspect -f '{{.State.Status}} {{.NetworkSettings.Networks.garden.IPAddress}}' alpha db) == $'running 198.51.100.2\nexited ' ]]

# %% free
docker rm -f alpha
docker run -d --name crashes --network none --restart on-failure:3 busybox false

# %% _crashed
until [[ $(docker inspect -f '{{.RestartCount}} {{.State.Status}}' crashes) == "3 exited" ]]; do sleep 0.1; done

# %% not-retried
docker inspect -f '{{.Name}} {{.HostConfig.RestartPolicy.Name}}: {{.State.Status}}, restarts: {{.RestartCount}}' crashes db
# claim restarts-failed-start-not-retried: A container that was stopped by hand, and then could not start because its address was taken, is not started by its restart policy when the address is free again.
[[ $(docker inspect -f '{{.State.Status}} {{.RestartCount}} {{.HostConfig.RestartPolicy.Name}}' db) == "exited 0 always" && $(docker inspect -f '{{.RestartCount}}' crashes) == 3 ]]
docker start db

# %% range
docker network create --subnet 192.168.50.0/24 --ip-range 192.168.50.128/25 orchard
docker run -d --name db2 --network orchard --ip 192.168.50.2 busybox sleep 1d
docker stop -t 0 db2
docker run -d --name beta --network orchard busybox sleep 1d
docker start db2
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.orchard.IPAddress}}' db2 beta
# claim restarts-range-keeps-fixed: If the network has an --ip-range, a container that asks for no address is given one from it, and a stopped container with a fixed address outside of it can start again.
[[ $out == $'/db2 192.168.50.2\n/beta 192.168.50.'* && ${out##*.} -ge 128 ]]
