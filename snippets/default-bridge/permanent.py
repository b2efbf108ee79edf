"""What cannot be done to the default bridge: remove it, make a second one, close it."""

# nodes: docker1 server

import subprocess

import docker

client = docker.from_env()


def names(**filters):
    return sorted(network.name for network in client.networks.list(filters=filters))


def refusal(call, *arguments):
    try:
        call(*arguments)
    except docker.errors.APIError as error:
        print(error.explanation)
        return error.explanation
    return ""


def ping(command, **options):
    done = ""
    try:
        done = client.containers.run("busybox", command, remove=True, **options).decode()
    except docker.errors.ContainerError as error:
        print(error.stderr.decode(), end="")
    print(done, end="")
    return done


# %% remove
client.networks.create("mynet").remove()
message = refusal(client.networks.get("bridge").remove)
# claim default-bridge-stays: The default bridge cannot be removed with a command, a user-defined network can.
assert "bridge" in message and names() == ["bridge", "host", "none"]

# %% prune
client.networks.create("mynet")
pruned = client.networks.prune()["NetworksDeleted"]
print(pruned)
# claim default-bridge-not-pruned: docker network prune removes an unused user-defined network, and leaves the default bridge, though no container is on it.
assert pruned == ["mynet"] and names() == ["bridge", "host", "none"]

# %% several
client.networks.create("front")
client.networks.create("back")
refusal(client.networks.create, "bridge")
# claim default-bridge-only-one: Besides the one default bridge there can be many user-defined networks.
assert names(driver="bridge") == ["back", "bridge", "front"]

# %% internal
client.networks.create("closed", internal=True)
for name in ("bridge", "closed"):
    print(name, "internal:", client.networks.get(name).attrs["Internal"])
options = subprocess.run(["dockerd", "--help"], capture_output=True, text=True).stdout
print(options.count("--internal"))
# claim default-bridge-not-internal: A user-defined network can be internal; the default bridge is not, and the engine has no setting for it.
assert (
    [client.networks.get(name).attrs["Internal"] for name in ("bridge", "closed")] == [False, True]
    and "--internal" not in options
    and "--icc" in options
)

# %% no-way-out
closed = ping("ping -c 1 -W 1 203.0.113.10", network="closed")
opened = ping("ping -c 1 203.0.113.10")
# claim default-bridge-always-out: A container on the default bridge reaches outside hosts, one on an internal network does not.
assert "from 203.0.113.10: " in opened and "from 203.0.113.10" not in closed
