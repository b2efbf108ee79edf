"""Two services in a compose.yaml that says nothing of networks."""

# nodes: docker1 client
# needs: engine >= 26

import os
import subprocess
import time
from pathlib import Path

import docker

client = docker.from_env()
Path("shop").mkdir()
os.chdir("shop")
Path("compose.yaml").write_text("""\
services:
  web:
    image: busybox
    command: httpd -f -h /etc
    init: true
    depends_on: [db]
    ports: ["127.0.0.1:8080:80"]
  db:
    image: busybox
    command: httpd -f -h /etc
    init: true
""")


def compose(words):
    """The SDK has no Compose, so the command is run."""
    done = subprocess.run(["docker", "compose", *words.split()], check=True, capture_output=True, text=True)
    return done.stdout + done.stderr


# %% up
print(compose("up -d"), end="")
names = sorted(network.name for network in client.networks.list())
print(names)
# claim compose-own-network: For a file that says nothing of networks, Compose makes one bridge network, named after the project, which is named after the directory.
assert names == ["bridge", "host", "none", "shop_default"]
assert client.networks.get("shop_default").attrs["Driver"] == "bridge" and Path.cwd().name == "shop"

# %% containers
for container in client.containers.list():
    print(container.name, [*container.attrs["NetworkSettings"]["Networks"]], container.ports)
# claim compose-one-network: Compose puts the services of a file that says nothing about networks on the project's network, and on no other.
assert [list(c.attrs["NetworkSettings"]["Networks"]) for c in client.containers.list()] == [["shop_default"]] * 2

# %% _listening
web, db = (client.containers.get(f"shop-{name}-1") for name in ("web", "db"))
while web.exec_run("wget -qO /dev/null http://db/hostname").exit_code:
    time.sleep(0.1)

# %% names
answer = web.exec_run("nslookup -type=a db").output.decode()
print(answer, end="")
network = db.attrs["NetworkSettings"]["Networks"]["shop_default"]
# claim compose-service-names: With Compose a service's name resolves to the address of its container.
assert f"Address: {network['IPAddress']}" in answer
print(network["Aliases"])
# claim compose-aliases: Compose gives the container the service's name as an alias on the network.
assert {"db", "shop-db-1"} <= {*network["Aliases"]}

# %% inside-port
answer = web.exec_run("wget -qO- http://db/hostname").output.decode()
print(answer, end="")
# claim compose-no-ports-inside: Between the services of a project no port need be published.
assert answer.strip() == db.attrs["Config"]["Hostname"] and not any(db.ports.values())

# %% labels
of_shop = {"label": "com.docker.compose.project=shop"}
print([network.name for network in client.networks.list(filters=of_shop)])
labelled = client.containers.list(filters={"label": "com.docker.compose.service=db"})
print(labelled[0].name, labelled[0].labels["com.docker.compose.project"])
# claim compose-labels: Compose marks networks and containers with labels that tell the project and the service.
assert [network.name for network in client.networks.list(filters=of_shop)] == ["shop_default"] and labelled == [db]

# %% scale
compose("up -d --scale db=2")
answer = web.exec_run("nslookup -type=a db").output.decode()
addresses = sorted(line for line in answer.splitlines() if line.startswith("Address: "))
print(*addresses, sep="\n")
# claim compose-scale: If a service has two containers, its name resolves to two addresses.
assert len({*addresses}) == len(client.containers.list(filters={"label": "com.docker.compose.service=db"})) == 2

# %% down
compose("down")
names = sorted(network.name for network in client.networks.list())
print(names)
# claim compose-down: The command docker compose down removes the project's containers and its network.
assert names == ["bridge", "host", "none"] and not client.containers.list(all=True)
