"""The modes of macvlan: who reaches whom when two containers share one network card."""

# nodes: docker1 client
# needs: kernel macvlan

import subprocess

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
pool = IPAMPool(subnet="192.0.2.0/24", gateway="192.0.2.1", iprange="192.0.2.128/25")
addresses = IPAMConfig(pool_configs=[pool])

# %% bridge
lan = client.networks.create("lan", driver="macvlan", options={"parent": "eth0"}, ipam=addresses)
alpha = client.containers.run("busybox", name="alpha", network="lan", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="lan", detach=True, tty=True)
reply = alpha.exec_run("ping -c 1 192.0.2.129")
print(reply.output.decode(), end="")
# claim macvlan-mode-bridge: Two containers on one macvlan network reach each other; that is the mode bridge, which is the default.
assert b"from 192.0.2.129: " in reply.output and "macvlan_mode" not in lan.attrs["Options"]

# %% _clear
for container in (alpha, beta):
    container.remove(force=True)
lan.remove()

# %% private
options = {"parent": "eth0", "macvlan_mode": "private"}
lan = client.networks.create("lan", driver="macvlan", options=options, ipam=addresses)
alpha = client.containers.run("busybox", name="alpha", network="lan", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="lan", detach=True, tty=True)
neighbour = alpha.exec_run("ping -c 1 -W 1 192.0.2.129")
outside = alpha.exec_run("ping -c 1 192.0.2.50")
print(neighbour.output.decode(), outside.output.decode(), sep="\n", end="")
# claim macvlan-mode-private: In macvlan's mode private two containers on one network do not reach each other, but they do reach the LAN.
assert neighbour.exit_code != 0 and b"from 192.0.2.50: " in outside.output

# %% _clear-again
for container in (alpha, beta):
    container.remove(force=True)
lan.remove()

# %% passthru
options = {"parent": "eth0", "macvlan_mode": "passthru"}
lan = client.networks.create("lan", driver="macvlan", options=options, ipam=addresses)
alpha = client.containers.run("busybox", name="alpha", network="lan", detach=True, tty=True)
print(alpha.exec_run("ping -c 1 192.0.2.50").output.decode(), end="")
try:
    client.containers.run("busybox", name="beta", network="lan", detach=True, tty=True)
except docker.errors.APIError as error:
    print(error.explanation)
# claim macvlan-mode-passthru: In macvlan's mode passthru a network card serves one container only; the next one does not start.
assert [container.name for container in client.containers.list()] == ["alpha"]

# %% passthru-host
ping = subprocess.run(["ping", "-c", "1", "-W", "1", "192.0.2.50"], capture_output=True, text=True)
print(ping.stdout, end="")
# claim macvlan-passthru-host: While a container in macvlan's mode passthru has the host's network card, the host does not reach another machine on the LAN.
assert ping.returncode != 0 and b"from 192.0.2.50: " in alpha.exec_run("ping -c 1 192.0.2.50").output
alpha.remove(force=True)
again = subprocess.run(["ping", "-c", "1", "192.0.2.50"], capture_output=True, text=True)
print(again.stdout, end="")
# claim macvlan-passthru-given-back: When the container in macvlan's mode passthru is gone, the host has its network card back.
assert "from 192.0.2.50: " in again.stdout
