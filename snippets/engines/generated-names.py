"""The names of a container that was started without a name, asked for by its neighbour."""

import docker

client = docker.from_env()
client.networks.create("mynet")
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)

# %% start
nameless = client.containers.run("busybox", network="mynet", detach=True, tty=True)
print(nameless.id)

# %% name
answer = alpha.exec_run(["nslookup", "-type=a", nameless.name]).output.decode().replace(nameless.name, "<its name>")
print(answer, end="")
# claim eng-generated-name-unknown [engine <= 20]: On engine 20.10 the name that the engine makes up for a container does not resolve.
assert "can't find <its name>: NXDOMAIN" in answer
# claim eng-generated-name-resolves [engine >= 26]: On engines 26.1 and 28.5 the name that the engine makes up for a container resolves on a user-defined network.
assert "<its name>\nAddress: 172.18.0.3" in answer

# %% id
answer = alpha.exec_run(["nslookup", "-type=a", nameless.id[:12]]).output.decode()
print(answer, end="")
# claim eng-short-id-resolves: The first twelve digits of a container's id resolve on a user-defined network.
assert "Address: 172.18.0.3" in answer
