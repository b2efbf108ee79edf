# A Linux bridge that has lost its address, and a container whose veth pair was detached: what another program on the host may do.
# nodes: docker1 server

docker run -dit --name alpha busybox
docker run -dit --name beta busybox

# %% address
ip addr flush dev docker0
# fails
docker exec alpha ping -c 1 -W 1 203.0.113.10
docker exec alpha ping -c 1 172.17.0.3
# claim bridge-address-lost: If docker0 has lost its address, a container on the default bridge does not reach outside hosts, though it still reaches its neighbour.
[[ $out == *"from 172.17.0.3: "* && -z $(ip -4 addr show docker0) ]] && ! docker exec alpha ping -c 1 -W 1 203.0.113.10

# %% look
ip -4 -br addr show docker0
docker inspect -f '{{.NetworkSettings.Networks.bridge.Gateway}}' alpha
# claim bridge-address-unaware: docker inspect goes on to show the gateway of a container on the default bridge although docker0 does not have that address any more.
[[ $out == 172.17.0.1 && -z $(ip -4 addr show docker0) ]]

# %% _asked
# A question for the gateway that is under way would take the next packets along when it is given up.
while docker exec alpha ip neigh | grep -q INCOMPLETE; do sleep 0.1; done

# %% address-back
ip addr add 172.17.0.1/16 dev docker0
docker exec alpha ping -c 1 203.0.113.10
# claim bridge-address-back: When docker0 has its address again, a container on the default bridge reaches outside hosts again, without a restart.
[[ $out == *"from 203.0.113.10: "* && $(docker inspect -f '{{.RestartCount}}' alpha) == 0 ]]

# %% detached
veth=$(ip -o link | grep "^$(docker exec alpha cat /sys/class/net/eth0/iflink):" | sed 's/.*\(veth[0-9a-f]*\)@.*/\1/')
ip link set "$veth" nomaster
# fails
docker exec alpha ping -c 1 -W 1 172.17.0.3
ip -br link show master docker0
# claim bridge-veth-detached: A container whose veth interface was detached from the Linux bridge reaches neither its neighbour nor an outside host.
[[ $(wc -l <<<"$out") == 1 && $out != *"$veth"* ]] && ! docker exec alpha ping -c 1 -W 1 172.17.0.3 && ! docker exec alpha ping -c 1 -W 1 203.0.113.10 && docker exec beta ping -c 1 -W 1 203.0.113.10

# %% restarted
docker restart -t 0 alpha
docker exec alpha ping -c 1 172.17.0.3
# claim bridge-veth-restart: After a restart the veth interface of a container is attached to the Linux bridge again.
[[ $out == *"from 172.17.0.3: "* && $(ip -br link show master docker0 | wc -l) == 2 ]]
