# The network host from underneath: namespaces one by one, the firewall, names, and what one may give away.
# nodes: docker1 server

docker network create mynet
docker run -dit --name beta --network mynet busybox
rules=$({ iptables-save; ip6tables-save; } | grep -v -e '^[#:]')

# %% count
iptables-save | grep -c -e ^-A

# %% start
docker run -dit --name alpha --network host busybox
docker inspect -f '{{.NetworkSettings.SandboxKey}}' alpha
docker network inspect -f '{{json .Containers}}' host | python3 -m json.tool
# claim host-endpoint-empty: On the network host a container has an endpoint without addresses, and its sandbox is the host's own network namespace.
[[ $(docker network inspect -f '{{range .Containers}}<{{.IPv4Address}}{{.MacAddress}}>{{end}}' host) == "<>" && $(stat -L -c %i "/proc/$(docker inspect -f '{{.State.Pid}}' alpha)/ns/net") == "$(stat -L -c %i /proc/self/ns/net)" && $(docker inspect -f '{{.NetworkSettings.SandboxKey}}' alpha) == /var/run/docker/netns/default ]]

# %% kinds
pid=$(docker inspect -f '{{.State.Pid}}' alpha)
for kind in net mnt pid uts ipc user; do [[ $(readlink /proc/self/ns/$kind) == "$(readlink "/proc/$pid/ns/$kind")" ]] && echo "$kind shared" || echo "$kind separate"; done
# claim host-kinds: Of its namespaces, a container on the network host shares with the host that of the network and, as another container does, that of the users; files, processes, host name and shared memory have their own.
[[ $(for kind in net mnt pid uts ipc user; do [[ $(readlink /proc/self/ns/$kind) == "$(readlink "/proc/$pid/ns/$kind")" ]] && echo -n "$kind "; done) == "net user " && $(readlink /proc/self/ns/user) == "$(readlink "/proc/$(docker inspect -f '{{.State.Pid}}' beta)/ns/user")" ]]

# %% no-rules
iptables-save | grep -c -e ^-A
# claim host-no-rules: A container on the network host adds no rule to the firewall.
[[ $({ iptables-save; ip6tables-save; } | grep -v -e '^[#:]') == "$rules" && -n $rules ]]

# %% names
# fails
docker exec alpha ping -c 1 beta
docker exec alpha ping -c 1 "$(docker inspect -f '{{.NetworkSettings.Networks.mynet.IPAddress}}' beta)"
# claim host-no-container-names: A container on the network host reaches containers on bridge networks by address, as the host does, but knows none of their names.
[[ $out == *"from 172.18.0.2: "* ]] && ! docker exec alpha ping -c 1 beta && docker run --rm --network mynet busybox ping -c 1 beta

# %% hosts-file
docker exec alpha cat /etc/hosts
docker exec alpha grep nameserver /etc/resolv.conf
# claim host-copies-files: On the network host a container gets the lines of the host's /etc/hosts and the host's name server.
[[ $(docker exec alpha cat /etc/hosts) == "$(cat /etc/hosts)" && $out == "$(grep nameserver /etc/resolv.conf)" ]]

# %% seen-outside
docker exec alpha wget -qO- http://203.0.113.10
# claim host-seen-outside: To a server outside, a container on the network host appears under the host's address, without any address translation.
[[ $out == *"You come from 192.0.2.11." && $(iptables-save | grep -c -e "-s 192.0.2") == 0 ]]

# %% only-one
# fails
docker network create --driver host another
# claim host-only-one: A second network with the driver host is refused.
[[ $status != 0 && $(docker network ls --filter driver=host --format '{{.Name}}') == host ]]

# %% net-admin
docker run --rm --network host --cap-add NET_ADMIN busybox ip link set docker0 mtu 1400
ip link show docker0
# claim host-net-admin: With the capability NET_ADMIN a container on the network host changes the network of the host itself.
[[ $(cat /sys/class/net/docker0/mtu) == 1400 ]]
