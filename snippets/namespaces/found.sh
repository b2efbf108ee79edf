# The network namespace of a running container, found from outside with ordinary tools.

# %% start [picture]
docker run -dit --name alpha busybox
docker run -dit --name beta busybox

# %% process
pid=$(docker inspect -f '{{.State.Pid}}' alpha)
cat "/proc/$pid/comm"
# claim namespaces-ordinary-process: A container's first process is a process of the host, which has a process number there.
[[ $out == sh && $(ps -o comm= -p "$pid") == sh ]]

# %% number
readlink /proc/self/ns/net
readlink "/proc/$pid/ns/net"
docker exec alpha readlink /proc/self/ns/net
# claim namespaces-from-pid: The network namespace of a container can be read from outside, in the folder /proc of its process.
[[ $out == "$(readlink "/proc/$pid/ns/net")" && $out != "$(readlink /proc/self/ns/net)" ]]
# claim namespaces-one-each: Two containers on the default bridge have a network namespace each.
[[ $(docker exec alpha readlink /proc/self/ns/net) != "$(docker exec beta readlink /proc/self/ns/net)" ]]

# %% not-listed
ip netns list
ls /run/docker/netns
# claim namespaces-not-in-ip-netns: The command ip netns list does not show the namespaces of containers; Docker keeps them in another folder.
[[ -z $(ip netns list) && $(ls /run/docker/netns | wc -l) == 2 && -e /run/docker/netns/$(basename "$(docker inspect -f '{{.NetworkSettings.SandboxKey}}' alpha)") ]]

# %% attach
ip netns attach alpha "$pid"
ip netns list
ip -n alpha -4 -br addr
# claim namespaces-attach: With ip netns attach, a container's namespace gets a name that ip knows.
[[ $(ip netns list) == alpha* && $out == *" 172.17.0.2/16"* && $(stat -L -c %i /run/netns/alpha) == "$(stat -L -c %i "/proc/$pid/ns/net")" ]]

# %% enter
nsenter --target "$pid" --net ip route
nsenter --target "$pid" --net ls /bin/bash
# claim namespaces-enter: With nsenter --net a program of the host runs in the container's network, and sees the host's files.
[[ $(nsenter --target "$pid" --net ip route) == "$(ip -n alpha route)"* && $out == /bin/bash ]] && ! docker exec alpha ls /bin/bash

# %% sysfs
docker exec alpha ls /sys/class/net
nsenter --target "$pid" --net ls /sys/class/net
# claim namespaces-sysfs: After nsenter --net alone, the folder /sys/class/net still lists the interfaces of the host.
[[ $out == "$(ls /sys/class/net)" && $out == *docker0* ]]

# %% pair
nsenter --target "$pid" --net ip link show eth0
peer=$(docker exec alpha cat /sys/class/net/eth0/iflink)
ip -o link | grep "^$peer:"
# claim namespaces-pair: The number behind @if in the container is the number of the other end of the veth pair on the host, and that end names the container's.
[[ $out == "$peer: veth"*"@if$(docker exec alpha cat /sys/class/net/eth0/ifindex):"* && $(nsenter --target "$pid" --net ip link show eth0) == *"eth0@if$peer:"* ]]
# claim namespaces-plugged-in: The host's end of a container's veth pair is attached to the Linux bridge of the container's network.
[[ $out == *" master docker0 "* ]]

# %% unplug
veth=$(ip -o link | grep "^$peer:" | sed 's/.*\(veth[0-9a-f]*\)@.*/\1/')
ip link set "$veth" down
docker exec alpha cat /sys/class/net/eth0/carrier
# fails
docker exec alpha ping -c 1 -W 1 172.17.0.3
# claim namespaces-one-cable: If the host's end of a container's veth pair is switched off, the container's end loses its signal and its neighbour is not reached any more.
[[ $(docker exec alpha cat /sys/class/net/eth0/carrier) == 0 && $out == *" 100% packet loss"* && $(docker exec beta cat /sys/class/net/eth0/carrier) == 1 ]]

# %% plug
ip link set "$veth" up
docker exec alpha ping -c 1 172.17.0.3
# claim namespaces-cable-back: When the host's end of a container's veth pair is switched on again, the veth pair works as before.
[[ $(docker exec alpha cat /sys/class/net/eth0/carrier) == 1 && $out == *"from 172.17.0.3: "* ]]

# %% gone
docker stop -t 0 alpha
ip -br link show master docker0
# claim namespaces-cable-gone: When a container on the default bridge stops, both ends of its veth pair are gone.
[[ ! -e /sys/class/net/$veth && $(ip -n alpha -o link) != *eth0* && $(wc -l <<<"$out") == 1 ]]
