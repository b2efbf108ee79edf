"""One container on a network of each driver, side by side."""

# nodes: docker1 docker2 client server
# needs: kernel macvlan
# needs: kernel vxlan

import os
import subprocess

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
endpoint = subprocess.check_output(
    ["docker", "context", "inspect", "-f", "{{.Endpoints.docker.Host}}", "docker2"], text=True
)
second = docker.DockerClient(base_url=endpoint.strip())

# %% networks
client.networks.create("own")
pool = IPAMPool(subnet="192.0.2.0/24", gateway="192.0.2.1", iprange="192.0.2.192/26")
ipam = IPAMConfig(pool_configs=[pool])
client.networks.create("lan", driver="macvlan", options={"parent": "eth0"}, ipam=ipam)
client.swarm.init(advertise_addr="192.0.2.11")
client.swarm.reload()
second.swarm.join(remote_addrs=["192.0.2.11"], join_token=client.swarm.attrs["JoinTokens"]["Worker"])
client.networks.create("wide", driver="overlay", attachable=True)

# %% containers
containers = {
    network: client.containers.run("busybox", name=f"on-{network}", network=network, detach=True, tty=True)
    for network in ("bridge", "own", "host", "none", "lan")
}

# %% on-wide
containers["wide"] = client.containers.run("busybox", name="on-wide", network="wide", detach=True, tty=True)

# %% namespaces
namespaces = {
    name: container.exec_run("readlink /proc/self/ns/net").output.decode().strip()
    for name, container in containers.items()
}
print("the host ", os.readlink("/proc/self/ns/net"))
for name, namespace in namespaces.items():
    print(f"on-{name} ", namespace)
# claim drivers-namespaces: With every driver but host, a container has a network namespace of its own.
assert len(set(namespaces.values())) == 6 and namespaces["host"] == os.readlink("/proc/self/ns/net")

# %% addresses
addresses = {}
for name, container in containers.items():
    container.reload()
    addresses[name] = container.attrs["NetworkSettings"]["Networks"][name]["IPAddress"]
    print(f"on-{name} ", addresses[name])
# claim drivers-own-address: The drivers bridge, macvlan and overlay give each container an address of its own; host and null give none.
assert [name for name, address in addresses.items() if address] == ["bridge", "own", "lan", "wide"]

# %% none
published = client.containers.run(
    "busybox", name="published", network="none", ports={"80/tcp": 8080}, detach=True, tty=True
)
published.reload()
print(published.ports)
# claim drivers-none-no-port: For a container on the network none, -p opens no port on the host.
assert published.ports == {} and len(published.attrs["HostConfig"]["PortBindings"]) == 1

# %% overlay
reply = containers["wide"].exec_run("ping -c 1 203.0.113.10").output.decode()
print(reply)
# claim drivers-overlay-outside: A container on an overlay network reaches outside hosts.
assert "from 203.0.113.10: " in reply
far = second.containers.run("busybox", name="far", network="wide", detach=True, tty=True)
reply = far.exec_run("ping -c 1 on-wide").output.decode()
print(reply, end="")
# claim drivers-overlay-names: On an overlay network a container on another host is reached by name.
assert reply.startswith("PING on-wide (10.0.1.") and "1 packets received" in reply

# %% one-host
networks = sorted(network.name for network in second.networks.list())
print(networks)
# claim drivers-one-host: Unless another scope is asked for, a network of the driver bridge or macvlan belongs to one host: another host of the swarm does not have it, while it has the overlay network.
assert "own" not in networks and "lan" not in networks and "wide" in networks
scopes = {name: client.networks.get(name).attrs["Scope"] for name in containers}
# claim drivers-scopes: Unless another scope is asked for, networks of the drivers bridge, host, null and macvlan have the scope local, those of overlay the scope swarm.
assert [name for name, scope in scopes.items() if scope != "local"] == ["wide"]
