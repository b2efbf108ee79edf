"""An internal network on which not even the host has an address."""

# needs: engine >= 28

import subprocess

import docker

client = docker.from_env()

# %% create
mode = {"com.docker.network.bridge.gateway_mode_ipv4": "isolated"}
alone = client.networks.create("alone", internal=True, options=mode)
alpha = client.containers.run("busybox", name="alpha", network="alone", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="alone", detach=True, tty=True)
print(alone.attrs["IPAM"]["Config"])
addresses = subprocess.run("ip -4 -br addr".split(), capture_output=True, text=True, check=True).stdout
print(addresses, end="")
# claim internal-isolated-no-host-address: On an internal network with the gateway mode isolated, the host has no address.
assert "172.18." not in addresses and alpha.exec_run("hostname -i").output.startswith(b"172.18.")

# %% neighbours
answer = alpha.exec_run("ping -c 1 beta").output.decode()
print(answer, end="")
# claim internal-isolated-neighbours: On an internal network with the gateway mode isolated, containers still reach each other by name.
assert f"64 bytes from {beta.exec_run('hostname -i').output.decode().strip()}: " in answer

# %% host
ping = subprocess.run("ping -c 1 -W 1 172.18.0.1".split(), capture_output=True, text=True)
print(ping.stdout, end="")
# claim internal-isolated-not-from-host: The host does not reach a container on an internal network with the gateway mode isolated.
assert " 100% packet loss" in ping.stdout and alpha.exec_run("hostname -i").output == b"172.18.0.1\n"
