"""The loopback interface of a container on the network none."""

import docker

client = docker.from_env()

# %% addresses
hermit = client.containers.run("busybox", name="hermit", network="none", detach=True, tty=True)
addr = hermit.exec_run("ip addr").output.decode()
print(addr, end="")
# claim doc-none-without-ipv6 [engine <= 20]: On engine 20.10, lo of a container on the network none has no IPv6 address.
assert "inet 127.0.0.1/8" in addr and "inet6" not in addr
# claim doc-none-with-ipv6 [engine >= 26]: On engines 26.1 and 28.5, lo of a container on the network none has the IPv6 address ::1.
assert "inet 127.0.0.1/8" in addr and "inet6 ::1/128" in addr
