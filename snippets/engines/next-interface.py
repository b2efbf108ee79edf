"""The name of the interface in a container that leaves one network and joins another."""

import docker

client = docker.from_env()
mynet = client.networks.create("mynet")

# %% move
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
print(*alpha.exec_run("ls /sys/class/net").output.decode().split())
client.networks.get("bridge").disconnect(alpha)
mynet.connect(alpha)
interfaces = alpha.exec_run("ls /sys/class/net").output.decode().split()
print(*interfaces)
alpha.reload()
# claim eng-next-name-counts-on [engine <= 26]: On engines 20.10 and 26.1 a container that leaves its network and joins another has an interface eth1 afterwards.
assert interfaces == ["eth1", "lo"] and len(alpha.attrs["NetworkSettings"]["Networks"]) == 1
# claim eng-next-name-free [engine >= 28]: On engine 28.5 a container that leaves its network and joins another has an interface eth0 again.
assert interfaces == ["eth0", "lo"] and list(alpha.attrs["NetworkSettings"]["Networks"]) == ["mynet"]
