"""A freshly installed engine: its networks beside the host's network interfaces."""

import subprocess
import time
from pathlib import Path

import docker

client = docker.from_env()
docker0 = Path("/sys/class/net/docker0/operstate")

# %% networks
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(f"{network.short_id}  {network.name:8}  {network.attrs['Driver']:8}  {network.attrs['Scope']}")
# claim three-networks: A fresh engine has three networks: bridge, host and none.
assert sorted(network.name for network in client.networks.list()) == ["bridge", "host", "none"]

# %% which-bridge
bridge = client.networks.get("bridge")
print(bridge.attrs["Options"]["com.docker.network.bridge.name"])
# claim bridge-is-docker0: The network bridge is the Linux bridge docker0.
assert (
    bridge.attrs["Options"]["com.docker.network.bridge.name"] == "docker0"
    and Path("/sys/class/net/docker0/bridge").is_dir()
)
for name in ("bridge", "host", "none"):
    print(f"{name}: {client.networks.get(name).attrs['IPAM']['Config']}")
# claim no-interface-for-host-and-none: The networks host and none have no interface and no addresses of their own.
assert (
    not any(
        network.attrs["Options"] or network.attrs["IPAM"]["Config"]
        for network in map(client.networks.get, ("host", "none"))
    )
    and sorted(card.name for card in Path("/sys/class/net").iterdir()) == ["docker0", "eth0", "lo"]
    and bridge.attrs["Options"]["com.docker.network.bridge.name"] == "docker0"
)

# %% first-container
subprocess.run(["ip", "-brief", "link", "show", "docker0"], check=True)
# claim docker0-starts-down: Before the first container starts, docker0 is down.
assert docker0.read_text() == "down\n" and not client.containers.list()
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
print(alpha.short_id)

# %% _wait
while docker0.read_text() != "up\n":
    time.sleep(0.05)

# %% after-the-first-container
subprocess.run(["ip", "-brief", "link"], check=True)
# claim docker0-comes-up: With a running container on it, docker0 is up.
assert docker0.read_text() == "up\n" and client.containers.get("alpha").status == "running"
# claim a-veth-a-container: A running container on the default bridge adds an interface to the host, its name beginning with veth, that is attached to docker0.
assert [card.name for card in Path("/sys/class/net/docker0/brif").iterdir() if card.name.startswith("veth")]
# claim bridge-gateway-on-docker0: The address of docker0 is the gateway of the containers on the network bridge.
assert alpha.exec_run("ip route").output.startswith(
    b"default via 172.17.0.1 "
) and b" 172.17.0.1/16 " in subprocess.check_output(["ip", "-4", "-brief", "addr", "show", "docker0"])
