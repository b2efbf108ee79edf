"""A macvlan network without a parent: an island."""

# nodes: docker1 client
# needs: kernel macvlan
# needs: kernel dummy

import subprocess

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()

# %% create
addresses = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/24")])
island = client.networks.create("island", driver="macvlan", ipam=addresses)
links = subprocess.run(["ip", "-br", "link", "show", "type", "dummy"], capture_output=True, text=True, check=True)
print(links.stdout, end="")
# claim macvlan-no-parent: If a macvlan network is made without a parent, Docker makes an interface of the kind dummy for it, which leads nowhere.
assert links.stdout.startswith(f"dm-{island.id[:12]} ")

# %% island
alpha = client.containers.run("busybox", name="alpha", network="island", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="island", detach=True, tty=True)
reply = alpha.exec_run("ping -c 1 beta")
print(reply.output.decode(), end="")
outside = alpha.exec_run("ping -c 1 -W 1 192.0.2.50", tty=True)
print(outside.output.decode(), end="")
# claim macvlan-island: Containers on a macvlan network without a parent reach each other and nobody else.
assert b"from 198.51.100." in reply.output and outside.exit_code != 0
