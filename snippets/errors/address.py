"""Subnets and addresses that Docker refuses, and the way out of each."""

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()


def create(name, subnet=None):
    """A network, with a subnet of our choosing or the engine's; prints what the engine says to it."""
    ipam = IPAMConfig(pool_configs=[IPAMPool(subnet=subnet)]) if subnet else None
    try:
        client.networks.create(name, ipam=ipam)
    except docker.errors.APIError as error:
        print(error.explanation)
        return error.explanation
    return ""


def run(name, network, address):
    """A container with an address of our choosing; prints what the engine says to it."""
    config = client.api.create_networking_config({network: client.api.create_endpoint_config(ipv4_address=address)})
    try:
        client.api.start(client.api.create_container("busybox", name=name, tty=True, networking_config=config))
    except docker.errors.APIError as error:
        print(error.explanation)
        return error.explanation
    return ""


def subnets():
    configs = {network.name: network.attrs["IPAM"]["Config"] for network in client.networks.list()}
    return {name: config[0]["Subnet"] for name, config in sorted(configs.items()) if config}


# %% overlap
answer = create("garden", "172.17.5.0/24")
# claim err-overlap: A bridge network cannot have a subnet that overlaps with that of another bridge network on the same host.
assert "Pool overlaps with other one on this address space" in answer and "garden" not in subnets()
print(subnets())
# claim err-overlap-whose: The subnets of all networks show which one is in the way.
assert subnets()["bridge"] == "172.17.0.0/16"
create("garden", "198.51.100.0/24")
# claim err-overlap-other: With a subnet that nobody has, the network is made.
assert subnets()["garden"] == "198.51.100.0/24"

# %% first-address
answer = create("office", "172.16.50.0/22")
# claim err-first-address [engine >= 26]: Engines 26.1 and 28.5 want a subnet to be written with its first address, and say what that is.
assert answer.endswith("invalid subnet 172.16.50.0/22: it should be 172.16.48.0/22") and "office" not in subnets()
create("office", "172.16.48.0/22")
# claim err-first-address-right [engine >= 26]: With the first address, engines 26.1 and 28.5 accept the subnet.
assert subnets()["office"] == "172.16.48.0/22"

# %% no-subnet
create("mynet")
answer = run("alpha", "mynet", "172.18.0.77")
# claim err-ip-needs-subnet [engine < 29]: A container can choose its address only on a network that was made with a subnet of its own choosing.
assert "user specified IP address is supported only when connecting to networks with user configured subnets" in answer
for container in client.containers.list(all=True):
    container.remove()
run("alpha", "garden", "198.51.100.77")
print(client.containers.get("alpha").exec_run("hostname -i").output.decode(), end="")
# claim err-ip-with-subnet: On a network made with --subnet it gets the address that it asks for.
assert client.containers.get("alpha").exec_run("hostname -i").output == b"198.51.100.77\n"

# %% taken
answer = run("beta", "garden", "198.51.100.77")
# claim err-ip-taken: An address that a running container on the network has is refused to any other.
assert "Address already in use" in answer and client.containers.get("beta").status != "running"
print(client.networks.get("garden").attrs["Containers"])
# claim err-ip-whose: The network itself says which container has the address.
assert [container["Name"] for container in client.networks.get("garden").attrs["Containers"].values()] == ["alpha"]
client.containers.get("beta").remove()
run("beta", "garden", "198.51.100.78")
# claim err-ip-other: A free address is given.
assert client.containers.get("beta").exec_run("hostname -i").output == b"198.51.100.78\n"

# %% outside
answer = run("gamma", "garden", "203.0.113.77")
# claim err-ip-outside: An address outside the network's subnet is refused.
assert "203.0.113.77" in answer and len(client.networks.get("garden").attrs["Containers"]) == 2

# %% no-more
for subnet in ("172.19.0.0/16", "172.20.0.0/14", "172.24.0.0/13", "192.168.0.0/16"):
    create(f"big-{subnet.partition('/')[0]}", subnet)
answer = create("another")
# claim err-pools-empty: Without a subnet of your choosing there cannot be one more network when each of the engine's own subnets overlaps with one that is taken.
assert ("non-overlapping IPv4 address pool" in answer or "pools have been fully subnetted" in answer) and (
    "another" not in subnets()
)
create("another", "10.1.1.0/24")
# claim err-pools-by-hand: When every subnet of the pools is in use, a network with a subnet of your choosing can still be made.
assert subnets()["another"] == "10.1.1.0/24"

# %% prune
print(sorted(client.networks.prune()["NetworksDeleted"]))
create("one-more")
# claim err-pools-pruned: When every subnet of the pools was in use, there is room again after the networks that nobody uses have been removed.
assert sorted(subnets()) == ["bridge", "garden", "one-more"]
