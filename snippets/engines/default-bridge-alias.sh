# Asking for another name on the default bridge, which has no names.

# %% alias
# may fail
docker run -dit --name alpha --network-alias first busybox
# claim eng-alias-taken [engine <= 20]: With engine 20.10, docker run --network-alias starts a container on the default bridge.
[[ $status == 0 && $(docker inspect -f '{{.State.Running}} {{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' alpha) == "true bridge" ]]
# claim eng-alias-refused [engine >= 26]: With engines 26.1 and 28.5, docker run --network-alias is refused on the default bridge.
[[ $status != 0 && $out == *"aliases are only supported for user-defined networks"* && -z $(docker ps -aq) ]]

# %% resolve
docker run -dit --name beta busybox
# fails
docker exec beta ping -c 1 first
# claim eng-alias-useless [engine <= 20]: With engine 20.10, a name given with --network-alias on the default bridge does not resolve.
[[ $out == *"bad address 'first'" && $(docker ps --format '{{.Names}}' | sort | xargs) == "alpha beta" ]]
