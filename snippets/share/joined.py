"""A container that uses another one's network."""

import time

import docker

client = docker.from_env()


def ask(container, command):
    return container.exec_run(command).output.decode().strip()


def refused(do, *arguments, **options):
    """What the engine says when it will not do that; empty if it does."""
    try:
        do(*arguments, **options)
    except docker.errors.APIError as error:
        return error.explanation
    return ""


# %% start
web = client.containers.run(
    "busybox", "httpd -f -h /etc", name="web", hostname="web", ports={80: 8080}, detach=True, tty=True
)
side = client.containers.run("busybox", name="side", network="container:web", detach=True, tty=True)

# %% _listening
while ":80 " not in ask(web, "netstat -ltn"):
    time.sleep(0.1)

# %% same
print(ask(web, "ip -4 addr show eth0"), ask(side, "ip -4 addr show eth0"), sep="\n")
namespaces = [ask(container, "readlink /proc/self/ns/net") for container in (web, side)]
print(*namespaces)
# claim share-same-namespace: A container with the network container:web is in the network namespace of web, and has its interfaces and addresses.
assert namespaces[0] == namespaces[1] and ask(side, "ip addr show eth0") == ask(web, "ip addr show eth0")

# %% localhost
answer = ask(side, "wget -qO- http://127.0.0.1/hostname")
print(answer)
# claim share-localhost: Two containers that share a network namespace reach each other at 127.0.0.1.
assert answer == "web" and "httpd" not in ask(side, "ps")
print(ask(side, "hostname"))
# claim share-names: A container that uses another one's network has its host name and its resolv.conf too.
assert ask(side, "hostname") == "web" and ask(side, "cat /etc/resolv.conf") == ask(web, "cat /etc/resolv.conf")
print(ask(side, "ps"))
# claim share-own-processes: A container that uses another one's network does not see its processes.
assert "httpd" not in ask(side, "ps") and "httpd" in ask(web, "ps")

# %% inspect
mode, networks = side.attrs["HostConfig"]["NetworkMode"], side.attrs["NetworkSettings"]["Networks"]
print(mode, networks)
# claim share-no-network: To the engine, a container that uses another one's network is on no network itself.
assert mode == f"container:{web.id}" and networks == {}
answer = refused(client.networks.get("bridge").connect, side)
print(answer)
side.reload()
# claim share-no-second: A container that uses another one's network cannot be connected to a network.
assert "container sharing network namespace" in answer and not side.attrs["NetworkSettings"]["Networks"]

# %% clash
try:
    answer = client.containers.run("busybox", "httpd -f -h /etc", network="container:web", remove=True)
except docker.errors.ContainerError as error:
    answer = error.stderr
print(answer.decode(), end="")
# claim share-port-clash: If a server listens on a port in one of two containers that share a network namespace, a second server in the other one is refused that port.
assert b"Address already in use" in answer and ask(web, "netstat -ltn").count(":80 ") == 1

# %% stop
web.stop(timeout=0)
print(ask(side, "ip addr"))
side.reload()
# claim share-stop: When a container stops whose network another one uses, the other one goes on without the network, with lo only.
assert side.status == "running" and ask(side, "ls /sys/class/net") == "lo"

# %% start-again
web.start()
print(ask(web, "ls /sys/class/net"))
print(ask(side, "ls /sys/class/net"))
# claim share-start-again: When a container whose network another one uses stops and starts again, it has a new network namespace, and the other one is not in it.
assert (
    ask(side, "ls /sys/class/net") == "lo"
    and "eth" in ask(web, "ls /sys/class/net")
    and ask(side, "readlink /proc/self/ns/net") != ask(web, "readlink /proc/self/ns/net")
)

# %% restart
side.restart(timeout=0)
print(ask(side, "ls /sys/class/net"))
# claim share-restart: A container that uses another one's network is in the other one's new namespace when it is restarted after it.
assert ask(side, "readlink /proc/self/ns/net") == ask(web, "readlink /proc/self/ns/net")

# %% replaced
web.remove(force=True)
web = client.containers.run("busybox", "httpd -f -h /etc", name="web", hostname="web", detach=True, tty=True)
answer = refused(side.restart, timeout=0)
print(answer)
side.reload()
web.reload()
# claim share-by-id: A container that uses another one's network remembers it by id: it does not start with a new container of the same name.
assert "No such container" in answer and (side.status, web.status) == ("exited", "running")
