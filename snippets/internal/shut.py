"""Two containers on an internal network, and everything that they try to reach."""

# nodes: docker1 client server

import docker

client = docker.from_env()


def elsewhere(command):
    """What a container on the default bridge gets."""
    return client.containers.run("busybox", command, remove=True).decode()


# %% create
inner = client.networks.create("inner", internal=True)
alpha = client.containers.run("busybox", name="alpha", network="inner", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="inner", detach=True, tty=True)
print(inner.attrs["Internal"])

# %% outside
answer = alpha.exec_run("wget -T 2 http://203.0.113.10", tty=True).output.decode()
print(answer, end="")
# claim internal-no-way-out: From an internal network a server beyond the LAN is out of reach, though a container on the default bridge of the same host reaches it.
assert "saved" not in answer and "Hello from example.com." in elsewhere("wget -qO- http://203.0.113.10")
answer = alpha.exec_run("ping -c 1 -W 1 192.0.2.50", tty=True).output.decode()
print(answer, end="")
# claim internal-no-lan: From an internal network the other machines on the host's LAN are out of reach.
assert "from 192.0.2.50" not in answer and "from 192.0.2.50" in elsewhere("ping -c 3 -W 5 192.0.2.50")

# %% neighbour
answer = alpha.exec_run("ping -c 1 beta").output.decode()
print(answer, end="")
# claim internal-neighbours: Containers on the same internal network reach each other by name.
assert answer.startswith("PING beta (172.18.0.3): ") and "from 172.18.0.3: " in answer and inner.attrs["Internal"]

# %% own-route
gamma = client.containers.run("busybox", name="gamma", network="inner", cap_add=["NET_ADMIN"], detach=True, tty=True)
gamma.exec_run("ip route replace default via 172.18.0.1")
answer = gamma.exec_run("nc -w 1 203.0.113.10 80", tty=True).output.decode()
print(answer, end="")
# claim internal-route-does-not-help: A container on an internal network that gives itself a default route does not get out either.
assert "timed out" in answer and gamma.exec_run("ip route").output.startswith(b"default via 172.18.0.1 ")
