"""What becomes of published ports."""

import docker

client = docker.from_env()


def host_ports():
    ports = client.containers.get("web").ports
    return {port: bound[0]["HostPort"] for port, bound in sorted(ports.items())}


# %% run
web = client.containers.run("busybox", name="web", ports={80: None, 81: 8080}, detach=True, tty=True)
before = host_ports()
print(before)

# %% stop
web.stop(timeout=0)
print(host_ports())
# claim lifecycle-stopped-closes-ports: The ports of a container that has stopped are closed.
assert not host_ports() and set(before) == {"80/tcp", "81/tcp"}

# %% start
web.start()
print(host_ports())
# claim lifecycle-chosen-port-stays: A port of the host that you chose is the same when the container is started again.
assert host_ports()["81/tcp"] == "8080"
# claim lifecycle-picked-port-changes: A port of the host that the engine picked is not kept for the container: another one can be picked when it is started again.
assert host_ports()["80/tcp"] != before["80/tcp"]
