"""The number that the kernel gives to a container's network interface."""

from pathlib import Path

import docker

client = docker.from_env()

# %% number
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
numbers = alpha.exec_run("cat /sys/class/net/lo/ifindex /sys/class/net/eth0/ifindex").output.decode()
print(numbers, end="")
# claim eng-ifindex-from-host [engine <= 26]: On engines 20.10 and 26.1 the number of a container's eth0 continues the host's count.
assert int(numbers.split()[1]) > int(Path("/sys/class/net/docker0/ifindex").read_text())
# claim eng-ifindex-two [engine >= 28]: On engine 28.5 a container's eth0 has the number 2, the next after its lo.
assert numbers.split() == ["1", "2"]
