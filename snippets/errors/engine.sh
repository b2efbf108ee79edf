# Port 53 on a host with a stub resolver, two networks with one bridge name, a user without access to the engine, and where networks are stored.
# nodes: docker1

# %% _stub
nc -lk 127.0.0.53 53 >/dev/null &
until [ -n "$(ss -Hltn 'sport = :53')" ]; do sleep 0.05; done

# %% stub
ss -ltn 'sport = :53' | awk '{ print $4 }'
# fails
docker run -d --name dns -p 53:80 busybox httpd -f
# claim err-port-53-all: A port cannot be published at all addresses of a host if one of the host's programs listens on that port at 127.0.0.53, as the stub of systemd-resolved does on port 53.
[[ $out == *"address already in use"* && -z $(docker port dns) ]]

# %% stub-address
docker rm dns
docker run -d --name dns -p 192.0.2.11:53:80 busybox httpd -f
docker port dns
# claim err-port-53-one: Port 53 can be published at the host's address on the LAN while a program of the host listens on port 53 at 127.0.0.53.
[[ $out == "80/tcp -> 192.0.2.11:53" && $(ss -ltn 'sport = :53') == *127.0.0.53:53* ]]

# %% bridge-name
docker network create -o com.docker.network.bridge.name=br-shop shop
# fails
docker network create -o com.docker.network.bridge.name=br-shop depot
# claim err-same-bridge-name: Two bridge networks of a host cannot have the same name for their bridge.
[[ $out == *"networks have same bridge name"* && -z $(docker network ls -qf name=depot) ]]
docker network create -o com.docker.network.bridge.name=br-depot depot
# claim err-other-bridge-name: Two bridge networks of a host can be made with different names for their bridges.
[[ -d /sys/class/net/br-depot/bridge && -d /sys/class/net/br-shop/bridge ]]

# %% socket
ls -l /var/run/docker.sock | cut -d ' ' -f 1,3,4
# fails
setpriv --reuid=1000 --regid=1000 --clear-groups docker network ls
# claim err-socket-denied: A user who is neither root nor in the group of the engine's socket is refused when asking for the networks.
[[ $out == *"permission denied"*docker.sock* ]]

# %% stored
ls /var/lib/docker/network/files
grep -ao '"name":"shop"' /var/lib/docker/network/files/local-kv.db | sort -u
# claim err-stored: The engine keeps the networks of its host in the file network/files/local-kv.db below its data directory, which is /var/lib/docker by default.
[[ $out == '"name":"shop"' && $(docker info -f '{{.DockerRootDir}}') == /var/lib/docker ]]

# %% link-local
docker run -dit --name alpha busybox
docker network connect --link-local-ip 169.254.77.7 shop alpha
docker exec alpha ip -o -4 addr show eth1 | awk '{ print $4 }'
# claim err-link-local-asked: A container gets an address of 169.254.0.0/16 beside its own if that is asked for with --link-local-ip.
[[ $out == *169.254.77.7/* && $out == *172.* ]]
docker run -dit --name beta --network shop busybox
docker exec beta ip -o -4 addr show | awk '{ print $4 }'
# claim err-link-local-none: A container on a bridge network that does not ask for it has no address of 169.254.0.0/16.
[[ $out != *169.254.* && $out == *172.* ]]
