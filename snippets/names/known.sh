# Every name under which a container is known, and since when, and until when.

docker network create mynet
docker run -dit --name beta --network mynet busybox

# %% start
docker run -dit --name alpha --network mynet --network-alias db --hostname tower busybox

# %% names
docker exec beta ping -c 1 alpha
# claim names-by-name: A container on a user-defined network is known to its neighbours by its name.
[[ $out == "PING alpha (172.18.0.3)"*"from 172.18.0.3: "* ]]
docker exec beta ping -c 1 db | head -n 1
# claim names-by-alias: A container on a user-defined network is known to its neighbours by an alias given with --network-alias.
[[ $out == "PING db (172.18.0.3)"* ]]
docker exec beta ping -c 1 tower | head -n 1
# claim names-by-hostname: A container on a user-defined network is known to its neighbours by the host name given with --hostname.
[[ $out == "PING tower (172.18.0.3)"* ]]
docker exec beta ping -c 1 "$(docker ps --filter name=alpha --format '{{.ID}}')" | head -n 1
# claim names-by-id: A container on a user-defined network is known to its neighbours by its short id.
[[ $out == "PING "????????????" (172.18.0.3)"* ]]
docker exec beta ping -c 1 alpha.mynet | head -n 1
# claim names-with-network: A container on a user-defined network is known to its neighbours by its name, a dot and the name of the network.
[[ $out == "PING alpha.mynet (172.18.0.3)"* ]]

# %% hostname
docker exec alpha hostname
docker exec alpha grep tower /etc/hosts
# claim names-own-hostname: With --hostname a container has that host name and finds it in its own /etc/hosts.
[[ $out == "172.18.0.3"*"tower" && $(docker exec alpha hostname) == tower ]]
docker exec beta hostname
# claim names-hostname-is-id: Without --hostname a container's host name is its short id, not its name.
[[ $out == "$(docker inspect -f '{{slice .Id 0 12}}' beta)" ]]

# %% rename
docker rename alpha omega
docker exec beta ping -c 1 omega | head -n 1
# fails
docker exec beta ping -c 1 alpha
# claim names-rename: If a running container is renamed, its neighbours reach it by the new name at once, and no longer by the old one.
[[ $out == *"bad address 'alpha'" && $(docker exec beta ping -c 1 omega) == *"from 172.18.0.3: "* ]]
docker exec beta ping -c 1 tower | head -n 1
# claim names-rename-keeps-the-rest: If a container is renamed, its alias and its host name stay as they were.
[[ $out == "PING tower (172.18.0.3)"* && $(docker exec beta ping -c 1 db) == *"from 172.18.0.3: "* && $(docker exec omega hostname) == tower ]]

# %% stop
docker stop -t 0 omega
# fails
docker exec beta ping -c 1 omega
# claim names-stopped: The name of a stopped container does not resolve.
[[ $out == *"bad address 'omega'" && $(docker inspect -f '{{.State.Status}}' omega) == exited ]]
docker start omega
docker exec beta ping -c 1 omega | head -n 1
# claim names-started-again: The name of a container resolves again when the container is started again.
[[ $out == "PING omega (172.18.0."* ]]
