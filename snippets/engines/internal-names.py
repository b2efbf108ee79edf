"""Names of the world outside, asked for on an internal network."""

# nodes: docker1 server

import docker

client = docker.from_env()
client.networks.create("inner", internal=True)
alpha = client.containers.run("busybox", name="alpha", network="inner", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="inner", detach=True, tty=True)

# %% outside
answer = alpha.exec_run("nslookup -type=a example.com").output.decode()
print(answer, end="")
# claim eng-internal-name-waits [engine <= 20]: On engine 20.10 a container on an internal network that asks for a name of the world outside gets no answer.
assert "no servers could be reached" in answer
# claim eng-internal-name-refused [engine >= 26]: On engines 26.1 and 28.5 a container on an internal network that asks for a name of the world outside gets an error.
assert "can't find example.com: SERVFAIL" in answer

# %% inside
answer = alpha.exec_run("nslookup -type=a beta").output.decode()
print(answer, end="")
# claim eng-internal-name-of-neighbour: Names of containers on an internal network resolve there.
assert "Address: 172.18.0.3" in answer
