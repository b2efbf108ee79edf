"""A container leaves the default bridge while it runs."""

import docker

client = docker.from_env()
mynet = client.networks.create("mynet")

# %% leave
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
client.networks.get("bridge").disconnect(alpha)
interfaces = alpha.exec_run("ls /sys/class/net").output.decode()
print(interfaces, end="")
alpha.reload()
# claim doc-leave-default-bridge: A running container can be disconnected from the default bridge, and it keeps running.
assert interfaces == "lo\n" and alpha.status == "running" and not alpha.attrs["NetworkSettings"]["Networks"]

# %% join
mynet.connect(alpha)
alpha.reload()
addr = alpha.exec_run("ip -4 addr").output.decode()
print(addr, end="")
# claim doc-then-join-another: A running container that has left the default bridge can be connected to another network.
assert (
    alpha.status == "running"
    and list(alpha.attrs["NetworkSettings"]["Networks"]) == ["mynet"]
    and "inet 172.18.0.2/16 " in addr
)
