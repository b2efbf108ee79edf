"""A service with one task on every machine, a port on each machine, and a service with a virtual address."""

# nodes: docker1 docker2 client

import subprocess
import time

import docker
from docker.types import EndpointSpec, ServiceMode

client = docker.from_env()


def engine(context):
    """A client of the engine that a Docker context names."""
    argv = ["docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}", context]
    return docker.DockerClient(base_url=subprocess.check_output(argv, text=True).strip())


def machines(service):
    """The machines on which a task of the service runs."""
    names = {node.id: node.attrs["Description"]["Hostname"] for node in client.nodes.list()}
    tasks = service.tasks({"desired-state": "running"})
    return sorted(names[task["NodeID"]] for task in tasks if task["Status"]["State"] == "running")


def addresses(name):
    """What a container on the network is told when it asks for a name."""
    answer = alpha.exec_run(["nslookup", "-type=a", name]).output.decode()
    return sorted(line.split()[1] for line in answer.splitlines() if line.startswith("Address: "))


worker = engine("docker2")
client.swarm.init(advertise_addr="192.0.2.11")
while not client.networks.list(names=["docker_gwbridge"]):
    time.sleep(0.1)

# %% global
web = client.services.create(
    "busybox",
    ["sh", "-c", "hostname >/tmp/index.html; exec httpd -f -h /tmp"],
    name="web",
    mode=ServiceMode("global"),
    endpoint_spec=EndpointSpec(ports={8080: (80, "tcp", "host")}),
    hostname="{{.Node.Hostname}}",
    stop_signal="KILL",
)

# %% _first
while not machines(web):
    time.sleep(0.1)

# %% join
worker.swarm.join(remote_addrs=["192.0.2.11:2377"], join_token=client.swarm.attrs["JoinTokens"]["Worker"])

# %% _running
while len(machines(web)) < 2:
    time.sleep(0.1)

# %% one-each
print(web.name, *machines(web))
# claim services-global: A service in the mode global has one task on every machine of the swarm, also on one that joined later.
assert machines(web) == ["docker1", "docker2"] and "Global" in web.attrs["Spec"]["Mode"]

# %% drain
node = next(node for node in client.nodes.list() if node.attrs["Description"]["Hostname"] == "docker2")
node.update({**node.attrs["Spec"], "Availability": "drain"})

# %% _drained
while worker.containers.list(ignore_removed=True):
    time.sleep(0.1)

# %% drained
print(web.name, *machines(web))

# %% vip
mynet = client.networks.create("mynet", driver="overlay", attachable=True)
quiet = client.services.create(
    "busybox",
    ["sleep", "1000"],
    name="quiet",
    networks=["mynet"],
    mode=ServiceMode("replicated", replicas=2),
    stop_signal="KILL",
)

# %% _known
while len(machines(quiet)) < 2:
    time.sleep(0.1)
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
while len(addresses("tasks.quiet")) < 2:
    time.sleep(0.1)

# %% vip-names
print("quiet:", *addresses("quiet"))
quiet.reload()
# claim services-vip-name: Unless told otherwise, the name of a service resolves to one address, which is virtual and none of its tasks'.
assert [f"{address}/24" for address in addresses("quiet")] == [
    virtual["Addr"] for virtual in quiet.attrs["Endpoint"]["VirtualIPs"]
] and not set(addresses("quiet")) & set(addresses("tasks.quiet"))
print("tasks.quiet:", *addresses("tasks.quiet"))
# claim services-vip-tasks: With "tasks." before it, the same name resolves to the addresses of the tasks.
assert len(addresses("tasks.quiet")) == 2

# %% _end
quiet.remove()
while client.containers.list(all=True, filters={"name": "quiet"}, ignore_removed=True):
    time.sleep(0.1)
