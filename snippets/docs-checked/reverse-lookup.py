"""Asking DNS which container has an address."""

import docker

client = docker.from_env()
client.networks.create("mynet")

# %% lookup
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
answer = alpha.exec_run("nslookup 172.18.0.2").output.decode()
print(answer, end="")
# claim doc-reverse-name: On a user-defined network DNS answers for a container's address with the container's name and, after a dot, the name of the network.
assert "2.0.18.172.in-addr.arpa" in answer and answer.strip().endswith("name = alpha.mynet")
