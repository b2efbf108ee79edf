"""A second macvlan network on the same network card."""

# needs: kernel macvlan

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()


def create(name, subnet, gateway=None):
    addresses = IPAMConfig(pool_configs=[IPAMPool(subnet=subnet, gateway=gateway)])
    return client.networks.create(name, driver="macvlan", options={"parent": "eth0"}, ipam=addresses)


def names():
    return sorted(network.name for network in client.networks.list(filters={"driver": "macvlan"}))


create("lan", "192.0.2.0/24", "192.0.2.1")

# %% same-range
refusal = ""
try:
    create("lan2", "192.0.2.0/24", "192.0.2.1")
except docker.errors.APIError as error:
    refusal = error.explanation
    print(refusal)
# claim macvlan-one-range-one-network: A second macvlan network with the addresses of the first is refused.
assert names() == ["lan"] and "Pool overlaps" in refusal

# %% same-parent
try:
    print(create("lan3", "198.51.100.0/24").short_id)
except docker.errors.APIError as error:
    print(error.explanation)
# claim macvlan-shared-parent [engine >= 28]: On engine 28.5 two macvlan networks with different addresses can share one network card.
assert names() == ["lan", "lan3"]
# claim macvlan-parent-taken [engine < 28]: On engines 20.10 and 26.1 a network card can be the parent of one macvlan network only.
assert names() == ["lan"]
