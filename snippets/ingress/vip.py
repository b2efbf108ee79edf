"""A service with two tasks and one address, which is a container's way to both."""

# needs: kernel ip_vs

import re
import time
from collections import Counter

import docker
from docker.types import ServiceMode

client = docker.from_env()
client.swarm.init(advertise_addr="192.0.2.11")
while not client.networks.list(names=["docker_gwbridge"]):
    time.sleep(1)
app = client.networks.create("app", driver="overlay", attachable=True)


def addresses(name):
    found = alpha.exec_run(["nslookup", "-type=a", name]).output.decode()
    return sorted(re.findall(r"^Address: (10\..*?)\r?$", found, re.MULTILINE))


# %% create
alpha = client.containers.run("busybox", name="alpha", network="app", detach=True, tty=True)
web = client.services.create(
    "busybox",
    name="web",
    networks=["app"],
    mode=ServiceMode("replicated", replicas=2),
    hostname="task{{.Task.Slot}}",
    command=["sh", "-c"],
    args=["hostname >/www/index.html; exec httpd -f -h /www"],
)

# %% _wait
of_web = {"label": "com.docker.swarm.service.name=web"}
while sum(b":80 " in c.exec_run("netstat -ltn").output for c in client.containers.list(filters=of_web)) < 2:
    time.sleep(1)
while len(addresses("tasks.web")) < 2:
    time.sleep(1)

# %% name
print("web:      ", *addresses("web"))
print("tasks.web:", *addresses("tasks.web"))
web.reload()
virtual = [one["Addr"].partition("/")[0] for one in web.attrs["Endpoint"]["VirtualIPs"]]
# claim ingress-one-address: On an overlay network the name of a service stands for one address, however many tasks it has: its virtual address.
assert addresses("web") == virtual and len(client.containers.list(filters=of_web)) == 2
tasks = [c.attrs["NetworkSettings"]["Networks"]["app"]["IPAddress"] for c in client.containers.list(filters=of_web)]
# claim ingress-tasks: The name tasks. followed by the service's name stands for the addresses of all its tasks.
assert addresses("tasks.web") == sorted(tasks)

# %% balance
answers = Counter(alpha.exec_run("wget -qO- http://web").output.decode().strip() for _ in range(4))
for name in sorted(answers):
    print(answers[name], name)
# claim ingress-in-turn: Connections to a service's virtual address go to its tasks in turn.
assert answers == {"task1": 2, "task2": 2}
