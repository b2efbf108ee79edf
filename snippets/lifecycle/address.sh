# What becomes of a container's address.

# %% create
docker create -it --name alpha busybox
docker inspect -f '{{.State.Status}} <{{.NetworkSettings.Networks.bridge.IPAddress}}>' alpha
# claim lifecycle-created-no-address: A container that has been created and not started has no address.
[[ $out == "created <>" ]]
docker start alpha
docker inspect -f '{{.State.Status}} <{{.NetworkSettings.Networks.bridge.IPAddress}}>' alpha
# claim lifecycle-address-at-start: A container gets its address when it is started.
[[ $out == "running <172.17.0.2>" ]]

# %% stop
docker stop -t 0 alpha
docker inspect -f '{{.State.Status}} <{{.NetworkSettings.Networks.bridge.IPAddress}}>' alpha
# claim lifecycle-stopped-no-address: A container that has stopped has no address.
[[ $out == "exited <>" ]]
ip -br link show master docker0
# claim lifecycle-stopped-no-cable: A container that has stopped is not plugged into the bridge.
[[ -z $out && -d /sys/class/net/docker0/bridge ]]

# %% taken
docker run -dit --name beta busybox
docker start alpha
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.bridge.IPAddress}}' beta alpha
# claim lifecycle-address-taken: The address of a container that has stopped is given to the next one that is started, and the first one gets another when it comes back.
[[ $out == $'/beta 172.17.0.2\n/alpha 172.17.0.3' ]]

# %% restart
docker restart -t 0 alpha
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.bridge.IPAddress}}' beta alpha
# claim lifecycle-restart-keeps: A container that is restarted, with nobody coming in between, has the same address again if no lower one is free.
[[ $out == $'/beta 172.17.0.2\n/alpha 172.17.0.3' ]]

# %% lower
docker stop -t 0 beta
docker restart -t 0 alpha
docker inspect -f '{{.Name}} {{.NetworkSettings.Networks.bridge.IPAddress}}' alpha
# claim lifecycle-restart-lowest: A container that is restarted gets the lowest address that is free, even if it had another one and could have had that again.
[[ $out == "/alpha 172.17.0.2" && $(docker inspect -f '{{.State.Status}}' beta) == exited ]]

# %% fixed
docker network create --subnet 198.51.100.0/24 garden
docker run -dit --name gamma --network garden --ip 198.51.100.77 --mac-address 52:54:00:12:34:56 busybox
docker restart -t 0 gamma
docker inspect -f '{{with .NetworkSettings.Networks.garden}}{{.IPAddress}} {{.MacAddress}}{{end}}' gamma
# claim lifecycle-fixed-address: A container that was given its IP address and its MAC address has both again after a restart.
[[ $out == "198.51.100.77 52:54:00:12:34:56" && $(docker exec gamma cat /sys/class/net/eth0/address) == 52:54:00:12:34:56 ]]

# %% fixed-not-reserved
docker stop -t 0 gamma
docker run -dit --name delta --network garden --ip 198.51.100.77 busybox
# fails
docker start gamma
# claim lifecycle-fixed-not-reserved: A fixed address is not reserved while its container is stopped: another one can take it, and the first one cannot be started then.
[[ $(docker inspect -f '{{.State.Status}}' delta gamma) == $'running\nexited' ]]
