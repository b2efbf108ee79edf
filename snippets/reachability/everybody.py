"""Containers on every kind of network, a neighbour on the LAN and a server beyond it: who reaches whom?"""

# nodes: docker1 client server
# needs: kernel macvlan

import docker

client = docker.from_env()


# %% networks
client.networks.create("green")
client.networks.create("blue")
client.networks.create("inside", internal=True)
pool = docker.types.IPAMPool(subnet="192.0.2.0/24", gateway="192.0.2.1", iprange="192.0.2.192/26")
ipam = docker.types.IPAMConfig(pool_configs=[pool])
client.networks.create("lan", driver="macvlan", options={"parent": "eth0"}, ipam=ipam)

# %% servers
for name, network, port in (
    ("default2", "bridge", 8001),
    ("green2", "green", 8002),
    ("inside2", "inside", 8003),
    ("lan2", "lan", 8004),
):
    command = f"nc -ll -p 80 -e echo {name}"
    client.containers.run("busybox", command, name=name, network=network, ports={"80/tcp": port}, detach=True)
client.containers.run("busybox", "nc -ll -p 80 -e echo host2", name="host2", network="host", detach=True)

# %% visitors
client.containers.run("busybox", name="default1", detach=True, tty=True)
for name in ("green", "blue", "inside", "lan", "host", "none"):
    client.containers.run("busybox", name=f"{name}1", network=name, detach=True, tty=True)
