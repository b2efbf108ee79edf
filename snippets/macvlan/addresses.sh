# Docker hands out addresses on the LAN without knowing which ones are taken.
# nodes: docker1 client
# needs: kernel macvlan

# %% taken
# on: client
ip addr add 192.0.2.2/24 dev eth0

# %% clash
# on: docker1
docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 --gateway 192.0.2.1 lan
docker run -dit --name alpha --network lan --mac-address 02:00:00:00:00:aa busybox
docker exec alpha hostname -i
# on: client
# claim macvlan-ipam-blind: Docker gives a container on a macvlan network an address that another machine on the LAN already has.
[[ $out == 192.0.2.2 && $(ip -4 -br addr show eth0) == *" 192.0.2.2/24"* ]]

# %% two-answers
# on: docker1
docker run -dit --name beta --network lan busybox
docker exec beta arping -c 1 192.0.2.2 | grep -o "from .* \[.*\]" | sort
# claim macvlan-two-answers: If a container on a macvlan network has the address of another machine, both answer for it.
[[ $out == "from 192.0.2.2 [02:00:00:00:00:aa]"$'\n'"from 192.0.2.2 [52:54:00:00:02:32]" ]]

# %% _clear
docker rm -f alpha beta
docker network rm lan

# %% range
docker network create --driver macvlan --opt parent=eth0 \
    --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/25 --aux-address printer=192.0.2.129 lan
for name in alpha beta gamma; do
    docker run -dit --name "$name" --network lan busybox
done

# %% ranged
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.lan.IPAddress}}' alpha beta gamma
# claim macvlan-range: With --ip-range Docker hands out addresses of that part of the LAN only.
[[ $(awk -F. '$4 >= 128' <<<"$out" | wc -l) == 3 && $out == *" 192.0.2.128"* ]]
# claim macvlan-aux-address: An address that --aux-address names is given to no container.
[[ $out == $'/alpha 192.0.2.128\n/beta 192.0.2.130\n/gamma 192.0.2.131' ]]

# %% asked-for
docker run -dit --name delta --network lan --ip 192.0.2.40 busybox
docker exec delta hostname -i
# claim macvlan-ip-outside-range: With --ip a container on a macvlan network can have an address of the subnet that is outside --ip-range.
[[ $out == 192.0.2.40 ]]

