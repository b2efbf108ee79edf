# How much each driver carries: iperf3 between two containers, five runs of a second each.
# nodes: docker1 docker2
# needs: kernel macvlan

# %% tool
measure() {
    for _ in 1 2 3 4 5; do "$@" -f m -t 1 | awk '/receiver/ { print $7 / 1000 }'; done | sort -n |
        awk '{ rate[NR] = $1 } END { printf "%.1f Gbit/s, from %.1f Gbit/s to %.1f Gbit/s\n", rate[3], rate[1], rate[5] }'
}

# %% host
docker run -d --name host1 --network host -v /:/machine:ro --tmpfs /machine/tmp \
    busybox chroot /machine iperf3 -s -p 9000
docker run -dit --name host2 --network host -v /:/machine:ro --tmpfs /machine/tmp busybox

# %% _host-listens
until grep -qi ":2328 .* 0A " /proc/net/tcp /proc/net/tcp6; do sleep 0.1; done

# %% host-rate
host=$(measure docker exec host2 chroot /machine iperf3 -c 127.0.0.1 -p 9000)
echo "host: $host"

# %% bridge
docker network create mynet
docker run -d --name bridge1 --network mynet -v /:/machine:ro --tmpfs /machine/tmp \
    busybox chroot /machine iperf3 -s
docker run -dit --name bridge2 --network mynet -v /:/machine:ro --tmpfs /machine/tmp busybox

# %% _bridge-listens
until docker exec bridge1 grep -qi ":1451 .* 0A " /proc/net/tcp /proc/net/tcp6; do sleep 0.1; done

# %% bridge-rate
bridge=$(measure docker exec bridge2 chroot /machine iperf3 -c 172.18.0.2)
echo "bridge: $bridge"

# %% macvlan
docker network create --driver macvlan --opt parent=eth0 --subnet 192.0.2.0/24 --ip-range 192.0.2.128/25 lan
docker run -d --name macvlan1 --network lan --ip 192.0.2.130 -v /:/machine:ro --tmpfs /machine/tmp \
    busybox chroot /machine iperf3 -s
docker run -dit --name macvlan2 --network lan -v /:/machine:ro --tmpfs /machine/tmp busybox

# %% _macvlan-listens
until docker exec macvlan1 grep -qi ":1451 .* 0A " /proc/net/tcp /proc/net/tcp6; do sleep 0.1; done

# %% macvlan-rate
macvlan=$(measure docker exec macvlan2 chroot /machine iperf3 -c 192.0.2.130)
echo "macvlan: $macvlan"

# %% overlay
docker swarm init --advertise-addr 192.0.2.11 | grep "^Swarm initialized" >/dev/null
docker network create --driver overlay --attachable both
docker -c docker2 swarm join --token "$(docker swarm join-token -q worker)" 192.0.2.11
docker run -d --name overlay1 --network both --ip 10.0.1.100 -v /:/machine:ro --tmpfs /machine/tmp \
    busybox chroot /machine iperf3 -s
docker -c docker2 run -dit --name overlay2 --network both -v /:/machine:ro --tmpfs /machine/tmp busybox

# %% _overlay-listens
until docker exec overlay1 grep -qi ":1451 .* 0A " /proc/net/tcp /proc/net/tcp6; do sleep 0.1; done

# %% overlay-rate
overlay=$(measure docker -c docker2 exec overlay2 chroot /machine iperf3 -c 10.0.1.100)
echo "overlay: $overlay"
# claim performance-host-over-overlay: In this lab two containers on the network host exchange more in a second than two containers on an overlay network, which are on two machines.
awk -v host="${host%% *}" -v overlay="${overlay%% *}" 'BEGIN { exit !(overlay > 0 && host > overlay) }'

# %% room
docker exec bridge2 cat /sys/class/net/eth0/mtu
docker -c docker2 exec overlay2 cat /sys/class/net/eth0/mtu
# claim performance-overlay-room: A container's packets may have 1500 bytes on a bridge network and 1450 bytes on an overlay network.
[[ $(docker exec bridge2 cat /sys/class/net/eth0/mtu) == 1500 && $out == 1450 ]]
