# Asking for another name on the default bridge, which has no names.

# %% alias
# may fail
docker run -dit --name alpha --network-alias first busybox
# claim eng-alias-ignored [engine <= 20]: Engine 20.10 starts a container with --network-alias on the default bridge.
[[ $status == 0 && $(docker inspect -f '{{.State.Running}} {{.HostConfig.NetworkMode}}' alpha) == "true default" ]]
# claim eng-alias-refused [engine >= 26]: Engines 26.1 and 28.5 refuse --network-alias on the default bridge.
[[ $status != 0 && $out == *"aliases are only supported for user-defined networks"* && -z $(docker ps -aq) ]]
docker run -dit --name beta busybox
# fails
docker exec beta ping -c 1 first
# claim eng-alias-useless: On the default bridge such a name does not resolve.
[[ $out == *"bad address 'first'" ]]
