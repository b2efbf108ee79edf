# A container that shares the host's network: what is common to both, and what is not.
# nodes: docker1 client

# %% start
docker run -dit --name web --network host busybox

# %% interfaces [picture]
ip -4 -br addr
docker exec web ip -4 addr
# claim host-same-interfaces: A container on the network host has the same interfaces as the host.
[[ $(docker exec web ls /sys/class/net) == "$(ls /sys/class/net)" ]]
# claim host-same-addresses: A container on the network host has the host's addresses, and none of its own.
[[ $(docker exec web hostname -i) == "192.0.2.11" && $(ip -4 -br addr show eth0) == *" 192.0.2.11/24"* && -z $(docker inspect -f '{{.NetworkSettings.Networks.host.IPAddress}}' web) ]]

# %% namespace
readlink /proc/self/ns/net
docker exec web readlink /proc/self/ns/net
docker run --rm busybox readlink /proc/self/ns/net
# claim host-same-namespace: The host and a container on the network host are in the same network namespace; a container on a bridge is in another.
[[ $(docker exec web readlink /proc/self/ns/net) == "$(readlink /proc/self/ns/net)" && $out != "$(readlink /proc/self/ns/net)" ]]

# %% serve
docker exec web sh -c 'echo "Hello from web." >/tmp/index.html'
docker exec web httpd -p 80 -h /tmp
curl -s http://localhost
# claim host-same-ports: A port that a server opens in a container on the network host is open on the host.
[[ $out == "Hello from web." && $(ss -Hltn 'sport = :80') == LISTEN* ]]

# %% lan-neighbour
# on: client
curl -s http://192.0.2.11
# on: docker1
# claim host-reachable-from-lan: Another machine on the LAN reaches a server in a container on the network host at the host's address, though no port was published.
[[ $out == "Hello from web." && $(docker inspect -f '{{len .HostConfig.PortBindings}}' web) == 0 ]]

# %% publish
docker run -dit --name published --network host -p 8080:80 busybox
# claim host-publish-warns: The command line client warns that published ports are discarded on the network host.
[[ $out == *"WARNING: Published ports are discarded when using host network mode"* ]]
docker port published
# claim host-publish-ignored: On the network host a request to publish a port opens nothing.
[[ $(docker inspect -f '{{len .HostConfig.PortBindings}} {{len .NetworkSettings.Ports}}' published) == "1 0" && -z $(ss -Hltn 'sport = :8080') ]]

# %% _tidy
docker rm -f published

# %% port-taken
# fails
docker run --name web2 --network host busybox httpd -f -p 80
# claim host-port-conflict: Two containers on the network host cannot listen on the same port.
[[ $out == *"Address already in use"* && $(docker inspect -f '{{.State.Running}} {{.State.ExitCode}}' web2) == "false 1" ]]

# %% loopback
echo "For this host only." | nc -lN 127.0.0.1 9000 &

# %% _listening
until ss -Hltn 'sport = :9000' | grep -q LISTEN; do sleep 0.05; done

# %% loopback-reached
docker exec web nc 127.0.0.1 9000
# claim host-same-loopback: A container on the network host reaches programs of the host that listen on 127.0.0.1 only.
[[ $out == "For this host only." ]]

# %% processes
docker exec web ps -o comm
# claim host-own-processes: A container on the network host does not see the host's processes.
[[ $out != *dockerd* && $(ps -eo comm) == *dockerd* && $(docker exec web readlink /proc/self/ns/pid) != "$(readlink /proc/self/ns/pid)" ]]

# %% files
echo "written on the host" >/tmp/note
# fails
docker exec web cat /tmp/note
# claim host-own-files: A container on the network host does not see the host's files.
[[ $out == *"No such file or directory" && -f /tmp/note ]]

# %% hostname
hostname
docker exec web hostname
# claim host-name-copied: Without further options a container on the network host goes by the host's name.
[[ $out == "$(hostname)" ]]
docker run --rm --network host --hostname tent busybox hostname
# claim host-name-separate: A container on the network host can be given another host name, and the host keeps its own.
[[ $out == tent && $(hostname) == docker1 && $(docker exec web readlink /proc/self/ns/uts) != "$(readlink /proc/self/ns/uts)" ]]

# %% no-changes
# fails
docker exec web ip link set docker0 down
# claim host-may-not-change: Even as root, a container on the network host can look at the host's interfaces but not change them.
[[ $out == *"Operation not permitted" && $(ip -br link show docker0) == *",UP"* && $(docker exec web id -u) == 0 ]]

# %% second-network
# fails
docker network connect bridge web
# claim host-no-second-network: A container on the network host cannot join another network.
[[ $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' web) == "<host>" && $out == *"cannot be connected to"* ]]
