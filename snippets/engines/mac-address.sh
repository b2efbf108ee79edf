# The MAC addresses of containers, before and after a restart.

docker run -dit --name alpha busybox
docker run -dit --name beta busybox
mac='{{.NetworkSettings.Networks.bridge.MacAddress}}'
before=$(docker inspect -f "$mac" alpha)

# %% addresses
docker inspect -f '{{with .NetworkSettings.Networks.bridge}}{{.IPAddress}}  {{.MacAddress}}{{end}}' alpha beta
# claim eng-mac-from-ip [engine <= 26]: Engines 20.10 and 26.1 make a container's MAC address from its IPv4 address: 02:42, then the address in hexadecimal.
[[ $out == $'172.17.0.2  02:42:ac:11:00:02\n172.17.0.3  02:42:ac:11:00:03' && $(docker exec beta cat /sys/class/net/eth0/address) == 02:42:ac:11:00:03 ]]
# claim eng-mac-random [engine >= 28]: Engine 28.5 gives containers MAC addresses that have nothing to do with their IPv4 addresses.
[[ $(docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' alpha beta) == $'172.17.0.2\n172.17.0.3' && $(docker exec alpha cat /sys/class/net/eth0/address) != *:ac:11:00:02 && $(docker exec beta cat /sys/class/net/eth0/address) != *:ac:11:00:03 ]]

# %% restart
docker restart -t 0 alpha
docker inspect -f '{{with .NetworkSettings.Networks.bridge}}{{.IPAddress}}  {{.MacAddress}}{{end}}' alpha
# claim eng-mac-stays [engine <= 26]: On engines 20.10 and 26.1 a container has the same MAC address after a restart.
[[ -n $before && $(docker inspect -f "$mac" alpha) == "$before" ]]
# claim eng-mac-changes [engine >= 28]: On engine 28.5 a container has another MAC address after a restart, even if its IPv4 address is the same.
[[ -n $before && $out == "172.17.0.2  "* && $(docker exec alpha cat /sys/class/net/eth0/address) != "$before" ]]
