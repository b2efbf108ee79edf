"""Leaving, joining and choosing an address: the default bridge and a user-defined network."""

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
bridge = client.networks.get("bridge")
mynet = client.networks.create("mynet", ipam=IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/24")]))


def addresses(container):
    container.reload()
    return {
        name: endpoint["IPAddress"] for name, endpoint in sorted(container.attrs["NetworkSettings"]["Networks"].items())
    }


# %% leave
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
mynet.connect(alpha)
bridge.disconnect(alpha)
print(alpha.exec_run("ip -4 addr").output.decode(), end="")
# claim default-bridge-leave: A running container can leave the default bridge, and it can join and leave a user-defined network.
assert addresses(alpha) == {"mynet": "198.51.100.2"} and alpha.status == "running"

# %% back
mynet.disconnect(alpha)
bridge.connect(alpha)
print(alpha.exec_run("ip -4 addr").output.decode(), end="")
# claim default-bridge-back: A running container can join the default bridge again.
assert addresses(alpha) == {"bridge": "172.17.0.2"} and alpha.status == "running"

# %% fixed
try:
    bridge.connect(alpha, ipv4_address="172.17.0.99")
except docker.errors.APIError as error:
    print(error.explanation)
mynet.connect(alpha, ipv4_address="198.51.100.77")
print(addresses(alpha))
# claim default-bridge-no-fixed: A running container that asks for an address of its choice is refused on the default bridge, and gets it on a network that was made with a subnet.
assert addresses(alpha) == {"bridge": "172.17.0.2", "mynet": "198.51.100.77"}

# %% kept
alpha.stop(timeout=0)
beta = client.containers.run("busybox", name="beta", detach=True, tty=True)
alpha.start()
print(addresses(alpha))
# claim default-bridge-not-kept: After a stop and a start, a container may have another address on the default bridge; an address of its choice on a user-defined network is kept.
assert addresses(alpha) == {"bridge": "172.17.0.3", "mynet": "198.51.100.77"}
