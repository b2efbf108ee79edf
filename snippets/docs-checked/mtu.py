"""The MTU of a bridge network, which is the size of its largest packets."""

import subprocess
from pathlib import Path

import docker

client = docker.from_env()
option = "com.docker.network.driver.mtu"


def mtu(container):
    return int(container.exec_run("cat /sys/class/net/eth0/mtu").output)


# %% default
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
print(mtu(alpha))
# claim doc-mtu-default: If nothing is set, the MTU of a container on a bridge network is 1500.
assert mtu(alpha) == 1500 and alpha.attrs["HostConfig"]["NetworkMode"] in ("default", "bridge")

# %% zero
zeronet = client.networks.create("zeronet", options={option: "0"})
beta = client.containers.run("busybox", name="beta", network="zeronet", detach=True, tty=True)
print(mtu(beta))
# claim doc-mtu-zero: An MTU of 0 does not mean that there is no limit; it gives 1500 as well.
assert mtu(beta) == 1500 and zeronet.attrs["Options"] == {option: "0"}

# %% uplink
subprocess.run(["ip", "link", "set", "eth0", "mtu", "1400"], check=True)
client.networks.create("mynet")
gamma = client.containers.run("busybox", name="gamma", network="mynet", detach=True, tty=True)
print(mtu(gamma))
# claim doc-mtu-not-from-host: A new bridge network does not take the MTU of the host's network card.
assert mtu(gamma) == 1500 and Path("/sys/class/net/eth0/mtu").read_text() == "1400\n"

# %% option
client.networks.create("smallnet", options={option: "1400"})
delta = client.containers.run("busybox", name="delta", network="smallnet", detach=True, tty=True)
print(mtu(delta))
# claim doc-mtu-option: A bridge network has the MTU that is asked for when it is made.
assert mtu(delta) == 1400 and mtu(gamma) == 1500
