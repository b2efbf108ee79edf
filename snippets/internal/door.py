"""A second network: for a server that must be published, and for a gate-keeper."""

# nodes: docker1 client server

import socket
import time
from contextlib import closing

import docker

client = docker.from_env()
inner = client.networks.create("inner", internal=True)
outer = client.networks.create("outer")
alpha = client.containers.run("busybox", name="alpha", network="inner", detach=True, tty=True)


def is_open(port):
    with closing(socket.socket()) as probe:
        return not probe.connect_ex(("127.0.0.1", port))


# %% publish
web = client.containers.run(
    "busybox",
    "httpd -f -h /etc",
    name="web",
    hostname="web",
    network="inner",
    ports={80: 8080},
    detach=True,
    tty=True,
)
web.reload()
print(web.ports)
# claim internal-publish-nothing-yet: A port that is published for a container on an internal network only is not open on the host.
assert not web.ports and not is_open(8080) and len(web.attrs["HostConfig"]["PortBindings"]) == 1

# %% connect
outer.connect(web)
web.reload()
print(web.ports)
# claim internal-second-network-publishes: When a container that publishes a port, and is on an internal network only, is connected to a second network that is not internal, its port is opened while it runs.
assert {"HostIp": "0.0.0.0", "HostPort": "8080"} in web.ports["80/tcp"] and is_open(8080)

# %% door
door = client.containers.run(
    "busybox", "nc -ll -p 80 -e nc example.com 80", name="door", network="outer", detach=True, tty=True
)
inner.connect(door)

# %% _door-listening
while b":80 " not in door.exec_run("netstat -ltn").output:
    time.sleep(0.1)

# %% through
answer = alpha.exec_run("wget -qO- http://door").output.decode()
print(answer, end="")
door.reload()
# claim internal-gate-keeper: A container on an internal network reaches a server outside by way of a proxy, a container that is also on another network.
assert (
    answer == "Hello from example.com. You come from 192.0.2.11.\n"
    and list(alpha.attrs["NetworkSettings"]["Networks"]) == ["inner"]
    and set(door.attrs["NetworkSettings"]["Networks"]) == {"inner", "outer"}
)
answer = alpha.exec_run("wget -T 2 http://203.0.113.10", tty=True).output.decode()
print(answer, end="")
# claim internal-gate-keeper-only: Without the proxy, a container on an internal network gets no answer from a server outside or from another machine on the LAN, while the proxy does.
assert "saved" not in answer and [
    container.exec_run(f"ping -c 1 -W 1 {address}").exit_code
    for container in (door, alpha)
    for address in ("203.0.113.10", "192.0.2.50")
] == [0, 0, 1, 1]
