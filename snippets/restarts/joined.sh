# A container that uses another one's network, and a restart policy that brings the other one back.

# %% start
docker run -d --name vpn --restart always busybox sleep 1d
docker run -d --name side --restart always --network container:vpn busybox sleep 1d
docker exec side ls /sys/class/net

# %% crash
kill -9 "$(docker inspect -f '{{.State.Pid}}' vpn)"

# %% _back
until [[ $(docker inspect -f '{{.RestartCount}} {{.State.Status}}' vpn) == "1 running" ]]; do sleep 0.05; done

# %% after
docker inspect -f '{{.Name}} {{.State.Status}}, restarts: {{.RestartCount}}' vpn side
docker exec vpn ls /sys/class/net
docker exec side ls /sys/class/net
# claim restarts-joined-alone: When the restart policy has started a container again whose network another one uses, the other one runs on with lo only, and its own restart policy does not restart it.
[[ $out == lo && $(docker inspect -f '{{.RestartCount}} {{.State.Status}}' side) == "0 running" && $(docker exec vpn ls /sys/class/net) == *eth0* ]]

# %% repair
docker restart -t 0 side
docker exec side ls /sys/class/net
# claim restarts-joined-repaired: A container that uses another one's network is in its new network namespace after a restart by hand.
[[ $out == *eth0* && $(docker exec side readlink /proc/self/ns/net) == "$(docker exec vpn readlink /proc/self/ns/net)" ]]

# %% order
docker stop -t 0 side vpn
# fails
docker start side
# claim restarts-joined-order: A container that uses another one's network does not start while the other one is stopped.
[[ $out == *"non running container"* && $(docker inspect -f '{{.State.Status}}' side) == exited ]]
docker start vpn
docker start side
docker exec side ls /sys/class/net
# claim restarts-joined-order-right: A container that uses another one's network starts when the other one was started before it.
[[ $out == *eth0* && $(docker inspect -f '{{.State.Status}}' side) == running ]]
