"""A container with a MAC and an address of its own on the LAN: who reaches it, and who does not."""

# nodes: docker1 client server
# needs: kernel macvlan

import subprocess
from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()

# %% create
pool = IPAMPool(subnet="192.0.2.0/24", gateway="192.0.2.1", iprange="192.0.2.128/25")
lan = client.networks.create("lan", driver="macvlan", options={"parent": "eth0"}, ipam=IPAMConfig(pool_configs=[pool]))

# %% start
alpha = client.containers.run("busybox", "httpd -f -h /tmp", name="alpha", network="lan", detach=True)
alpha.exec_run(["sh", "-c", "echo Hello from alpha. >/tmp/index.html"])
link = alpha.exec_run("ip addr show eth0").output.decode()
print(link, end="")
# claim macvlan-own-mac: A container on a macvlan network has a MAC address of its own, which is not the host's.
assert Path("/sys/class/net/eth0/address").read_text().strip() not in link and "link/ether" in link
# claim macvlan-own-address: A container on a macvlan network has an address from the range that the LAN itself uses.
assert "inet 192.0.2.128/24" in link

# %% outside
print(alpha.exec_run("ip route").output.decode(), end="")
page = alpha.exec_run("wget -qO- http://example.com")
print(page.output.decode(), end="")
# claim macvlan-no-nat: To a server outside, a container on a macvlan network appears under its own address; the host translates nothing.
assert page.output.endswith(b"You come from 192.0.2.128.\n")

# %% host
ping = subprocess.run(["ping", "-c", "1", "-W", "1", "192.0.2.128"], capture_output=True, text=True)
print(ping.stdout, end="")
# claim macvlan-host-to-container: The host does not reach its own container on a macvlan network, while another machine on the LAN does.
assert ping.returncode != 0 and " 100% packet loss" in ping.stdout
reply = alpha.exec_run("ping -c 1 -W 1 192.0.2.11")
print(reply.output.decode(), end="")
# claim macvlan-container-to-host: A container on a macvlan network does not reach its own host, while it reaches another machine on the LAN.
assert reply.exit_code != 0 and alpha.exec_run("ping -c 1 192.0.2.50").exit_code == 0

# %% publish
beta = client.containers.run("busybox", "httpd -f", name="beta", network="lan", ports={"80/tcp": 8080}, detach=True)
beta.reload()
print(beta.ports)
# claim macvlan-publish-ignored: For a container that is only on a macvlan network, --publish opens no port on the host.
assert not any(beta.ports.values()) and "80/tcp" in beta.attrs["HostConfig"]["PortBindings"]
