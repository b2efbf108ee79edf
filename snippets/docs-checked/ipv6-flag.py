"""An IPv6 subnet for a network, with and without the option for IPv6."""

from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
ipam = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/25"), IPAMPool(subnet="2001:db8:abc::/64")])
two = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.128/25"), IPAMPool(subnet="2001:db8:abd::/64")])

# %% without
first = client.networks.create("first", ipam=ipam)
print(first.attrs["EnableIPv6"], first.attrs["IPAM"]["Config"])
alpha = client.containers.run("busybox", name="alpha", network="first", detach=True, tty=True)
print(alpha.exec_run("ip -6 addr show eth0").output.decode(), end="")
# claim doc-v6-subnet-unused: Without --ipv6 an IPv6 subnet is accepted for a bridge network and not used.
assert (
    first.attrs["EnableIPv6"] is False
    and "2001:db8:abc::/64" in [pool["Subnet"] for pool in first.attrs["IPAM"]["Config"]]
    and alpha.exec_run("ip -4 addr show eth0").output
    and not alpha.exec_run("ip -6 addr show eth0").output
)

# %% with
client.networks.create("second", ipam=two, enable_ipv6=True)
beta = client.containers.run("busybox", name="beta", network="second", detach=True, tty=True)
addr = beta.exec_run("ip -6 addr show eth0").output.decode()
print(addr, end="")
# claim doc-v6-flag: With --ipv6 the containers of a bridge network have addresses from the IPv6 subnet, without a setting of the engine.
assert "inet6 2001:db8:abd::2/64 scope global" in addr and not Path("/etc/docker/daemon.json").exists()
