# The commands of every day, each given once.

# %% make
docker network create mynet
docker network create --subnet 198.51.100.0/24 --gateway 198.51.100.1 garden
docker network create --internal closed
docker network create --opt com.docker.network.driver.mtu=1400 narrow
# claim cmd-made: A network is made with a subnet and gateway of one's own, closed to the outside, or with an option of its driver, by one command each.
[[ $(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}} {{.Internal}} {{len .Options}}' garden closed narrow) == *"198.51.100.1 false "*" true "*" false 1" ]]

# %% list
docker network ls
docker network ls --filter driver=bridge --format '{{.Name}}'
# claim cmd-filtered: The list of networks can be filtered, by driver for example.
[[ $(sort <<<"$out" | xargs) == "bridge closed garden mynet narrow" ]]

# %% run
docker run -dit --name alpha --network mynet busybox
docker run -dit --name beta --network garden --ip 198.51.100.77 busybox
docker run -dit --name gamma --network mynet --network-alias db busybox
docker run -dit --name delta --network host busybox
docker run -dit --name epsilon --network none busybox
# claim cmd-run: A container is started on a network of one's choice, with an address and a further name if wanted.
[[ $(docker exec beta hostname -i) == 198.51.100.77 && $(docker exec alpha ping -c 1 db) == "PING db (172.18.0.3)"* ]]

# %% connect
docker network connect garden alpha
docker network connect --ip 198.51.100.88 --alias cache garden gamma
docker network disconnect mynet gamma
# claim cmd-moved: A running container joins and leaves networks.
[[ $(docker exec beta ping -c 1 cache) == "PING cache (198.51.100.88)"* && $(docker inspect -f '{{len .NetworkSettings.Networks}}' gamma) == 1 ]]

# %% where
docker inspect -f '{{range $name, $network := .NetworkSettings.Networks}}{{$name}} {{$network.IPAddress}} {{end}}' alpha
docker network inspect -f '{{range .Containers}}{{println .Name .IPv4Address}}{{end}}' garden | sort
# claim cmd-where: The container says on which networks it is, with which addresses; the network says who is on it.
[[ $out == *"beta 198.51.100.77/24"* && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' alpha) == "garden mynet " ]]
docker ps --filter network=mynet --format '{{.Names}}: {{.Networks}}'
# claim cmd-who: The list of containers can be filtered by network.
[[ $out == "alpha: "* ]]

# %% publish
docker run -d --name web -p 8080:80 busybox httpd -f
docker run -d --name private -p 127.0.0.1:8081:80 busybox httpd -f
docker run -d --name any -p 80 busybox httpd -f
docker port web
docker port private
# claim cmd-published: A port is published to everybody, to the host alone, or at a port that Docker picks.
[[ $out == "80/tcp -> 127.0.0.1:8081" && $(docker port web) == *"0.0.0.0:8080"* && $(docker port any) == *"0.0.0.0:"[0-9]* ]]

# %% inside
docker exec alpha ip -4 addr
docker exec alpha ip route
docker exec alpha cat /etc/resolv.conf
docker exec alpha nslookup -type=a beta
# claim cmd-inside: Commands in the container show its interfaces, its routes, its DNS server, and what a name stands for.
[[ $out == *"Address: 198.51.100.77"* && $(docker exec alpha ip -4 addr) == *"inet 172.18.0.2/16"*"inet 198.51.100."* && $(docker exec alpha ip route) == "default via "*" dev eth"*"198.51.100.0/24 dev eth"* && $(docker exec alpha cat /etc/resolv.conf) == *"nameserver 127.0.0.11"* ]]

# %% outside
ip -br link show type bridge
ss -ltn 'sport = :8080'
pid=$(docker inspect -f '{{.State.Pid}}' epsilon)
nsenter --target "$pid" --net ip addr
# claim cmd-nsenter: With nsenter the host's tools look at a container's network.
[[ $out == *"127.0.0.1/8"* && $out != *eth0* && $(nsenter --target "$pid" --net readlink /proc/self/ns/net) == "$(docker exec epsilon readlink /proc/self/ns/net)" ]]

# %% share
docker run --rm --network host busybox hostname
# claim cmd-share: A container for a moment, on the host's network, sees the host's name, and with --rm it is removed when its command ends.
[[ $out == docker1 && $(docker ps -a --format '{{.Names}}' | sort | xargs) == "alpha any beta delta epsilon gamma private web" ]]

# %% remove
docker rm -f beta gamma
docker network disconnect garden alpha
docker network rm garden
docker network prune --force | sort
# claim cmd-pruned: Removing what is not in use leaves the networks with running containers on them.
[[ $(docker network ls --filter driver=bridge --format '{{.Name}}' | sort | xargs) == "bridge mynet" ]]
