"""A macvlan network in a VLAN of the LAN."""

# needs: kernel macvlan
# needs: kernel vlan

import subprocess
from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()

# %% create
addresses = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/24")])
fifty = client.networks.create("fifty", driver="macvlan", options={"parent": "eth0.50"}, ipam=addresses)
subprocess.run(["ip", "-d", "link", "show", "eth0.50"], check=True)
# claim macvlan-vlan-made: If the parent of a macvlan network is called eth0.50, Docker makes this interface, for VLAN 50 on eth0.
assert Path("/proc/net/vlan/eth0.50").exists()

# %% remove
fifty.remove()
subprocess.run(["ip", "-br", "link"], check=True)
# claim macvlan-vlan-removed: When the macvlan network is removed, Docker removes the VLAN interface that it made.
assert not Path("/sys/class/net/eth0.50").exists() and Path("/sys/class/net/eth0").exists()
