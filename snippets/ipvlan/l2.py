"""Containers with addresses of their own on the LAN and the host's MAC address, by the driver ipvlan."""

# nodes: docker1 client server
# needs: kernel ipvlan

import subprocess
from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
interfaces = Path("/sys/class/net")
before = sorted(interfaces.iterdir())


def run(name, address):
    chosen = {"lan": client.api.create_endpoint_config(ipv4_address=address)}
    return client.containers.run(
        "busybox", name=name, network="lan", networking_config=chosen, detach=True, tty=True
    )


# %% create
pool = IPAMPool(subnet="192.0.2.0/24", gateway="192.0.2.1")
client.networks.create("lan", driver="ipvlan", ipam=IPAMConfig(pool_configs=[pool]), options={"parent": "eth0"})
alpha = run("alpha", "192.0.2.201")
beta = run("beta", "192.0.2.202")
print(alpha.short_id, beta.short_id)
# claim ipvlan-adds-no-interface: On the host, an ipvlan network and its containers add no interface.
assert sorted(interfaces.iterdir()) == before

# %% one-mac
host = Path("/sys/class/net/eth0/address").read_text()
inside = [container.exec_run("cat /sys/class/net/eth0/address").output.decode() for container in (alpha, beta)]
print("docker1:", host, "alpha:  ", inside[0], "beta:   ", inside[1], end="")
# claim ipvlan-one-mac: Containers on an ipvlan network have the MAC address of the host's network card.
assert inside == [host, host]

# %% names
reply = alpha.exec_run("ping -c 1 beta")
print(reply.output.decode(), end="")
# claim ipvlan-names: On an ipvlan network a container reaches its neighbour by name.
assert reply.output.startswith(b"PING beta (192.0.2.202): ") and b"from 192.0.2.202: " in reply.output

# %% outside
page = alpha.exec_run("wget -qO- http://example.com")
print(page.output.decode(), end="")
# claim ipvlan-no-nat: To a server outside, a container on an ipvlan network appears under its own address.
assert page.output.endswith(b"You come from 192.0.2.201.\n")

# %% host
from_host = subprocess.run(["ping", "-c", "1", "-W", "1", "192.0.2.201"], capture_output=True, text=True)
print(from_host.stdout)
to_host = alpha.exec_run("ping -c 1 -W 1 192.0.2.11")
print(to_host.output.decode(), end="")
# claim ipvlan-not-the-host: A container on an ipvlan network and its own host do not reach each other by way of the network card they share.
assert " 100% packet loss" in from_host.stdout and b" 100% packet loss" in to_host.output
