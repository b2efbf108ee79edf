"""The host of an internal network, which the network reaches."""

import socket
import subprocess
import time
from contextlib import closing
from urllib.request import urlopen

import docker

client = docker.from_env()
inner = client.networks.create("inner", internal=True, options={"com.docker.network.bridge.name": "br-inner"})
alpha = client.containers.run("busybox", name="alpha", network="inner", detach=True, tty=True)
beta = client.containers.run(
    "busybox", "httpd -f -h /etc", name="beta", hostname="beta", network="inner", detach=True, tty=True
)
service = client.containers.run(
    "busybox", "httpd -f -p 9000 -h /etc", name="service", network="host", detach=True, tty=True
)


# %% _listening
def shut(address, port):
    with closing(socket.socket()) as probe:
        return probe.connect_ex((address, port))


while shut("127.0.0.1", 9000) or shut("172.18.0.3", 80):
    time.sleep(0.1)

# %% address
answer = alpha.exec_run("wget -qO- http://172.18.0.1:9000/hostname").output.decode()
print(answer, end="")
# claim internal-reaches-host-port: From an internal network, a server on the host is in reach at the host's address on that network.
assert answer == "docker1\n" and inner.attrs["Internal"] and service.attrs["HostConfig"]["NetworkMode"] == "host"

# %% from-host
answer = urlopen("http://172.18.0.3/hostname").read().decode()
print(answer, end="")
# claim internal-host-reaches-in: The host reaches a container on an internal network at the container's address.
assert answer == "beta\n" and b"172.18.0.3" in beta.exec_run("hostname -i").output

# %% shut-host
rule = "iptables -I INPUT -i br-inner -m conntrack --ctstate NEW -j DROP"
subprocess.run(rule.split(), check=True)
answer = alpha.exec_run("wget -T 2 -qO- http://172.18.0.1:9000/hostname", tty=True).output.decode()
print(answer, end="")
# claim internal-host-can-be-shut: A rule for the network's bridge in the chain INPUT keeps containers on an internal network from the host.
assert "docker1" not in answer and urlopen("http://127.0.0.1:9000/hostname").read() == b"docker1\n"
answer = alpha.exec_run("wget -qO- http://beta/hostname").output.decode()
print(answer, end="")
# claim internal-host-shut-names-stay: With a rule in the chain INPUT that keeps them from the host, containers on an internal network still reach each other by name.
assert answer == "beta\n"
