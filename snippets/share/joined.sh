# A container that uses another one's network.

# %% start [picture]
docker run -dit --name web --hostname web -p 8080:80 busybox httpd -f -h /etc
docker run -dit --name side --network container:web busybox

# %% _listening
until docker exec web netstat -ltn | grep -q ':80 '; do sleep 0.1; done

# %% same
docker exec web ip -4 addr show eth0
docker exec side ip -4 addr show eth0
docker exec web readlink /proc/self/ns/net
docker exec side readlink /proc/self/ns/net
# claim share-same-namespace: A container with the network container:web is in the network namespace of web, and has its interfaces and addresses.
[[ $out == "$(docker exec web readlink /proc/self/ns/net)" && $(docker exec side ip addr show eth0) == "$(docker exec web ip addr show eth0)" ]]

# %% localhost
docker exec side wget -qO- http://127.0.0.1/hostname
# claim share-localhost: Two containers that share a network namespace reach each other at 127.0.0.1.
[[ $out == web && $(docker exec side ps) != *httpd* ]]
docker exec side hostname
# claim share-names: A container that uses another one's network has its host name and its resolv.conf too.
[[ $out == web && $(docker exec side cat /etc/resolv.conf) == "$(docker exec web cat /etc/resolv.conf)" ]]
docker exec side ps
# claim share-own-processes: A container that uses another one's network does not see its processes.
[[ $out != *httpd* && $(docker exec web ps) == *httpd* ]]

# %% inspect
docker inspect -f '{{.HostConfig.NetworkMode}} {{json .NetworkSettings.Networks}}' side
# claim share-no-network: To the engine, a container that uses another one's network is on no network itself.
[[ $out == "container:$(docker inspect -f '{{.Id}}' web) {}" ]]
# fails
docker network connect bridge side
# claim share-no-second: A container that uses another one's network cannot be connected to a network.
[[ $out == *"container sharing network namespace"* && $(docker inspect -f '{{len .NetworkSettings.Networks}}' side) == 0 ]]

# %% clash
# fails
docker run --rm --network container:web busybox httpd -f -h /etc
# claim share-port-clash: If a server listens on a port in one of two containers that share a network namespace, a second server in the other one is refused that port.
[[ $out == *"Address already in use"* && $(docker exec web netstat -ltn | grep -c ':80 ') == 1 ]]

# %% stop
docker stop -t 0 web
docker exec side ip addr
# claim share-stop: When a container stops whose network another one uses, the other one goes on without the network, with lo only.
[[ $(docker inspect -f '{{.State.Running}}' side) == true && $(docker exec side ls /sys/class/net) == lo ]]

# %% start-again
docker start web
docker exec web ls /sys/class/net
docker exec side ls /sys/class/net
# claim share-start-again: When a container whose network another one uses stops and starts again, it has a new network namespace, and the other one is not in it.
[[ $out == lo && $(docker exec side readlink /proc/self/ns/net) != "$(docker exec web readlink /proc/self/ns/net)" ]]

# %% restart
docker restart -t 0 side
docker exec side ls /sys/class/net
# claim share-restart: A container that uses another one's network is in the other one's new namespace when it is restarted after it.
[[ $(docker exec side readlink /proc/self/ns/net) == "$(docker exec web readlink /proc/self/ns/net)" ]]

# %% replaced
docker rm -f web
docker run -dit --name web --hostname web busybox httpd -f -h /etc
# fails
docker restart -t 0 side
# claim share-by-id: A container that uses another one's network remembers it by id: it does not start with a new container of the same name.
[[ $out == *"No such container"* && $(docker inspect -f '{{.State.Running}}' side) == false && $(docker inspect -f '{{.State.Running}}' web) == true ]]
