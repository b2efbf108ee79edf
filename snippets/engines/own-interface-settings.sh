# Settings for one container's interface on one network: its MAC address and its name.

docker network create mynet

# %% mac-address
# may fail
docker run -dit --name alpha --network name=mynet,mac-address=02:00:5e:10:00:01 busybox
# claim eng-network-mac-unknown [engine <= 20]: The docker command of engine 20.10 does not know mac-address as a setting of a network.
[[ $status != 0 && $out == *"invalid field key mac-address"* ]]
# claim eng-network-mac [engine >= 26]: On engines 26.1 and 28.5 a container can be given a MAC address for one network.
[[ $status == 0 && $(docker exec alpha cat /sys/class/net/eth0/address) == 02:00:5e:10:00:01 ]]

# %% interface-name
docker run -dit --name beta --network name=mynet,driver-opt=com.docker.network.endpoint.ifname=lan0 busybox
docker exec beta ls /sys/class/net
# claim eng-ifname-ignored [engine <= 26]: Engines 20.10 and 26.1 ignore the option that names the interface in the container.
[[ $out == $'eth0\nlo' ]]
# claim eng-ifname [engine >= 28]: On engine 28.5 the interface in the container can be given a name.
[[ $out == $'lan0\nlo' ]]
