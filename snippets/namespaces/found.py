"""The network namespace of a running container, found from outside with ordinary tools."""

import os
from pathlib import Path

import docker

client = docker.from_env()

# %% start
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", detach=True, tty=True)
print(alpha.short_id, beta.short_id)

# %% process
alpha.reload()
process = Path("/proc") / str(alpha.attrs["State"]["Pid"])
print((process / "comm").read_text(), end="")
# claim namespaces-ordinary-process: A container's first process is a process of the host, which has a process number there.
assert (process / "comm").read_text() == "sh\n"

# %% number
host = os.readlink("/proc/self/ns/net")
outside = os.readlink(process / "ns" / "net")
inside = alpha.exec_run("readlink /proc/self/ns/net").output.decode().strip()
print(host, outside, inside, sep="\n")
# claim namespaces-from-pid: The network namespace of a container can be read from outside, in the folder /proc of its process.
assert outside == inside != host
# claim namespaces-one-each: Two containers on the default bridge have a network namespace each.
assert beta.exec_run("readlink /proc/self/ns/net").output.decode().strip() != inside

# %% gone
alpha.stop(timeout=0)
devices = [name for name in os.listdir("/sys/class/net") if name.startswith("veth")]
print(len(devices))
# claim namespaces-cable-gone: When a container on the default bridge stops, both ends of its veth pair are gone.
assert len(devices) == 1 == len(os.listdir("/sys/class/net/docker0/brif"))
