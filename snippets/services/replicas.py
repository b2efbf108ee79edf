"""A service whose tasks run on two machines, and what Docker does when one ends."""

# nodes: docker1 docker2

import subprocess
import time

import docker
from docker.types import EndpointSpec, RestartPolicy, ServiceMode

client = docker.from_env()
client.swarm.init(advertise_addr="192.0.2.11")


def engine(context):
    """A client of the engine that a Docker context names."""
    argv = ["docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}", context]
    return docker.DockerClient(base_url=subprocess.check_output(argv, text=True).strip())


def running(service):
    """The tasks of a service that run, and the names of their machines."""
    tasks = service.tasks({"desired-state": "running"})
    names = {node.id: node.attrs["Description"]["Hostname"] for node in client.nodes.list()}
    return sorted(
        (task["Slot"], names[task["NodeID"]], task["ID"]) for task in tasks if task["Status"]["State"] == "running"
    )


def addresses(name):
    """What a container on the network is told when it asks for a name."""
    answer = alpha.exec_run(["nslookup", "-type=a", name]).output.decode()
    return sorted(line.split()[1] for line in answer.splitlines() if line.startswith("Address: "))


def wait_for_gateway(engine):
    """Until the engine has made its part of the swarm's networks, which takes a moment."""
    while not engine.networks.list(names=["docker_gwbridge"]):
        time.sleep(0.1)


wait_for_gateway(client)

# %% network
mynet = client.networks.create("mynet", driver="overlay", attachable=True)

# %% create
web = client.services.create(
    "busybox",
    ["sh", "-c", "hostname >/tmp/index.html; exec httpd -f -h /tmp"],
    name="web",
    networks=["mynet"],
    endpoint_spec=EndpointSpec(mode="dnsrr"),
    hostname="{{.Node.Hostname}}",
    stop_signal="KILL",
    restart_policy=RestartPolicy(condition="any"),
)

# %% _running
while len(running(web)) < 1:
    time.sleep(0.1)

# %% one-task
for slot, node, task in running(web):
    print(f"web.{slot} on {node}")
names = [container.name for container in client.containers.list()]
print(*names)
# claim services-task-is-a-container: A task of a service is a container, and its name is made of the service's name, a number and the task's id.
assert names == [f"web.1.{running(web)[0][2]}"]

# %% join
worker = engine("docker2")
token = client.swarm.attrs["JoinTokens"]["Worker"]
worker.swarm.join(remote_addrs=["192.0.2.11:2377"], join_token=token)

# %% _ready
while [node.attrs["Status"]["State"] for node in client.nodes.list()] != ["ready", "ready"]:
    time.sleep(0.1)
wait_for_gateway(worker)

# %% scale
# Not `web.scale(2)`: it sends the engine's defaults along, and the engine takes this for a new
# kind of task and replaces the one that is running.
web.reload()
spec = web.attrs["Spec"]
client.api.update_service(
    web.id,
    web.version,
    name=web.name,
    mode=ServiceMode("replicated", replicas=2),
    task_template=spec["TaskTemplate"],
    endpoint_spec=spec["EndpointSpec"],
)

# %% _scaled
while len(running(web)) < 2:
    time.sleep(0.1)

# %% two-tasks
for slot, node, task in running(web):
    print(f"web.{slot} on {node}")
print("containers on docker2:", *(container.name for container in worker.containers.list()))
# claim services-on-both: The tasks of one service run on several machines of the swarm.
assert [node for _, node, _ in running(web)] == ["docker1", "docker2"]
# claim services-worker-has-its-task: Each machine has only its own tasks as containers.
assert [container.name[:6] for container in worker.containers.list()] == ["web.2."]

# %% not-on-worker
refusals = []
for ask in (worker.services.list, lambda: worker.api.remove_service("web")):
    try:
        ask()
    except docker.errors.APIError as error:
        refusals.append(error.explanation)
print(refusals[0])
# claim services-only-on-managers: Only a manager lists services and changes them; a worker refuses.
assert (
    not worker.info()["Swarm"]["ControlAvailable"]
    and len(refusals) == 2
    and all("not a swarm manager" in refusal for refusal in refusals)
)

# %% _alpha
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
while len(addresses("web")) < 2:
    time.sleep(0.1)
while not all(alpha.exec_run(["ping", "-c", "1", "-W", "1", address]).exit_code == 0 for address in addresses("web")):
    time.sleep(0.1)

# %% names
print("web:", *addresses("web"))
# claim services-name: In the mode dnsrr the name of a service resolves to the addresses of all its tasks.
assert len(addresses("web")) == 2
print("tasks.web:", *addresses("tasks.web"))
# claim services-tasks-name: With "tasks." before it, the name of a service resolves to the addresses of its tasks as well.
assert addresses("tasks.web") == addresses("web")

# %% ask
answers = []
for address in addresses("web"):
    answers.append(alpha.exec_run(["wget", "-qO-", f"http://{address}"]).output.decode().strip())
    print(address, "is on", answers[-1])
# claim services-reach-both: A container on the same overlay network reaches the tasks of a service on both machines.
assert sorted(answers) == ["docker1", "docker2"]

# %% kill
before = addresses("web")
killed = worker.containers.list()[0]
killed.kill()

# %% _replaced
while (
    len(running(web)) != 2
    or len(addresses("web")) != 2
    or addresses("web") == before
    or [c.id != killed.id for c in worker.containers.list(ignore_removed=True)] != [True]
):
    time.sleep(0.1)

# %% replaced
for slot, node, task in running(web):
    print(f"web.{slot} on {node}")
# claim services-replaced: When a task ends, Docker starts another one in its place, with a new container.
assert [c.id != killed.id and c.name[:6] for c in worker.containers.list()] == ["web.2."]
print("web:", *addresses("web"))
# claim services-name-follows: The name of the service leads to the new task, whose address is another than the old one's.
assert len(set(before) & set(addresses("web"))) == 1 and len(addresses("web")) == 2

# %% standalone
alpha.kill()
alpha.reload()
print(alpha.name, alpha.status)
# claim services-standalone-stays-dead: A standalone container that ends is not replaced.
assert alpha.status == "exited" and len(client.containers.list()) == 1
