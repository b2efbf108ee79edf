"""A container that is on a macvlan network and on a bridge network at once."""

# nodes: docker1 client server
# needs: kernel macvlan

import subprocess

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()

# %% create
backend = client.networks.create("backend")
pool = IPAMPool(subnet="192.0.2.0/24", gateway="192.0.2.1", iprange="192.0.2.128/25")
lan = client.networks.create("lan", driver="macvlan", options={"parent": "eth0"}, ipam=IPAMConfig(pool_configs=[pool]))

# %% start
database = client.containers.run("busybox", name="database", network="backend", detach=True, tty=True)
alpha = client.containers.run("busybox", name="alpha", network="lan", detach=True, tty=True)
backend.connect(alpha)
for container in (database, alpha):
    container.reload()
    print(container.name, *sorted(container.attrs["NetworkSettings"]["Networks"]))
# claim macvlan-with-bridge: A container can be on a macvlan network and on a bridge network at the same time.
assert sorted(alpha.attrs["NetworkSettings"]["Networks"]) == ["backend", "lan"]

# %% both-ways
reply = alpha.exec_run("ping -c 1 database")
print(reply.output.decode(), end="")
# claim macvlan-bridge-neighbour: A container on a macvlan network and on a user-defined bridge network reaches its neighbours on the bridge by name.
assert b"from 172.18.0." in reply.output

# %% from-the-host
address = alpha.attrs["NetworkSettings"]["Networks"]["backend"]["IPAddress"]
ping = subprocess.run(["ping", "-c", "1", address], capture_output=True, text=True)
print(ping.stdout, end="")
# claim macvlan-bridge-host: The host reaches a container that is on a macvlan network and on a bridge network at its address on the bridge.
assert address.startswith("172.18.0.") and f"from {address}: " in ping.stdout

# %% default-route
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
page = alpha.exec_run("wget -qO- http://example.com")
print(page.output.decode(), end="")
# claim macvlan-bridge-default-route: Of a container on the networks lan (macvlan) and backend (bridge) outside hosts see the host's address, because its default route leads through the bridge.
assert page.output.endswith(b"You come from 192.0.2.11.\n") and routes.startswith("default via 172.18.0.1 dev eth1")
