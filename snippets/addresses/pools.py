"""Fewer and smaller subnets for an engine, until there are none left."""

import subprocess
import time
from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()


def pid_of_engine():
    return subprocess.run(["pidof", "dockerd"], capture_output=True, text=True).stdout.strip()


def restart_engine():
    """The same dockerd once more; with systemd it is: systemctl restart docker."""
    command = Path(f"/proc/{pid_of_engine()}/cmdline").read_bytes().split(b"\0")[:-1]
    subprocess.run(["kill", pid_of_engine()], check=True)
    while pid_of_engine():
        time.sleep(0.1)
    subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while subprocess.run(["docker", "version"], capture_output=True).returncode:
        time.sleep(0.1)


def subnet(name):
    return client.networks.get(name).attrs["IPAM"]["Config"][0]["Subnet"]


def with_subnet(cidr):
    return IPAMConfig(pool_configs=[IPAMPool(subnet=cidr)])


# %% settings
client.networks.create("before")
settings = Path("/etc/docker/daemon.json")
settings.parent.mkdir(exist_ok=True)
settings.write_text('{"default-address-pools": [{"base": "10.99.0.0/22", "size": 24}]}\n')
restart_engine()

# %% subnets
client.networks.create("first")
print(subnet("before"), subnet("bridge"), subnet("first"))
# claim addresses-pools: With default-address-pools, the default bridge and new networks get their subnets from the pools in daemon.json.
assert (subnet("bridge"), subnet("first")) == ("10.99.0.0/24", "10.99.1.0/24")
# claim addresses-pools-before: A network that was made before keeps the subnet that it had.
assert subnet("before") == "172.18.0.0/16"

# %% used-up
client.networks.create("second")
client.networks.create("third")
try:
    answer = client.networks.create("fourth").id
except docker.errors.APIError as error:
    answer = error.explanation
print(answer)
# claim addresses-used-up: When every subnet of the pools is in use, another network is refused.
assert not client.networks.list("fourth") and [subnet("second"), subnet("third")] == ["10.99.2.0/24", "10.99.3.0/24"]
# claim addresses-used-up-words [engine <= 26]: When every subnet of the pools is in use, engines 20.10 and 26.1 say that they find no available, non-overlapping IPv4 address pool.
assert "could not find an available, non-overlapping IPv4 address pool among the defaults" in answer
# claim addresses-used-up-words-now [engine >= 28]: When every subnet of the pools is in use, engine 28.5 says that all predefined address pools are fully subnetted.
assert "all predefined address pools have been fully subnetted" in answer

# %% make-room
client.containers.run("busybox", name="alpha", network="third", detach=True, tty=True)
print(sorted(client.networks.prune()["NetworksDeleted"]))
client.networks.create("fourth")
# claim addresses-prune: Removing networks that no container uses makes room for new ones.
assert {network.name for network in client.networks.list()} == {"bridge", "host", "none", "third", "fourth"}

# %% explicit
client.networks.create("fifth", ipam=with_subnet("10.99.128.0/24"))
print(subnet("fifth"))
# claim addresses-outside-pools: A subnet that is given with --subnet need not be from the pools.
assert subnet("fifth") == "10.99.128.0/24" and "10.99.0.0/22" in settings.read_text()


# %% own-lan
def look_up():
    return subprocess.run(["getent", "hosts", "example.com"], capture_output=True, text=True).stdout


print(look_up(), end="")
lan = client.networks.create("lan", ipam=with_subnet("192.0.2.0/24"))
addresses = subprocess.run("ip -4 -br addr".split(), capture_output=True, text=True).stdout
# claim addresses-lan: Docker accepts the subnet of the host's own LAN, takes the router's address for the host, and a host that asks the router for names gets no answer any more.
assert not look_up() and " 192.0.2.1/24" in addresses

# %% lan-again
lan.remove()
print(look_up(), end="")
# claim addresses-lan-again: When a network with the subnet of the host's own LAN is removed, names resolve on the host again.
assert "example.com" in look_up()
