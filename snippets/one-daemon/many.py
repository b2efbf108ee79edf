"""One engine with three containers, and none of them is a service."""

import subprocess

import docker

client = docker.from_env()

# %% start
for name in ("alpha", "beta", "gamma"):
    client.containers.run("busybox", name=name, detach=True, tty=True)
for container in client.containers.list():
    print(container.name, *container.attrs["NetworkSettings"]["Networks"], container.status)

# %% processes
processes = subprocess.check_output(["ps", "-C", "dockerd,containerd-shim", "-o", "comm="], text=True).split()
print(*processes, sep="\n")
# claim one-daemon-one-for-all: For three running containers there is one Docker daemon on the host, not three.
assert processes.count("dockerd") == 1 and len(client.containers.list()) == 3
# claim one-daemon-shims: Each running container has a small helper process of its own, containerd-shim.
assert len([name for name in processes if name.startswith("containerd-shim")]) == len(client.containers.list())

# %% client
reached = True
try:
    docker.DockerClient(base_url="unix:///run/nobody.sock", version="1.41").containers.list()
except Exception as error:
    reached = False
    print(type(error).__name__)
# claim one-daemon-client: The command docker does nothing by itself: where no daemon answers, it cannot even list containers.
assert not reached and len(docker.DockerClient(base_url="unix:///run/docker.sock").containers.list()) == 3

# %% standalone
print(client.info()["Swarm"]["LocalNodeState"])
refused = False
try:
    client.services.list()
except docker.errors.APIError as error:
    refused = True
    print(error.explanation)
# claim one-daemon-no-services: An engine that is in no swarm has no services; each of its containers is standalone.
assert (
    refused
    and client.info()["Swarm"]["LocalNodeState"] == "inactive"
    and not client.containers.list(filters={"label": "com.docker.swarm.service.name"})
)
