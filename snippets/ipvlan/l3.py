"""A subnet of containers behind the host's network card, which forwards to it like a router: the driver ipvlan, modes l3 and l3s."""

# nodes: docker1 client
# needs: kernel ipvlan

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
ipam = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/24")])
chosen = {"routed": client.api.create_endpoint_config(ipv4_address="198.51.100.77")}

# %% create
options = {"parent": "eth0", "ipvlan_mode": "l3"}
routed = client.networks.create("routed", driver="ipvlan", ipam=ipam, options=options)
alpha = client.containers.run(
    "busybox", name="alpha", network="routed", networking_config=chosen, detach=True, tty=True
)
print(routed.attrs["Options"])

# %% inside
interface = alpha.exec_run("ip addr show eth0").output.decode()
print(interface)
# claim ipvlan-l3-no-arp: In the mode l3 a container's interface does without ARP.
assert "NOARP" in interface
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
# claim ipvlan-l3-no-gateway: In the mode l3 a container has a default route without a gateway: everything goes out by its interface.
assert routes.startswith("default dev eth0 ") and " via " not in routes

# %% l3s
alpha.remove(force=True)
routed.remove()
options = {"parent": "eth0", "ipvlan_mode": "l3s"}
routed = client.networks.create("routed", driver="ipvlan", ipam=ipam, options=options)
alpha = client.containers.run(
    "busybox", name="alpha", network="routed", networking_config=chosen, detach=True, tty=True
)
print(routed.attrs["Options"])
