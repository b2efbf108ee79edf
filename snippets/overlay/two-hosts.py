"""One network over two machines, and what travels between them."""

# nodes: docker1 docker2 server

import subprocess
import time

import docker

client = docker.from_env()


def engine(context):
    """A client of the engine that a Docker context names."""
    argv = ["docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}", context]
    return docker.DockerClient(base_url=subprocess.check_output(argv, text=True).strip())


# %% no-swarm
try:
    client.networks.create("mynet", driver="overlay", attachable=True)
except docker.errors.APIError as error:
    print(error.explanation)
# claim overlay-needs-a-swarm: Without a swarm the engine refuses to make an overlay network.
assert client.info()["Swarm"]["LocalNodeState"] == "inactive" and not client.networks.list(
    filters={"driver": "overlay"}
)

# %% init
print(client.swarm.init(advertise_addr="192.0.2.11"))

# %% join
worker = engine("docker2")
token = client.swarm.attrs["JoinTokens"]["Worker"]
worker.swarm.join(remote_addrs=["192.0.2.11:2377"], join_token=token)
nodes = sorted(client.nodes.list(), key=lambda node: node.attrs["Description"]["Hostname"])
for node in nodes:
    print(node.attrs["Description"]["Hostname"], node.attrs["Spec"]["Role"], node.attrs["Status"]["State"])
# claim overlay-two-daemons: A swarm is made of engines, one for each machine.
assert [node.attrs["Description"]["Hostname"] for node in nodes] == ["docker1", "docker2"]

# %% _joined
while not all(docker_client.networks.list(names=["docker_gwbridge"]) for docker_client in (client, worker)):
    time.sleep(0.1)

# %% new-networks
networks = sorted((network.name, network.attrs["Driver"]) for network in client.networks.list())
print(*networks, sep="\n")
# claim overlay-swarm-networks: A manager of a swarm has two networks more than before: ingress (overlay) and docker_gwbridge (bridge).
assert [name for name, _ in networks] == ["bridge", "docker_gwbridge", "host", "ingress", "none"]

# %% create
mynet = client.networks.create("mynet", driver="overlay", attachable=True)

# %% not-yet
print(worker.networks.list(names=["mynet"]))
# claim overlay-not-there-yet: An overlay network that was made on the manager is not listed on the worker as long as no container there uses it.
assert not worker.networks.list(names=["mynet"]) and worker.networks.list(names=["ingress"])

# %% start
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
beta = worker.containers.run("busybox", name="beta", network="mynet", detach=True, tty=True)
print([network.name for network in worker.networks.list(names=["mynet"])])
# claim overlay-there-now: As soon as a container on the worker uses an overlay network, the worker lists it too.
assert [network.attrs["Driver"] for network in worker.networks.list(names=["mynet"])] == ["overlay"]

# %% _known
while alpha.exec_run("nslookup -type=a beta").exit_code:
    time.sleep(0.1)
while alpha.exec_run("ping -c 1 -W 1 beta").exit_code:
    time.sleep(0.1)

# %% ping
reply = alpha.exec_run("ping -c 1 beta")
print(reply.output.decode(), end="")
beta.reload()
# claim overlay-by-name: On an attachable overlay network a container reaches a container on another machine by name, as if they were neighbours.
assert f"from {beta.attrs['NetworkSettings']['Networks']['mynet']['IPAddress']}: ".encode() in reply.output

# %% inside
print(alpha.exec_run("ip -4 addr").output.decode(), end="")
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
gateway = client.networks.get("docker_gwbridge").attrs["IPAM"]["Config"][0]["Gateway"]
# claim overlay-two-interfaces: A container on an overlay network has two interfaces: one on the overlay, one on the bridge docker_gwbridge of its host.
assert alpha.exec_run("ls /sys/class/net").output.split() == [b"eth0", b"eth1", b"lo"]
# claim overlay-way-out: The default route of a container on an overlay network leads through docker_gwbridge.
assert routes.startswith(f"default via {gateway} dev eth1")

# %% outside
page = alpha.exec_run("wget -qO- http://example.com")
print(page.output.decode(), end="")
# claim overlay-outside-sees-host: To a server outside, a container on an overlay network appears under the address of its host.
assert page.output.endswith(b"You come from 192.0.2.11.\n")
