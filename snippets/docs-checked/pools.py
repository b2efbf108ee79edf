"""Networks without a subnet of their own choosing, until there are no more subnets."""

import docker

client = docker.from_env()

# %% until-refused
for n in range(1, 31):
    client.networks.create(f"net{n}")
try:
    client.networks.create("net31")
except docker.errors.APIError as error:
    print(error.explanation)
bridges = client.networks.list(filters={"driver": "bridge"})
print(len(bridges))
# claim doc-pool-size: With the engine's own pools there can be 31 bridge networks, the default one included.
assert len(bridges) == 31 and "net31" not in [network.name for network in bridges]

# %% subnets
subnets = {network.attrs["IPAM"]["Config"][0]["Subnet"] for network in bridges}
large = [f"172.{n}.0.0/16" for n in range(17, 32)]
small = [f"192.168.{n}.0/20" for n in range(0, 256, 16)]
print(len(subnets & {*large}), "of", len(large), "and", len(subnets & {*small}), "of", len(small))
# claim doc-pool-ranges: The engine's own pools are fifteen subnets from 172.17.0.0/16 to 172.31.0.0/16 and sixteen subnets /20 of 192.168.0.0/16.
assert subnets == {*large, *small} and (len(large), len(small)) == (15, 16)
