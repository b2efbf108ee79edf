"""A network that was removed and made again under the same name, and a container that was on it."""

import docker

client = docker.from_env()

# %% start
mynet = client.networks.create("mynet")
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
try:
    mynet.remove()
except docker.errors.APIError as error:
    print(error.explanation)
# claim lifecycle-network-in-use: A network is not removed as long as a running container is on it.
assert client.networks.list(["mynet"]) == [mynet]

# %% made-again
alpha.stop(timeout=0)
mynet.remove()
# claim lifecycle-network-of-stopped: A network is removed even if a container that has stopped was on it.
assert not client.networks.list(["mynet"]) and client.containers.get("alpha").status == "exited"
mynet = client.networks.create("mynet")
try:
    alpha.start()
except docker.errors.APIError as error:
    print(error.explanation)
# claim lifecycle-network-by-id: A container whose network was removed and made again under the same name cannot be started.
assert client.containers.get("alpha").status == "exited" and client.networks.list(["mynet"]) == [mynet]

# %% ids
alpha.reload()
remembered = alpha.attrs["NetworkSettings"]["Networks"]["mynet"]["NetworkID"]
print(remembered)
print(mynet.id)
# claim lifecycle-container-keeps-id: A container that has stopped remembers its network by the id, not by the name.
assert remembered != mynet.id

# %% mend
client.api.disconnect_container_from_network("alpha", "mynet")
mynet.connect(alpha)
alpha.start()
alpha.reload()
# claim lifecycle-network-mended: A container whose network was made again can be started after it was disconnected from the old one and connected to the new one.
assert alpha.status == "running" and alpha.attrs["NetworkSettings"]["Networks"]["mynet"]["NetworkID"] == mynet.id
