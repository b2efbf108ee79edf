"""An IPv6 network for which no subnet is given."""

import docker

client = docker.from_env()

# %% create
try:
    answer = client.networks.create("mynet", enable_ipv6=True).attrs["IPAM"]["Config"]
except docker.errors.APIError as error:
    answer = error.explanation
print(answer)
# claim eng-ipv6-needs-subnet [engine <= 26]: Engines 20.10 and 26.1 refuse to make an IPv6 network for which no subnet is given.
assert "could not find an available, non-overlapping IPv6 address pool" in answer and not client.networks.list(
    ["mynet"]
)
# claim eng-ipv6-own-subnet [engine >= 28]: Engine 28.5 chooses a subnet for an IPv6 network for which none is given: a /64 from the private range fd00::/8.
assert any(pool["Subnet"].startswith("fd") and pool["Subnet"].endswith("/64") for pool in answer)
