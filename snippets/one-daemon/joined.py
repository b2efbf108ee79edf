"""The same two machines, joined into a swarm: one network over both, and one service on both."""

# nodes: docker1 docker2

import subprocess
import time

import docker
from docker.types import EndpointSpec, RestartPolicy, ServiceMode

docker1 = docker.from_env()
endpoint = subprocess.check_output(
    ["docker", "context", "inspect", "-f", "{{.Endpoints.docker.Host}}", "docker2"], text=True
)
docker2 = docker.DockerClient(base_url=endpoint.strip())
of_web = {"label": "com.docker.swarm.service.name=web"}


def address(container):
    container.reload()
    return container.attrs["NetworkSettings"]["Networks"]["shared"]["IPAddress"]


def nodes_of(tasks):
    names = {node.id: node.attrs["Description"]["Hostname"] for node in docker1.nodes.list()}
    return sorted(names[task["NodeID"]] for task in tasks)


def running(service):
    return sum(task["Status"]["State"] == "running" for task in service.tasks())


# %% join
docker1.swarm.init(advertise_addr="192.0.2.11")
token = docker1.swarm.attrs["JoinTokens"]["Worker"]
docker2.swarm.join(["192.0.2.11:2377"], join_token=token)
for node in sorted(docker1.nodes.list(), key=lambda node: node.attrs["Description"]["Hostname"]):
    print(node.attrs["Description"]["Hostname"], node.attrs["Spec"]["Role"])
# claim one-daemon-joined: After a swarm was made by one engine and joined by another, each machine still has its own engine, and the manager lists both.
assert (
    sorted(node.attrs["Description"]["Hostname"] for node in docker1.nodes.list()) == ["docker1", "docker2"]
    and docker1.info()["Swarm"]["NodeID"] != docker2.info()["Swarm"]["NodeID"]
    and subprocess.check_output(["ps", "--ppid", "1", "-o", "comm="]).split().count(b"dockerd") == 1
)

# %% network
docker1.networks.create("shared", driver="overlay", attachable=True)
alpha = docker1.containers.run("busybox", name="alpha", network="shared", detach=True, tty=True)
beta = docker2.containers.run("busybox", name="beta", network="shared", detach=True, tty=True)
print(alpha.short_id, beta.short_id)

# %% _known
while alpha.exec_run("ping -c 1 -W 1 beta").exit_code:
    time.sleep(0.1)

# %% reach
reply = alpha.exec_run("ping -c 1 beta")
print(reply.output.decode(), end="")
# claim one-daemon-one-network: On an overlay network a standalone container reaches one on another machine by its name.
assert f"from {address(beta)}: ".encode() in reply.output and [c.name for c in docker1.containers.list()] == ["alpha"]
# claim one-daemon-own-addresses: Containers of one overlay network have different addresses, on whatever machine they run.
assert address(alpha).startswith("10.0.1.") and address(beta).startswith("10.0.1.") and address(alpha) != address(beta)

# %% still-own
for engine, name in ((docker1, "docker1"), (docker2, "docker2")):
    print(name, [container.name for container in engine.containers.list()])
# claim one-daemon-still-own: In a swarm too, each engine lists the containers of its own machine only.
assert [[c.name for c in engine.containers.list()] for engine in (docker1, docker2)] == [["alpha"], ["beta"]]

# %% service
web = docker1.services.create(
    "busybox",
    "sleep 1000",
    name="web",
    mode=ServiceMode("replicated", 2),
    networks=["shared"],
    endpoint_spec=EndpointSpec(mode="dnsrr"),
    restart_policy=RestartPolicy(condition="any", delay=0),
    stop_signal="SIGKILL",
)
print(web.name)

# %% _running
while running(web) != 2 or not docker1.containers.list(filters=of_web, ignore_removed=True):
    time.sleep(0.1)

# %% tasks
print(*nodes_of(web.tasks()), sep="\n")
# claim one-daemon-service: A service is a desired state that a swarm is given; the swarm starts its containers, for two replicas one on each of two machines.
assert nodes_of(web.tasks()) == ["docker1", "docker2"] and [
    len(engine.containers.list(filters=of_web)) for engine in (docker1, docker2)
] == [1, 1]

# %% standalone-lost
alpha.remove(force=True)
docker1.containers.list(filters=of_web)[0].remove(force=True)

# %% _replaced
while not (len(web.tasks()) > 2 and running(web) == 2):
    time.sleep(0.1)

# %% replaced
print(web.name, running(web))
print(docker1.containers.list(all=True, filters={"name": "alpha"}))
# claim one-daemon-replaced: If a container of a service is removed, the swarm starts another one in its place; a standalone container that is removed is not replaced.
assert (
    running(web) == 2
    and len(web.tasks()) == 3
    and not any(engine.containers.list(all=True, filters={"name": "alpha"}) for engine in (docker1, docker2))
)

# %% _tidy
web.remove()
while any(engine.containers.list(all=True, filters=of_web, ignore_removed=True) for engine in (docker1, docker2)):
    time.sleep(0.1)
