"""A network with chosen addresses, and containers that ask for theirs."""

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()


def start(name, address=None, **options):
    """A container on the network garden, at this address if one is given."""
    endpoint = client.api.create_endpoint_config(ipv4_address=address)
    client.api.create_container(
        "busybox",
        name=name,
        host_config=client.api.create_host_config(network_mode="garden"),
        networking_config=client.api.create_networking_config({"garden": endpoint}),
        tty=True,
        stdin_open=True,
        **options,
    )
    container = client.containers.get(name)
    container.start()
    return container


def address(container):
    return container.exec_run("hostname -i").output.decode().strip()


# %% create
pool = IPAMPool(
    subnet="198.51.100.0/24",
    gateway="198.51.100.254",
    iprange="198.51.100.128/25",
    aux_addresses={"printer": "198.51.100.128"},
)
garden = client.networks.create("garden", ipam=IPAMConfig(pool_configs=[pool]))
print(garden.attrs["IPAM"]["Config"])

# %% run
alpha = start("alpha")
beta = start("beta", "198.51.100.7")
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
# claim addresses-gateway: The address given with --gateway is the host's on that network, and the containers' way out.
assert routes.startswith("default via 198.51.100.254 ")
print(address(alpha))
# claim addresses-range: A container that does not ask gets the first address of --ip-range that is neither taken nor reserved with --aux-address.
assert address(alpha) == "198.51.100.129"
print(address(beta))
# claim addresses-asked: With --ip a container gets the address that it asks for, which need not be in --ip-range as long as it is in --subnet.
assert address(beta) == "198.51.100.7" and garden.attrs["IPAM"]["Config"][0]["IPRange"] == "198.51.100.128/25"

# %% restart
alpha.stop(timeout=0)
beta.stop(timeout=0)
gamma = start("gamma")
alpha.start()
beta.start()
print(address(alpha))
# claim addresses-moves: A container that did not ask for its address may have another one after a stop and a start.
assert address(alpha) == "198.51.100.130" and address(gamma) == "198.51.100.129"
print(address(beta))
# claim addresses-stays: A container that asked for its address has the same one after a stop and a start.
assert address(beta) == "198.51.100.7"


# %% refused
def refused(do, *arguments):
    """What the engine says when it will not do that; empty if it does."""
    try:
        do(*arguments)
    except docker.errors.APIError as error:
        return error.explanation
    return ""


answer = refused(start, "delta", "198.51.100.7")
print(answer)
# claim addresses-taken: An address that another container has is refused.
assert "Address already in use" in answer and address(beta) == "198.51.100.7"
answer = refused(start, "epsilon", "198.51.101.7")
print(answer)
# claim addresses-elsewhere: An address outside the network's subnet is refused.
assert answer and "epsilon" not in [container.name for container in client.containers.list()]

# %% mac
zeta = start("zeta", "198.51.100.8", mac_address="02:00:5e:10:00:01")
mac = zeta.exec_run("cat /sys/class/net/eth0/address").output.decode()
print(mac, end="")
zeta.reload()
# claim addresses-mac: With --mac-address a container gets the MAC address that it asks for.
assert mac == "02:00:5e:10:00:01\n"
assert zeta.attrs["NetworkSettings"]["Networks"]["garden"]["MacAddress"] == "02:00:5e:10:00:01"

# %% overlap
other = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.128/25")])
answer = refused(lambda: client.networks.create("other", ipam=other))
print(answer)
# claim addresses-overlap: A subnet that overlaps with that of another bridge network of the same engine is refused for a bridge network.
assert "Pool overlaps with other one on this address space" in answer and not client.networks.list("other")

# %% _tidy
for container in client.containers.list(all=True, filters={"status": "created"}):
    container.remove(force=True)
