"""The network host from underneath: namespaces one by one, the firewall, names, and what one may give away."""

# nodes: docker1 server

import json
import os
import subprocess
from pathlib import Path

import docker

client = docker.from_env()
mynet = client.networks.create("mynet")
beta = client.containers.run("busybox", name="beta", network="mynet", detach=True, tty=True)
KINDS = ("net", "mnt", "pid", "uts", "ipc", "user")


def rules():
    saved = subprocess.check_output(["iptables-save"], text=True).splitlines()
    return [line for line in saved if line.startswith("-A")]


def shared(container):
    container.reload()
    namespaces = Path("/proc") / str(container.attrs["State"]["Pid"]) / "ns"
    return [kind for kind in KINDS if os.readlink(namespaces / kind) == os.readlink(Path("/proc/self/ns") / kind)]


# %% count
before = rules()
print(len(before))

# %% start
alpha = client.containers.run("busybox", name="alpha", network="host", detach=True, tty=True)
alpha.reload()
print(alpha.attrs["NetworkSettings"]["SandboxKey"])
endpoints = client.networks.get("host").attrs["Containers"]
print(json.dumps(endpoints, indent=4))
# claim host-endpoint-empty: On the network host a container has an endpoint without addresses, and its sandbox is the host's own network namespace.
assert (
    [(endpoint["IPv4Address"], endpoint["MacAddress"]) for endpoint in endpoints.values()] == [("", "")]
    and "net" in shared(alpha)
    and alpha.attrs["NetworkSettings"]["SandboxKey"] == "/var/run/docker/netns/default"
)

# %% kinds
for kind in KINDS:
    print(kind, "shared" if kind in shared(alpha) else "separate")
# claim host-kinds: Of its namespaces, a container on the network host shares with the host that of the network and, as another container does, that of the users; files, processes, host name and shared memory have their own.
assert shared(alpha) == ["net", "user"] and shared(beta) == ["user"]

# %% no-rules
print(len(rules()))
# claim host-no-rules: A container on the network host adds no rule to the firewall.
assert rules() == before != []

# %% names
by_name = alpha.exec_run("ping -c 1 beta")
print(by_name.output.decode(), end="")
by_address = alpha.exec_run("ping -c 1 172.18.0.2")
print(by_address.output.decode(), end="")
neighbour = client.containers.run("busybox", "ping -c 1 beta", network="mynet", remove=True)
# claim host-no-container-names: A container on the network host reaches containers on bridge networks by address, as the host does, but knows none of their names.
assert by_name.exit_code != 0 and b"from 172.18.0.2: " in by_address.output and b"from 172.18.0.2: " in neighbour

# %% hosts-file
hosts = alpha.exec_run("cat /etc/hosts").output.decode()
print(hosts, end="")
servers = alpha.exec_run("grep nameserver /etc/resolv.conf").output.decode()
print(servers, end="")
# claim host-copies-files: On the network host a container gets the lines of the host's /etc/hosts and the host's name server.
assert hosts == Path("/etc/hosts").read_text() and servers in Path("/etc/resolv.conf").read_text() and servers

# %% seen-outside
page = alpha.exec_run("wget -qO- http://203.0.113.10").output
print(page.decode(), end="")
# claim host-seen-outside: To a server outside, a container on the network host appears under the host's address, without any address translation.
assert page.endswith(b"You come from 192.0.2.11.\n") and not [rule for rule in rules() if "-s 192.0.2" in rule]

# %% only-one
refused = False
try:
    client.networks.create("another", driver="host")
except docker.errors.APIError as error:
    refused = True
    print(error.explanation)
# claim host-only-one: A second network with the driver host is refused.
assert refused and [network.name for network in client.networks.list(filters={"driver": "host"})] == ["host"]

# %% net-admin
client.containers.run("busybox", "ip link set docker0 mtu 1400", network="host", cap_add=["NET_ADMIN"], remove=True)
subprocess.run(["ip", "link", "show", "docker0"], check=True)
# claim host-net-admin: With the capability NET_ADMIN a container on the network host changes the network of the host itself.
assert Path("/sys/class/net/docker0/mtu").read_text() == "1400\n"
