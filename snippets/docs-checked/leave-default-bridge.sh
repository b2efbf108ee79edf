# A container leaves the default bridge while it runs.

docker network create mynet

# %% leave
docker run -dit --name alpha busybox
docker network disconnect bridge alpha
docker exec alpha ls /sys/class/net
# claim doc-leave-default-bridge: A running container can be disconnected from the default bridge, and it keeps running.
[[ $out == lo && $(docker inspect -f '{{.State.Running}} {{len .NetworkSettings.Networks}}' alpha) == "true 0" ]]

# %% join
docker network connect mynet alpha
docker exec alpha ip -4 addr
# claim doc-then-join-another: A running container that has left the default bridge can be connected to another network.
[[ $(docker inspect -f '{{.State.Running}}{{range $name, $_ := .NetworkSettings.Networks}} {{$name}}{{end}}' alpha) == "true mynet" && $out == *"inet 172.18.0.2/16 "* ]]
