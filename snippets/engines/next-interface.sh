# The name of the interface in a container that leaves one network and joins another.

docker network create mynet

# %% move
docker run -dit --name alpha busybox
docker exec alpha ls /sys/class/net
docker network disconnect bridge alpha
docker network connect mynet alpha
docker exec alpha ls /sys/class/net
# claim eng-next-name-counts-on [engine <= 26]: On engines 20.10 and 26.1 a container that leaves its network and joins another has an interface eth1 afterwards.
[[ $out == $'eth1\nlo' && $(docker inspect -f '{{len .NetworkSettings.Networks}}' alpha) == 1 ]]
# claim eng-next-name-free [engine >= 28]: On engine 28.5 a container that leaves its network and joins another has an interface eth0 again.
[[ $out == $'eth0\nlo' && $(docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}<{{$name}}>{{end}}' alpha) == "<mynet>" ]]
