# The MTU of a bridge network, which is the size of its largest packets.

# %% default
docker run -dit --name alpha busybox
docker exec alpha cat /sys/class/net/eth0/mtu
# claim doc-mtu-default: If nothing is set, the MTU of a container on a bridge network is 1500.
[[ $out == 1500 && $(docker inspect -f '{{.HostConfig.NetworkMode}}' alpha) == @(default|bridge) ]]

# %% zero
docker network create --opt com.docker.network.driver.mtu=0 zeronet
docker run -dit --name beta --network zeronet busybox
docker exec beta cat /sys/class/net/eth0/mtu
# claim doc-mtu-zero: An MTU of 0 does not mean that there is no limit; it gives 1500 as well.
[[ $out == 1500 && $(docker network inspect -f '{{json .Options}}' zeronet) == *'mtu":"0"'* ]]

# %% uplink
ip link set eth0 mtu 1400
docker network create mynet
docker run -dit --name gamma --network mynet busybox
docker exec gamma cat /sys/class/net/eth0/mtu
# claim doc-mtu-not-from-host: A new bridge network does not take the MTU of the host's network card.
[[ $out == 1500 && $(cat /sys/class/net/eth0/mtu) == 1400 ]]

# %% option
docker network create --opt com.docker.network.driver.mtu=1400 smallnet
docker run -dit --name delta --network smallnet busybox
docker exec delta cat /sys/class/net/eth0/mtu
# claim doc-mtu-option: A bridge network has the MTU that is asked for when it is made.
[[ $out == 1400 && $(docker exec gamma cat /sys/class/net/eth0/mtu) == 1500 ]]
