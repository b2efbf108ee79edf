"""Two containers on the default bridge, and everything they can and cannot reach."""

# nodes: docker1 server client

import json
import subprocess
from pathlib import Path

import docker

client = docker.from_env()


def host_addresses(device):
    addr = subprocess.run(["ip", "-4", "-json", "addr", "show", device], capture_output=True, check=True)
    return [address["local"] for address in json.loads(addr.stdout)[0]["addr_info"]]


# %% start
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", detach=True, tty=True)
print(alpha.short_id, beta.short_id)

# %% default-network
for container in client.containers.list():
    print(container.name, *container.attrs["NetworkSettings"]["Networks"])
# claim default-network: A container started without a network option is attached to the network bridge and to no other.
assert [list(c.attrs["NetworkSettings"]["Networks"]) for c in client.containers.list()] == [["bridge"], ["bridge"]]

# %% addresses
subprocess.run(["ip", "-4", "-brief", "addr"], check=True)
for container in (alpha, beta):
    container.reload()
    network = container.attrs["NetworkSettings"]["Networks"]["bridge"]
    print(f"{container.name}: {network['IPAddress']}, gateway {network['Gateway']}")
alpha_address = alpha.attrs["NetworkSettings"]["Networks"]["bridge"]["IPAddress"]
beta_address = beta.attrs["NetworkSettings"]["Networks"]["bridge"]["IPAddress"]
# claim default-subnet: The default bridge has the subnet 172.17.0.0/16, and its containers get their addresses from it.
assert (
    client.networks.get("bridge").attrs["IPAM"]["Config"][0]["Subnet"] == "172.17.0.0/16"
    and alpha_address.startswith("172.17.")
    and beta_address.startswith("172.17.")
)
# claim default-gateway: On the default bridge the host has an address too, 172.17.0.1 on the interface docker0, and it is the containers' default gateway.
assert host_addresses("docker0") == ["172.17.0.1"] and alpha.exec_run("ip route").output.startswith(
    b"default via 172.17.0.1 dev eth0"
)

# %% neighbour
reply = alpha.exec_run(["ping", "-c", "1", beta_address])
print(reply.output.decode(), end="")
# claim default-by-address: On the default bridge a container reaches its neighbour by address, with no router in between and no port to set.
assert (
    f"from {beta_address}: ".encode() in reply.output
    and b" ttl=64 " in reply.output
    and not alpha.attrs["HostConfig"]["PortBindings"]
    and not beta.attrs["HostConfig"]["PortBindings"]
)

# %% no-names
reply = alpha.exec_run(["ping", "-c", "1", "beta"])
print(reply.output.decode(), end="")
# claim default-has-no-names: On the default bridge a container's name does not resolve.
assert reply.exit_code != 0 and b"bad address 'beta'" in reply.output
lookup = alpha.exec_run(["nslookup", "-type=a", "beta"])
print(lookup.output.decode(), end="")
# claim default-asks-the-hosts-dns: On the default bridge a container asks the DNS server that its host asks, if that is on another machine.
assert b"192.0.2.1:53" in lookup.output and "nameserver 192.0.2.1\n" in Path("/etc/resolv.conf").read_text()

# %% host-and-container
reply = alpha.exec_run(["ping", "-c", "1", "192.0.2.11"])
print(reply.output.decode(), end="")
# claim container-to-host: A container on the default bridge reaches its host.
assert b"from 192.0.2.11: " in reply.output and host_addresses("eth0") == ["192.0.2.11"]
ping = subprocess.run(["ping", "-c", "1", alpha_address], capture_output=True, text=True)
print(ping.stdout, end="")
# claim host-to-container: The host reaches a container on the default bridge at the container's own address.
assert f"from {alpha_address}: " in ping.stdout

# %% outside
reply = alpha.exec_run(["ping", "-c", "1", "example.com"])
print(reply.output.decode(), end="")
# claim container-to-outside: A container on the default bridge reaches a machine outside although it was started without an option for that, on a host whose firewall nobody changed.
assert (
    b"from 203.0.113.10: " in reply.output
    and not alpha.attrs["HostConfig"]["PortBindings"]
    and not alpha.attrs["HostConfig"]["Dns"]
    and b"ACCEPT" not in subprocess.check_output(["iptables", "-S", "DOCKER-USER"])
)
page = alpha.exec_run(["wget", "-qO-", "http://example.com"])
print(page.output.decode(), end="")
# claim outside-sees-host: To a server outside, a container on the default bridge appears under the host's address.
assert page.output.endswith(b"You come from 192.0.2.11.\n") and host_addresses("eth0") == ["192.0.2.11"]
