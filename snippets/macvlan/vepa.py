"""The mode vepa: two containers on one network card that talk by way of the switch."""

# needs: kernel macvlan

import subprocess

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()

# %% switch
for command in (
    "ip netns add switch",
    "ip link add card type veth peer name port netns switch",
    "ip link set card up",
    "ip -n switch link add lan type bridge",
    "ip -n switch link set port master lan up",
    "ip -n switch link set lan up",
    "ip -n switch addr add 198.51.100.1/24 dev lan",
):
    subprocess.run(command.split(), check=True)

# %% start
options = {"parent": "card", "macvlan_mode": "vepa"}
addresses = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/24", gateway="198.51.100.1")])
client.networks.create("vepa", driver="macvlan", options=options, ipam=addresses)
alpha = client.containers.run("busybox", name="alpha", network="vepa", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="vepa", detach=True, tty=True)
reply = alpha.exec_run("ping -c 1 -W 1 beta")
print(reply.output.decode(), end="")
# claim macvlan-mode-vepa: In macvlan's mode vepa two containers on one network do not reach each other through an ordinary switch.
assert reply.exit_code != 0 and b" 100% packet loss" in reply.output
reply = alpha.exec_run("ping -c 1 198.51.100.1")
print(reply.output.decode(), end="")
# claim macvlan-mode-vepa-lan: In macvlan's mode vepa a container reaches another machine on the LAN.
assert b"from 198.51.100.1: " in reply.output

# %% hairpin
subprocess.run("bridge -n switch link set dev port hairpin on".split(), check=True)
reply = alpha.exec_run("ping -c 1 beta")
print(reply.output.decode(), end="")
# claim macvlan-mode-vepa-hairpin: In macvlan's mode vepa two containers on one network reach each other if the switch sends frames back through the port they came from.
assert b"from 198.51.100." in reply.output
