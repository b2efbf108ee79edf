"""Whom containers ask, on a host that asks itself."""

import subprocess
from pathlib import Path

import docker

client = docker.from_env()
client.networks.create("mynet")
resolv = Path("/etc/resolv.conf")

# The host has a DNS server of its own, at 127.0.0.1, which asks the one on the LAN.
dns = ["dnsmasq", "--no-resolv", "--no-hosts", "--bind-interfaces", "--listen-address=127.0.0.1"]
subprocess.run([*dns, "--server=192.0.2.1"], check=True)


def run(command, **options):
    answer = client.containers.run("busybox", command, remove=True, **options).decode()
    print(answer, end="")
    return answer


# %% ordinary
print(resolv.read_text(), end="")
answer = run("grep ^nameserver /etc/resolv.conf")
# claim names-default-bridge-copies: On the default bridge a container gets the DNS server that is in its host's /etc/resolv.conf, if that is another machine.
assert answer == "nameserver 192.0.2.1\n" and answer in resolv.read_text()
answer = run("grep ^nameserver /etc/resolv.conf", network="mynet")
# claim names-own-network-docker: On a user-defined network a container's only DNS server is 127.0.0.11.
assert answer == "nameserver 127.0.0.11\n"

# %% loopback
resolv.write_text("nameserver 127.0.0.1\n")
answer = run("grep ^nameserver /etc/resolv.conf")
# claim names-loopback-becomes-google: If the only DNS server of the host is on 127.0.0.1, a container on the default bridge gets Google's, 8.8.8.8 and 8.8.4.4.
assert answer == "nameserver 8.8.8.8\nnameserver 8.8.4.4\n"

# %% own-network
answer = run("nslookup -type=a example.com", network="mynet")
# claim names-loopback-own-network: If the only DNS server of the host is on 127.0.0.1, containers on a user-defined network can still look up names.
assert "127.0.0.11:53" in answer and "Address: 203.0.113.10" in answer

# %% by-hand
answer = run("nslookup -type=a example.com", dns=["192.0.2.1"])
# claim names-loopback-by-hand: If the only DNS server of the host is on 127.0.0.1, --dns with the address of another one helps on the default bridge.
assert "192.0.2.1:53" in answer and "Address: 203.0.113.10" in answer
