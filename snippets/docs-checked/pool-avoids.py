"""Routes of the host to addresses that would have been next."""

import subprocess

import docker

client = docker.from_env()


def ip(words):
    return subprocess.run(["ip", *words.split()], capture_output=True, text=True, check=True).stdout


# %% attached
ip("route add 172.18.0.0/16 dev eth0")
first = client.networks.create("first")
print(first.attrs["IPAM"]["Config"][0]["Subnet"])
# claim doc-pool-avoids-attached: For a new network the engine does not choose a subnet that its host reaches directly, without a router.
assert first.attrs["IPAM"]["Config"][0]["Subnet"] == "172.19.0.0/16" and "via" not in ip("route get 172.18.0.2")

# %% by-router
ip("route add 172.20.0.0/16 via 192.0.2.1")
second = client.networks.create("second")
print(second.attrs["IPAM"]["Config"][0]["Subnet"])
# claim doc-pool-takes-routed: For a new network the engine may choose a subnet that its host reaches by way of a router.
assert second.attrs["IPAM"]["Config"][0]["Subnet"] == "172.20.0.0/16" and "via 192.0.2.1" in ip("route get 172.20.0.2")

# %% conflict
alpha = client.containers.run("busybox", name="alpha", network="second", detach=True, tty=True)
print(ip("route get 172.20.0.2"), end="")
ping = subprocess.run(["ping", "-c", "1", "-W", "1", "172.20.0.2"], capture_output=True, text=True)
print(ping.stdout, end="")
# claim doc-pool-conflict: If the host has an older route to a network's subnet, by way of a router, it does not reach the containers on that network.
assert " 100% packet loss" in ping.stdout and alpha.exec_run("hostname -i").output == b"172.20.0.2\n"
