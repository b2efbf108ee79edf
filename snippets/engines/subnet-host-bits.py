"""A subnet written with an address that is not its first."""

import subprocess

import docker

client = docker.from_env()

# %% create
ipam = docker.types.IPAMConfig(pool_configs=[docker.types.IPAMPool(subnet="172.16.50.0/22")])
try:
    mynet = client.networks.create("mynet", ipam=ipam)
    answer = mynet.attrs["IPAM"]["Config"][0]["Subnet"]
except docker.errors.APIError as error:
    answer = error.explanation
print(answer)
# claim eng-host-bits-taken [engine <= 20]: Engine 20.10 takes a subnet whose address has bits set behind the prefix.
assert answer == "172.16.50.0/22"
# claim eng-host-bits-refused [engine >= 26]: Engines 26.1 and 28.5 refuse a subnet whose address has bits set behind the prefix, and say what it should be.
assert answer.endswith("invalid subnet 172.16.50.0/22: it should be 172.16.48.0/22")

# %% routes
routes = subprocess.run(["ip", "route", "show", "proto", "kernel"], capture_output=True, text=True, check=True).stdout
print(routes, end="")
# claim eng-host-bits-cut [engine <= 20]: On engine 20.10 a network with the subnet 172.16.50.0/22 really covers 172.16.48.0/22.
assert "172.16.48.0/22 dev br-" in routes
