"""What a container on an internal network believes about the way out."""

# nodes: docker1 server

import docker

client = docker.from_env()
inner = client.networks.create("inner", internal=True)

# %% route
alpha = client.containers.run("busybox", name="alpha", network="inner", detach=True, tty=True)
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
# claim eng-internal-default-route [engine <= 20]: On engine 20.10 a container on an internal network has a default route.
assert routes.startswith("default via 172.18.0.1 dev eth0")
# claim eng-internal-no-default-route [engine >= 26]: On engines 26.1 and 28.5 a container on an internal network has no default route.
assert routes.startswith("172.18.0.0/16 dev eth0") and "default" not in routes

# %% outside
answer = alpha.exec_run("nc -w 1 203.0.113.10 80").output.decode()
print(answer, end="")
# claim eng-internal-waits [engine <= 20]: On engine 20.10 a connection from an internal network to the world outside gets no answer, and times out.
assert answer == "nc: timed out\n"
# claim eng-internal-unreachable [engine >= 26]: On engines 26.1 and 28.5 a connection from an internal network to the world outside fails at once.
assert answer.endswith("(203.0.113.10): Network is unreachable\n")

# %% host
answer = alpha.exec_run("ping -c 1 192.0.2.11", tty=True).output.decode()
print(answer, end="")
# claim eng-internal-reaches-lan-address [engine <= 20]: On engine 20.10 a container on an internal network reaches its host at the host's address on the LAN.
assert "from 192.0.2.11: " in answer
# claim eng-internal-lan-address-unreachable [engine >= 26]: On engines 26.1 and 28.5 a container on an internal network cannot reach its host at the host's address on the LAN.
assert "Network is unreachable" in answer

# %% gateway
answer = alpha.exec_run("ping -c 1 172.18.0.1").output.decode()
print(answer, end="")
# claim eng-internal-reaches-gateway: A container on an internal network reaches its host at the host's address on that network.
assert "from 172.18.0.1: " in answer and inner.attrs["Internal"]
