"""A container that shares the host's network: what is common to both, and what is not."""

# nodes: docker1 client

import os
import subprocess
from pathlib import Path

import docker

client = docker.from_env()


def listening(port):
    return bool(subprocess.check_output(["ss", "-Hltn", f"sport = :{port}"]))


# %% start
web = client.containers.run("busybox", name="web", network="host", detach=True, tty=True)
print(web.short_id)

# %% interfaces
subprocess.run(["ip", "-4", "-brief", "addr"], check=True)
print(web.exec_run("ip -4 addr").output.decode(), end="")
web.reload()
# claim host-same-interfaces: A container on the network host has the same interfaces as the host.
assert web.exec_run("ls /sys/class/net").output.decode().split() == sorted(os.listdir("/sys/class/net"))
# claim host-same-addresses: A container on the network host has the host's addresses, and none of its own.
assert (
    web.exec_run("hostname -i").output.split() == [b"192.0.2.11"]
    and b" 192.0.2.11/24 " in subprocess.check_output(["ip", "-4", "-brief", "addr", "show", "eth0"])
    and web.attrs["NetworkSettings"]["Networks"]["host"]["IPAddress"] == ""
)

# %% namespace
host = os.readlink("/proc/self/ns/net")
on_host = web.exec_run("readlink /proc/self/ns/net").output.decode().strip()
on_bridge = client.containers.run("busybox", "readlink /proc/self/ns/net", remove=True).decode().strip()
print(host, on_host, on_bridge, sep="\n")
# claim host-same-namespace: The host and a container on the network host are in the same network namespace; a container on a bridge is in another.
assert host == on_host != on_bridge

# %% serve
web.exec_run(["sh", "-c", 'echo "Hello from web." >/tmp/index.html'])
web.exec_run("httpd -p 80 -h /tmp")
page = subprocess.check_output(["curl", "-s", "http://localhost"], text=True)
print(page, end="")
# claim host-same-ports: A port that a server opens in a container on the network host is open on the host.
assert page == "Hello from web.\n" and listening(80)

# %% publish
try:
    client.containers.run("busybox", name="published", network="host", ports={"80/tcp": 8080}, detach=True, tty=True)
except docker.errors.InvalidArgument as error:
    print(error)
    refusal = str(error)
# claim sdk-refuses-to-publish: The Python SDK refuses to publish a port on the network host.
assert "incompatible with port_bindings" in refusal and not client.containers.list(
    all=True, filters={"name": "published"}
)

# %% port-taken
try:
    client.containers.run("busybox", "httpd -f -p 80", name="web2", network="host")
except docker.errors.ContainerError as error:
    print(error.stderr.decode(), end="")
    message = error.stderr
# claim host-port-conflict: Two containers on the network host cannot listen on the same port.
assert b"Address already in use" in message and client.containers.get("web2").attrs["State"]["ExitCode"] == 1

# %% loopback
subprocess.Popen("echo 'For this host only.' | nc -lN 127.0.0.1 9000", shell=True)

# %% _listening
while not listening(9000):
    pass

# %% loopback-reached
reply = web.exec_run("nc 127.0.0.1 9000")
print(reply.output.decode(), end="")
# claim host-same-loopback: A container on the network host reaches programs of the host that listen on 127.0.0.1 only.
assert reply.output == b"For this host only.\n"

# %% processes
processes = web.exec_run("ps -o comm").output.decode()
print(processes, end="")
# claim host-own-processes: A container on the network host does not see the host's processes.
assert "sh" in processes and "dockerd" not in processes and b"dockerd" in subprocess.check_output(["ps", "-eo", "comm"])

# %% files
Path("/tmp/note").write_text("written on the host\n")
reply = web.exec_run("cat /tmp/note")
print(reply.output.decode(), end="")
# claim host-own-files: A container on the network host does not see the host's files.
assert reply.output.endswith(b"No such file or directory\n") and Path("/tmp/note").exists()

# %% hostname
print(os.uname().nodename)
name = web.exec_run("hostname").output.decode()
print(name, end="")
# claim host-name-copied: Without further options a container on the network host goes by the host's name.
assert name == f"{os.uname().nodename}\n"
tent = client.containers.run("busybox", "hostname", network="host", hostname="tent", remove=True)
print(tent.decode(), end="")
# claim host-name-separate: A container on the network host can be given another host name, and the host keeps its own.
assert tent == b"tent\n" and os.uname().nodename == "docker1"

# %% no-changes
reply = web.exec_run("ip link set docker0 down")
print(reply.output.decode(), end="")
# claim host-may-not-change: Even as root, a container on the network host can look at the host's interfaces but not change them.
assert (
    reply.output.endswith(b"Operation not permitted\n")
    and web.exec_run("id -u").output == b"0\n"
    and b",UP" in subprocess.check_output(["ip", "link", "show", "docker0"])
)

# %% second-network
try:
    client.networks.get("bridge").connect(web)
except docker.errors.APIError as error:
    print(error.explanation)
web.reload()
# claim host-no-second-network: A container on the network host cannot join another network.
assert list(web.attrs["NetworkSettings"]["Networks"]) == ["host"]
