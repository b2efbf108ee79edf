# What cannot be done to the default bridge: remove it, make a second one, close it.
# nodes: docker1 server

# %% remove
docker network create mynet
docker network rm mynet
# fails
docker network rm bridge
# claim default-bridge-stays: The default bridge cannot be removed, a network of one's own can.
[[ $(docker network ls --format '{{.Name}}' | sort | xargs) == "bridge host none" && $out == *bridge* ]]

# %% prune
docker network create mynet
docker network prune --force
# claim default-bridge-not-pruned: To remove what is not in use removes networks of one's own, and never the default bridge.
[[ $out == *mynet* && $(docker network ls --format '{{.Name}}' | sort | xargs) == "bridge host none" ]]

# %% several
docker network create front
docker network create back
# fails
docker network create bridge
# claim default-bridge-only-one: There is one default bridge, and there can be many networks of one's own.
[[ $(docker network ls --filter driver=bridge --format '{{.Name}}' | sort | xargs) == "back bridge front" ]]

# %% internal
docker network create --internal closed
docker network inspect -f '{{.Name}} internal: {{.Internal}}' bridge closed
dockerd --help | grep -c -e --internal || true
# claim default-bridge-not-internal: A network of one's own can be internal; the default bridge is not, and the engine has no setting for it.
[[ $out == 0 && $(docker network inspect -f '{{.Internal}}' bridge closed | xargs) == "false true" && $(dockerd --help) == *--icc* ]]

# %% no-way-out
# fails
docker run --rm --network closed busybox ping -c 1 -W 1 203.0.113.10
docker run --rm busybox ping -c 1 203.0.113.10
# claim default-bridge-always-out: A container on the default bridge reaches the world outside, one on an internal network does not.
[[ $out == *"from 203.0.113.10: "* ]] && ! docker run --rm --network closed busybox ping -c 1 -W 1 203.0.113.10
