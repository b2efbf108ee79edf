"""Containers that may not join a network, and networks that may not go: the errors, and the way out of each."""

import docker

client = docker.from_env()
mynet = client.networks.create("mynet")
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
gamma = client.containers.run("busybox", name="gamma", network="mynet", detach=True, tty=True)


def refused(request, *words, **options):
    """Ask for something that is refused; the engine's words, printed as well."""
    try:
        request(*words, **options)
    except docker.errors.APIError as error:
        print(error.explanation)
        return error.explanation
    return ""


def networks(container):
    container.reload()
    return sorted(container.attrs["NetworkSettings"]["Networks"])


# %% not-found
answer = refused(client.containers.run, "busybox", name="beta", network="nowhere", detach=True, tty=True)
# claim err-network-not-found: A container cannot be started on a network that does not exist.
assert "network nowhere not found" in answer
nowhere = client.networks.create("nowhere")
beta = client.containers.get("beta")
beta.start()
# claim err-network-made: A container for a network that does not exist is made all the same, and starts once there is a network of that name.
assert networks(beta) == ["nowhere"] and beta.status == "running"

# %% another-of-the-name
beta.stop(timeout=0)
nowhere.remove()
nowhere = client.networks.create("nowhere")
answer = refused(beta.start)
beta.reload()
# claim err-network-by-id: A stopped container remembers the id of its network: another network of the same name is not the one.
assert "not found" in answer and beta.status != "running"
nowhere.disconnect(beta, force=True)
nowhere.connect(beta)
beta.start()
beta.reload()
# claim err-network-by-id-again: Connected to the new network, it starts.
assert beta.status == "running"

# %% in-use
answer = refused(nowhere.remove)
# claim err-active-endpoints: A network with a running container on it cannot be removed.
assert "has active endpoints" in answer
nowhere.disconnect(beta)
nowhere.remove()
# claim err-endpoints-gone: When its last container has left, the network can be removed.
assert not client.networks.list(names=["nowhere"]) and client.containers.get("beta").status == "running"

# %% predefined
answer = refused(client.networks.get("bridge").remove)
# claim err-predefined: The networks bridge, host and none cannot be removed.
assert "bridge is a pre-defined network and cannot be removed" in answer
answer = refused(client.networks.create, "bridge")
# claim err-predefined-name: The names of the networks bridge, host and none are taken for good.
assert "operation is not permitted on predefined bridge network" in answer

# %% not-connected
answer = refused(mynet.disconnect, alpha)
# claim err-not-connected: A container cannot leave a network that it is not on.
assert answer.endswith("is not connected to network mynet")
print(networks(alpha))
# claim err-not-connected-where: The container says which networks it is on.
assert networks(alpha) == ["bridge"]

# %% already-there
answer = refused(client.networks.get("bridge").connect, alpha)
# claim err-twice: A container cannot be on one network twice.
assert "endpoint with name alpha already exists in network bridge" in answer

# %% first-network
answer = refused(mynet.connect, beta)
# claim err-first-network [engine >= 26]: On engines 26.1 and 28.5, a running container that has left the network it was started on cannot join another one when that first network is gone.
assert "could not find a network matching network mode nowhere: network nowhere not found" in answer
nowhere = client.networks.create("nowhere")
if "mynet" not in networks(beta):
    mynet.connect(beta)
print(networks(beta))
# claim err-first-network-back: A container that could not join another network because its first one was gone can do so once there is a network of the first one's name again.
assert networks(beta) == ["mynet"]

# %% alias
answer = refused(client.networks.get("bridge").connect, gamma, aliases=["db"])
# claim err-alias: A container cannot be connected to the default bridge with --alias.
assert "network-scoped alias is supported only for containers in user defined networks" in answer
another = client.networks.create("another")
another.connect(gamma, aliases=["db"])
reply = client.containers.run("busybox", "ping -c 1 db", network="another", remove=True)
print(reply.decode(), end="")
# claim err-alias-own: On a user-defined network a container can be given another name, and is reached by it.
assert reply.startswith(b"PING db (172.") and b"1 packets received" in reply

# %% host-and-another
answer = refused(client.networks.get("host").connect, alpha)
# claim err-join-host: A container that was not started on the network host cannot join it later.
assert "host network" in answer and networks(alpha) == ["bridge"]
alpha.remove(force=True)
alpha = client.containers.run("busybox", name="alpha", network="host", detach=True, tty=True)
# claim err-host-anew: To be on the network host, a container that was started on another one has to be made anew.
assert networks(alpha) == ["host"]
