"""The address on which ports are published unless another is given."""

import docker

client = docker.from_env()
option = "com.docker.network.bridge.host_binding_ipv4"


def published(container):
    container.reload()
    return [port["HostIp"] for port in container.ports["80/tcp"]]


# %% any
client.networks.create("first", options={option: "0.0.0.0"})
alpha = client.containers.run("busybox", name="alpha", network="first", ports={80: 8081}, detach=True, tty=True)
print(published(alpha))
# claim doc-binding-zero: If a network's default address for published ports is 0.0.0.0, a port is published for IPv4 and IPv6.
assert published(alpha) == ["0.0.0.0", "::"]

# %% colons
client.networks.create("second", options={option: "::"})
beta = client.containers.run("busybox", name="beta", network="second", ports={80: 8082}, detach=True, tty=True)
print(published(beta))
# claim doc-binding-colons: If a network's default address for published ports is ::, a port is published for IPv6 only.
assert published(beta) == ["::"]

# %% explicit
gamma = client.containers.run("busybox", name="gamma", ports={80: ("0.0.0.0", 8083)}, detach=True, tty=True)
print(published(gamma))
# claim doc-binding-explicit: If a port is published with the address 0.0.0.0 given, it is for IPv4 only.
assert published(gamma) == ["0.0.0.0"]

# %% local
client.networks.create("third", options={option: "127.0.0.1"})
delta = client.containers.run("busybox", name="delta", network="third", ports={80: 8084}, detach=True, tty=True)
print(published(delta))
# claim doc-binding-local: If a network's default address for published ports is 127.0.0.1, a port is published there only.
assert published(delta) == ["127.0.0.1"]
