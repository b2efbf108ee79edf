"""A port of the host that is in use already."""

import docker

client = docker.from_env()


def start(name, port):
    return client.containers.run("busybox", name=name, ports={80: port}, detach=True, tty=True)


def host_port(name):
    return client.containers.get(name).ports["80/tcp"][0]["HostPort"]


# %% first
print(start("web", 8080).short_id)

# %% second
try:
    start("shop", ("0.0.0.0", 8080))
except docker.errors.APIError as error:
    print(error.explanation)
# claim publish-port-once: A port of the host can be published for one container at a time.
assert [client.containers.get(name).status == "running" for name in ("web", "shop")] == [True, False]

# %% left-over
for container in client.containers.list(all=True):
    print(container.name, container.status)
# claim publish-taken-left-over: If its port is in use, docker run leaves a container behind that was created and not started.
assert client.containers.get("shop").status == "created"
try:
    start("shop", 8081)
except docker.errors.APIError as error:
    refusal = error.explanation
    print(refusal)
# claim publish-taken-name-in-use: The container that docker run left behind has the name, so that a second attempt with another port is refused.
assert client.containers.get("shop").id in refusal

# %% who-has-it
owners = client.containers.list(filters={"publish": "8080"})
print([owner.name for owner in owners])
# claim publish-who-has-it: The list of docker ps can be asked which container has a port of the host.
assert [owner.name for owner in owners] == ["web"]

# %% another-port
client.containers.get("shop").remove()
start("shop", 8081)
# claim publish-another-port: With another port of the host the same container port can be published a second time.
assert [host_port(name) for name in ("web", "shop")] == ["8080", "8081"]

# %% another-address
start("door", ("127.0.0.1", 8082))
start("gate", ("192.0.2.11", 8082))
for owner in client.containers.list(filters={"publish": "8082"}):
    print(owner.name, owner.ports)
# claim publish-same-port-two-addresses: Two containers can have the same port of the host if each has it on an address of its own.
assert [
    (bound["HostIp"], bound["HostPort"])
    for name in ("door", "gate")
    for bound in client.containers.get(name).ports["80/tcp"]
] == [("127.0.0.1", "8082"), ("192.0.2.11", "8082")]
