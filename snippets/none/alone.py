"""A container without a network, and two ways of giving it one afterwards."""

import os

import docker

client = docker.from_env()

# %% start
hermit = client.containers.run("busybox", name="hermit", network="none", detach=True, tty=True)
print(hermit.short_id)

# %% only-lo
addr = hermit.exec_run("ip addr").output.decode()
print(addr, end="")
# claim none-only-lo: A container on the network none has one interface, the loopback lo.
assert hermit.exec_run("ls /sys/class/net").output.split() == [b"lo"]
# claim none-ipv6-loopback [engine >= 26]: On the network none, lo has the IPv6 address ::1 as well as 127.0.0.1.
assert "inet 127.0.0.1/8" in addr and "inet6 ::1/128" in addr

# %% no-way-out
reply = hermit.exec_run(["ping", "-c", "1", "192.0.2.11"], tty=True)
print(reply.output.decode())
# claim none-no-route: A container on the network none has no route, and does not reach even its host.
assert b"Network is unreachable" in reply.output and not hermit.exec_run("ip route").output
reply = hermit.exec_run(["ping", "-c", "1", "127.0.0.1"])
print(reply.output.decode(), end="")
# claim none-talks-to-itself: On the network none, programs in one container can still talk to each other over lo.
assert b"from 127.0.0.1: " in reply.output

# %% own-namespace
host = os.readlink("/proc/self/ns/net")
hermits = hermit.exec_run("readlink /proc/self/ns/net").output.decode().strip()
print(host, hermits, sep="\n")
# claim none-own-namespace: A container on the network none has a network namespace of its own.
assert hermits.startswith("net:") and hermits != host

# %% null
print([network.name for network in client.networks.list() if network.attrs["Driver"] == "null"])
try:
    client.networks.create("another", driver="null")
except docker.errors.APIError as error:
    print(error.explanation)
# claim one-null-network: A second network with the driver null is refused.
assert [network.name for network in client.networks.list() if network.attrs["Driver"] == "null"] == ["none"]

# %% second-network
bridge = client.networks.get("bridge")
try:
    bridge.connect(hermit)
except docker.errors.APIError as error:
    print(error.explanation)
# claim none-refuses-a-second: As long as a container is on the network none, it cannot join another network.
assert hermit.exec_run("ls /sys/class/net").output.split() == [b"lo"]

# %% leave-none
client.networks.get("none").disconnect(hermit)
bridge.connect(hermit)
print(hermit.exec_run("ip -4 addr show eth0").output.decode(), end="")
hermit.reload()
# claim none-can-be-left: A running container can leave the network none and then join another.
assert list(hermit.attrs["NetworkSettings"]["Networks"]) == ["bridge"] and hermit.status == "running"
