"""An IPv6 network for which no subnet is given."""

import docker

client = docker.from_env()

# %% create
try:
    mynet = client.networks.create("mynet", enable_ipv6=True)
    print(mynet.short_id)
    answer = ""
except docker.errors.APIError as error:
    answer = error.explanation
    print(answer)
# claim eng-ipv6-needs-subnet [engine <= 26]: Engines 20.10 and 26.1 have no IPv6 subnets of their own to give to a network.
assert "could not find an available, non-overlapping IPv6 address pool" in answer and not client.networks.list(["mynet"])
for network in client.networks.list(filters={"driver": "bridge"}):
    print(network.name, "IPv6:", network.attrs["EnableIPv6"])
# claim eng-ipv6-own-subnet [engine >= 28]: Engine 28.5 gives a /64 subnet from the private range fd00::/8 to an IPv6 network for which none is asked.
assert any(c["Subnet"].startswith("fd") and c["Subnet"].endswith(":/64") for c in mynet.attrs["IPAM"]["Config"])
