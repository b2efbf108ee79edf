# What cannot be done to the default bridge: remove it, make a second one, close it.
# nodes: docker1 server

# %% remove
docker network create mynet
docker network rm mynet
# fails
docker network rm bridge
# claim default-bridge-stays: The default bridge cannot be removed with a command, a user-defined network can.
[[ $(docker network ls --format '{{.Name}}' | sort | xargs) == "bridge host none" && $out == *bridge* ]]

# %% prune
docker network create mynet
docker network prune --force
# claim default-bridge-not-pruned: docker network prune removes an unused user-defined network, and leaves the default bridge, though no container is on it.
[[ $out == *mynet* && $(docker network ls --format '{{.Name}}' | sort | xargs) == "bridge host none" ]]

# %% several
docker network create front
docker network create back
# fails
docker network create bridge
# claim default-bridge-only-one: Besides the one default bridge there can be many user-defined networks.
[[ $(docker network ls --filter driver=bridge --format '{{.Name}}' | sort | xargs) == "back bridge front" ]]

# %% internal
docker network create --internal closed
docker network inspect -f '{{.Name}} internal: {{.Internal}}' bridge closed
dockerd --help | grep -c -e --internal || true
# claim default-bridge-not-internal: A user-defined network can be internal; the default bridge is not, and the engine has no setting for it.
[[ $out == 0 && $(docker network inspect -f '{{.Internal}}' bridge closed | xargs) == "false true" && $(dockerd --help) == *--icc* ]]

# %% no-way-out
# fails
docker run --rm --network closed busybox ping -c 1 -W 1 203.0.113.10
docker run --rm busybox ping -c 1 203.0.113.10
# claim default-bridge-always-out: A container on the default bridge reaches outside hosts, one on an internal network does not.
[[ $out == *"from 203.0.113.10: "* ]] && ! docker run --rm --network closed busybox ping -c 1 -W 1 203.0.113.10
