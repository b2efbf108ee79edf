# The modes of macvlan: who reaches whom when two containers share one network card.
# nodes: docker1 client
# needs: kernel macvlan

# %% bridge
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan
docker run -dit --name alpha --network lan busybox
docker run -dit --name beta --network lan busybox
docker exec alpha ping -c 1 192.0.2.129
# claim macvlan-mode-bridge: Two containers on one macvlan network reach each other; that is the mode bridge, which is the default.
[[ $out == *"from 192.0.2.129: "* && $(nsenter --net -t "$(docker inspect -f '{{.State.Pid}}' alpha)" ip -d link show eth0) == *"macvlan mode bridge "* ]]

# %% _clear
docker rm -f alpha beta
docker network rm lan

# %% private
docker network create --driver macvlan --opt parent=eth0 --opt macvlan_mode=private \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan
docker run -dit --name alpha --network lan busybox
docker run -dit --name beta --network lan busybox
# fails
docker exec alpha ping -c 1 -W 1 192.0.2.129
docker exec alpha ping -c 1 192.0.2.50
# claim macvlan-mode-private: In macvlan's mode private two containers on one network do not reach each other, but they do reach the LAN.
[[ $out == *"from 192.0.2.50: "* && $(docker exec beta hostname -i) == 192.0.2.129 ]] && ! docker exec alpha ping -c 1 -W 1 192.0.2.129

# %% _clear-again
docker rm -f alpha beta
docker network rm lan

# %% passthru
docker network create --driver macvlan --opt parent=eth0 --opt macvlan_mode=passthru \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 lan
docker run -dit --name alpha --network lan busybox
docker exec alpha ping -c 1 192.0.2.50
# fails
docker run -dit --name beta --network lan busybox
# claim macvlan-mode-passthru: In macvlan's mode passthru a network card serves one container only; the next one does not start.
[[ $(docker inspect -f '{{.State.Running}}' alpha beta) == $'true\nfalse' ]]

# %% passthru-host
# fails
ping -c 1 -W 1 192.0.2.50
# claim macvlan-passthru-host: While a container in macvlan's mode passthru has the host's network card, the host does not reach another machine on the LAN.
[[ $out == *" 100% packet loss"* ]] && docker exec alpha ping -c 1 192.0.2.50
docker rm -f alpha
ping -c 1 192.0.2.50
# claim macvlan-passthru-given-back: When the container in macvlan's mode passthru is gone, the host has its network card back.
[[ $out == *"from 192.0.2.50: "* ]]
