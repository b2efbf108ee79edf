"""A service with one task, whose port is published on every node of the swarm."""

# nodes: docker1 docker2 client
# needs: kernel ip_vs

import subprocess
import time

import docker
from docker.types import EndpointSpec

client = docker.from_env()
client.swarm.init(advertise_addr="192.0.2.11")
worker = client.swarm.attrs["JoinTokens"]["Worker"]
join = ["docker", "--context", "docker2", "swarm", "join", "--token", worker, "192.0.2.11:2377"]
subprocess.run(join, check=True)
for node in ("docker1", "docker2"):
    inspect = ["docker", "--context", node.replace("docker1", "default"), "network", "inspect", "docker_gwbridge"]
    while subprocess.run(inspect, capture_output=True).returncode:
        time.sleep(1)

# %% publish
web = client.services.create(
    "busybox",
    name="web",
    endpoint_spec=EndpointSpec(ports={8080: 80}),
    constraints=["node.hostname==docker1"],
    hostname="{{.Node.Hostname}}",
    command=["sh", "-c"],
    args=['echo "I run on $(hostname)" >/www/index.html; exec httpd -f -vv -h /www'],
)

# %% _wait
while not any(b":80 " in c.exec_run("netstat -ltn").output for c in client.containers.list()):
    time.sleep(1)

# %% task
for task in web.tasks():
    print(f"{web.name}.{task['Slot']} on {client.nodes.get(task['NodeID']).attrs['Description']['Hostname']}")

# %% network
ingress = client.networks.get("ingress")
for endpoint in ingress.attrs["Containers"].values():
    print(endpoint["Name"], endpoint["IPv4Address"])
