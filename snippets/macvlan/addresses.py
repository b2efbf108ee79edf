"""Docker hands out addresses on the LAN without knowing which ones are taken."""

# nodes: docker1 client
# needs: kernel macvlan

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()


def address(container, network="lan"):
    container.reload()
    return container.attrs["NetworkSettings"]["Networks"][network]["IPAddress"]


# %% clash
pool = IPAMPool(subnet="192.0.2.0/24", gateway="192.0.2.1")
lan = client.networks.create("lan", driver="macvlan", options={"parent": "eth0"}, ipam=IPAMConfig(pool_configs=[pool]))
alpha = client.containers.run("busybox", name="alpha", network="lan", detach=True, tty=True)
print(address(alpha))

# %% _clear
alpha.remove(force=True)
lan.remove()

# %% range
pool = IPAMPool(
    subnet="192.0.2.0/24",
    gateway="192.0.2.1",
    iprange="192.0.2.128/25",
    aux_addresses={"printer": "192.0.2.129"},
)
lan = client.networks.create("lan", driver="macvlan", options={"parent": "eth0"}, ipam=IPAMConfig(pool_configs=[pool]))
containers = [
    client.containers.run("busybox", name=name, network="lan", detach=True, tty=True)
    for name in ("alpha", "beta", "gamma")
]

# %% ranged
for container in containers:
    print(container.name, address(container))
# claim macvlan-range: With --ip-range Docker hands out addresses of that part of the LAN only.
assert all(int(address(container).rpartition(".")[2]) >= 128 for container in containers)
# claim macvlan-aux-address: An address that --aux-address names is given to no container.
assert [address(container) for container in containers] == ["192.0.2.128", "192.0.2.130", "192.0.2.131"]

# %% asked-for
endpoints = {"lan": client.api.create_endpoint_config(ipv4_address="192.0.2.40")}
created = client.api.create_container(
    "busybox",
    name="delta",
    tty=True,
    host_config=client.api.create_host_config(network_mode="lan"),
    networking_config=client.api.create_networking_config(endpoints),
)
delta = client.containers.get(created["Id"])
delta.start()
print(delta.exec_run("hostname -i").output.decode(), end="")
# claim macvlan-ip-outside-range: With --ip a container on a macvlan network can have an address of the subnet that is outside --ip-range.
assert address(delta) == "192.0.2.40"
