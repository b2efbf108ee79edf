"""The network none from underneath, and how to work with a container on it."""

# nodes: docker1 server

import io
import json
import os
import subprocess
import tarfile

import docker

client = docker.from_env()


def rules():
    saved = subprocess.check_output(["iptables-save"], text=True).splitlines()
    return [line for line in saved if line[:1] not in "#:"]


before = rules()

# %% count
print(len([line for line in before if line.startswith("-A")]))

# %% start
hermit = client.containers.run("busybox", name="hermit", network="none", detach=True, tty=True)
hermit.reload()
endpoint = hermit.attrs["NetworkSettings"]["Networks"]["none"]
print(json.dumps(endpoint, indent=4))
# claim none-endpoint-empty: On the network none Docker lists an endpoint of the container, without an address and without an interface.
assert (
    endpoint["EndpointID"]
    and not endpoint["IPAddress"]
    and not endpoint["MacAddress"]
    and hermit.exec_run("ls /sys/class/net").output == b"lo\n"
)

# %% inside
sandbox = hermit.attrs["NetworkSettings"]["SandboxKey"]
links = subprocess.check_output(["nsenter", f"--net={sandbox}", "ip", "-brief", "link"], text=True)
routes = subprocess.check_output(["nsenter", f"--net={sandbox}", "ip", "route"], text=True)
print(links + routes, end="")
subprocess.run(["ip", "-brief", "link"], check=True)
# claim none-nothing-on-host: A container on the network none has a sandbox with lo and no routes, and adds no interface to the host.
assert (
    [line.split()[0] for line in links.splitlines()] == ["lo"]
    and not routes
    and sorted(os.listdir("/sys/class/net")) == ["docker0", "eth0", "lo"]
)

# %% no-rules
print(len([line for line in rules() if line.startswith("-A")]))
# claim none-no-rules: A container on the network none adds no rule to the firewall.
assert rules() == before != []

# %% dns
print(hermit.exec_run("grep nameserver /etc/resolv.conf").output.decode(), end="")
lookup = hermit.exec_run("nslookup example.com")
print(lookup.output.decode(), end="")
# claim none-no-names: A container on the network none has a list of name servers, and no route to them.
assert (
    lookup.exit_code != 0
    and b"nameserver" in hermit.exec_run("cat /etc/resolv.conf").output
    and not hermit.exec_run("ip route").output
)

# %% managed
archive = io.BytesIO()
with tarfile.open(fileobj=archive, mode="w") as tar:
    member = tarfile.TarInfo("input")
    member.size = len(b"some data\n")
    tar.addfile(member, io.BytesIO(b"some data\n"))
hermit.put_archive("/tmp", archive.getvalue())
hermit.exec_run(["sh", "-c", "tr a-z A-Z </tmp/input >/tmp/output"])
output = hermit.exec_run("cat /tmp/output").output
print(output.decode(), end="")
# claim none-managed: docker exec and docker cp work for a container on the network none.
assert output == b"SOME DATA\n" and hermit.attrs["HostConfig"]["NetworkMode"] == "none"

# %% logs
client.containers.run("busybox", "echo Hello from nowhere.", name="talker", network="none")
talker = client.containers.get("talker")
print(talker.logs().decode(), end="")
# claim none-logs: docker logs works for a container on the network none.
assert talker.logs() == b"Hello from nowhere.\n" and talker.attrs["HostConfig"]["NetworkMode"] == "none"

# %% publish
shut = client.containers.run(
    "busybox", "httpd -f -p 80", name="shut", network="none", ports={"80/tcp": 8080}, detach=True, tty=True
)
shut.reload()
print(shut.ports)
# claim none-publishes-nothing: On the network none a request to publish a port is accepted, and opens nothing.
assert (
    shut.attrs["HostConfig"]["PortBindings"]
    and not shut.ports
    and not subprocess.check_output(["ss", "-Hltn", "sport = :8080"])
)

# %% shared
hermit.exec_run("httpd -p 80 -h /etc")
page = client.containers.run(
    "busybox", "wget -qO- http://127.0.0.1/hostname", network_mode="container:hermit", remove=True
)
print(page.decode(), end="")
# claim none-shared: A second container can share the namespace of one on the network none, and the two reach each other at 127.0.0.1.
assert page.decode().strip() == hermit.id[:12] and hermit.exec_run("ls /sys/class/net").output == b"lo\n"
