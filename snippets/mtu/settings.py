"""Three places where an MTU is set: a network, an overlay network, the engine."""

import subprocess
import time
from pathlib import Path

import docker

client = docker.from_env()


def pid_of_engine():
    return subprocess.run(["pidof", "dockerd"], capture_output=True, text=True).stdout.strip()


def restart_engine():
    """The same dockerd once more; with systemd it is: systemctl restart docker."""
    command = Path(f"/proc/{pid_of_engine()}/cmdline").read_bytes().split(b"\0")[:-1]
    subprocess.run(["kill", pid_of_engine()], check=True)
    while pid_of_engine():
        time.sleep(0.1)
    subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while subprocess.run(["docker", "version"], capture_output=True).returncode:
        time.sleep(0.1)


def mtu(network, *interfaces):
    files = [f"/sys/class/net/{name}/mtu" for name in interfaces or ["eth0"]]
    return client.containers.run("busybox", ["cat", *files], network=network, remove=True).split()


# %% network
client.networks.create("small", options={"com.docker.network.driver.mtu": "1400"})
print(*mtu("small"))
# claim mtu-of-network: Containers on a network that was made with com.docker.network.driver.mtu have that MTU.
assert mtu("small") == [b"1400"] and mtu("bridge") == [b"1500"]

# %% overlay
client.swarm.init(advertise_addr="192.0.2.11")
client.networks.create("far", driver="overlay", attachable=True)
print(*mtu("far", "eth0", "eth1"))
# claim mtu-of-overlay: On an overlay network a container has the MTU 1450, and 1500 on its second interface, which leads out.
assert mtu("far", "eth0", "eth1") == [b"1450", b"1500"]

# %% _left
client.swarm.leave(force=True)

# %% engine
settings = Path("/etc/docker/daemon.json")
settings.parent.mkdir(exist_ok=True)
settings.write_text('{"mtu": 1400}\n')
restart_engine()

# %% default-bridge
print(*mtu("bridge"))
# claim mtu-of-engine: The engine's setting mtu holds for containers on the default bridge.
assert mtu("bridge") == [b"1400"] and "1400" in settings.read_text()
client.networks.create("mynet")
print(*mtu("mynet"))
# claim mtu-of-engine-not-own: The engine's setting mtu does not hold for a bridge network of one's own.
assert mtu("mynet") == [b"1500"]
