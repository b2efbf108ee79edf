"""Which network card an ipvlan network sits on, and what else can sit there."""

# needs: kernel ipvlan
# needs: kernel dummy

from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
eth0 = {"parent": "eth0"}
other = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/24")])
pool = IPAMPool(subnet="192.0.2.0/24", gateway="192.0.2.1")
client.networks.create("lan", driver="ipvlan", ipam=IPAMConfig(pool_configs=[pool]), options=eth0)
chosen = {"lan": client.api.create_endpoint_config(ipv4_address="192.0.2.201")}
client.containers.run("busybox", name="alpha", network="lan", networking_config=chosen, detach=True, tty=True)

# %% second
try:
    client.networks.create("second", driver="ipvlan", ipam=other, options=eth0)
except docker.errors.APIError as error:
    print(error.explanation)
# claim ipvlan-one-network-a-parent: A second ipvlan network with the same parent is refused.
assert len(client.networks.list(filters={"driver": "ipvlan"})) == 1

# %% macvlan
client.networks.create("mac", driver="macvlan", ipam=other, options=eth0)
try:
    client.containers.run("busybox", name="beta", network="mac", detach=True, tty=True)
except docker.errors.APIError as error:
    print(error.explanation)
# claim ipvlan-not-with-macvlan: While a container on an ipvlan network runs, no container can start on a macvlan network with the same parent.
assert client.containers.get("beta").status == "created"

# %% without-parent
inside = client.networks.create("inside", driver="ipvlan")
gamma = client.containers.run("busybox", name="gamma", network="inside", detach=True, tty=True)
print(*(path.name for path in sorted(Path("/sys/class/net").glob("di-*"))))
# claim ipvlan-without-parent: Without a parent an ipvlan network gets one that leads nowhere: a dummy interface on the host, named di- and the first digits of the network's id.
assert Path(f"/sys/class/net/di-{inside.id[:12]}").is_dir()
routes = gamma.exec_run("ip route").output.decode()
print(routes, end="")
# claim ipvlan-without-parent-no-way-out: Without a parent the containers of an ipvlan network have no way out, only their neighbours.
assert "default" not in routes and " dev eth0 " in routes
