"""A network with private IPv6 addresses, and what reaches it."""

# nodes: docker1 client server

import socket
import subprocess
import time
from contextlib import closing

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()

# %% default
plain = client.containers.run("busybox", name="plain", detach=True, tty=True)
print(plain.exec_run("ip -6 addr show eth0").output.decode(), end="")
answer = plain.exec_run("ping -6 -c 1 -W 1 2001:db8:2::10", tty=True).output.decode()
print(answer, end="")
hosts = subprocess.run("ping -6 -c 1 2001:db8:2::10".split(), capture_output=True, text=True).stdout
# claim ipv6-none-by-default: Without a setting, a container on the default bridge has no IPv6 address on eth0 and reaches no IPv6 address, though its host does.
assert "from 2001:" not in answer and not plain.exec_run("ip -6 addr show eth0").output and "from 2001:" in hosts

# %% create
ranges = IPAMConfig(pool_configs=[IPAMPool(subnet="fd00:cafe:1::/64")])
six = client.networks.create("six", enable_ipv6=True, ipam=ranges)
subnets = [pool["Subnet"] for pool in six.attrs["IPAM"]["Config"]]
print(*sorted(subnets))
# claim ipv6-network-has-both: A network made with --ipv6 has an IPv4 subnet as well.
assert sorted(subnets) == ["172.18.0.0/16", "fd00:cafe:1::/64"]

# %% run
web = client.containers.run(
    "busybox",
    "httpd -f -vv -h /etc",
    name="web",
    hostname="web",
    network="six",
    ports={80: 8080},
    detach=True,
    tty=True,
)
beta = client.containers.run("busybox", name="beta", network="six", detach=True, tty=True)
addr = beta.exec_run("ip addr show scope global").output.decode()
print(addr, end="")
# claim ipv6-two-addresses: A container on a network with IPv6 has an address of each kind.
assert "inet 172.18.0.3/16" in addr and "inet6 fd00:cafe:1::3/64" in addr


# %% _listening
def is_shut(address):
    with closing(socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)) as probe:
        return probe.connect_ex((address, 80))


while is_shut("fd00:cafe:1::2"):
    time.sleep(0.1)

# %% neighbour
answer = beta.exec_run("ping -6 -c 1 web").output.decode()
print(answer, end="")
# claim ipv6-by-name: On a network of one's own with IPv6, a container's name resolves to its IPv6 address too.
assert answer.startswith("PING web (fd00:cafe:1::2): ") and "from fd00:cafe:1::2: " in answer
print(beta.exec_run("wget -qO- http://web/hostname").output.decode(), end="")
answer = web.exec_run("wget -qO- http://[::1]/hostname").output.decode()
print(answer, end="")
# claim ipv6-own-loopback: In a container on a network with IPv6, the address ::1 is the container itself.
assert answer == "web\n" and b"inet6 ::1/128" in web.exec_run("ip -6 addr show lo").output

# %% outside
answer = beta.exec_run("wget -T 2 -qO- http://[2001:db8:2::10]", tty=True).output.decode()
print(answer, end="")
# claim ipv6-masquerade [engine >= 28]: On engine 28.5 a container with a private IPv6 address reaches the world outside, which sees the host's IPv6 address.
assert "You come from 2001:db8:1::11." in answer
# claim ipv6-no-masquerade [engine <= 26]: On engines 20.10 and 26.1 without further settings, a container with a private IPv6 address gets no answer from outside.
assert "You come from" not in answer and "from 2001:" in hosts

# %% ipv4-only
old = client.containers.run(
    "busybox",
    "httpd -f -vv -h /etc",
    name="old",
    hostname="old",
    ports={80: 8081},
    detach=True,
    tty=True,
)
print(old.short_id)

# %% _old-listening
while is_shut("172.17.0.3"):
    time.sleep(0.1)
