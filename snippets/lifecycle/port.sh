# What becomes of published ports.

# %% run
docker run -dit --name web -p 80 -p 8080:81 busybox
docker port web

# %% _before
before=$(docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' web)

# %% stop
docker stop -t 0 web
docker port web
# claim lifecycle-stopped-closes-ports: The ports of a container that has stopped are closed.
[[ -n $before && -z $out && -z $(ss -Hltn 'sport = :8080') && $(iptables -t nat -S DOCKER) == "-N DOCKER"* && $(iptables -t nat -S DOCKER) != *DNAT* ]]

# %% start
docker start web
docker port web
# claim lifecycle-chosen-port-stays: A port of the host that you chose is the same when the container is started again.
[[ $(docker inspect -f '{{(index .NetworkSettings.Ports "81/tcp" 0).HostPort}}' web) == 8080 ]]
# claim lifecycle-picked-port-changes: A port of the host that the engine picked is not kept for the container: another one can be picked when it is started again.
[[ -n $before && $(docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' web) != "$before" ]]
