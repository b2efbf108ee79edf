"""The MAC addresses of containers, before and after a restart."""

import docker

client = docker.from_env()


def addresses(name):
    network = client.containers.get(name).attrs["NetworkSettings"]["Networks"]["bridge"]
    return network["IPAddress"], network["MacAddress"]


alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", detach=True, tty=True)
before = addresses("alpha")

# %% addresses
print(*addresses("alpha"))
print(*addresses("beta"))
# claim eng-mac-from-ip [engine <= 26]: Engines 20.10 and 26.1 make a container's MAC address from its IPv4 address: 02:42, then the address in hexadecimal.
assert [addresses("alpha"), addresses("beta")] == [
    ("172.17.0.2", "02:42:ac:11:00:02"),
    ("172.17.0.3", "02:42:ac:11:00:03"),
]
# claim eng-mac-random [engine >= 28]: Engine 28.5 gives containers MAC addresses that have nothing to do with their IPv4 addresses.
assert (
    [addresses(name)[0] for name in ("alpha", "beta")] == ["172.17.0.2", "172.17.0.3"]
    and not addresses("alpha")[1].endswith(":ac:11:00:02")
    and not addresses("beta")[1].endswith(":ac:11:00:03")
)

# %% restart
alpha.restart(timeout=0)
print(*addresses("alpha"))
# claim eng-mac-stays [engine <= 26]: On engines 20.10 and 26.1 a container has the same MAC address after a restart.
assert addresses("alpha") == before
# claim eng-mac-changes [engine >= 28]: On engine 28.5 a container has another MAC address after a restart, even if its IPv4 address is the same.
assert addresses("alpha")[0] == before[0] and addresses("alpha")[1] != before[1]
