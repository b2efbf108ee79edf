"""The commands of every day, each given once."""

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()

# %% make
mynet = client.networks.create("mynet")
pool = IPAMPool(subnet="198.51.100.0/24", gateway="198.51.100.1")
garden = client.networks.create("garden", ipam=IPAMConfig(pool_configs=[pool]))
closed = client.networks.create("closed", internal=True)
narrow = client.networks.create("narrow", options={"com.docker.network.driver.mtu": "1400"})
# claim cmd-made: A network is made with a subnet and gateway of one's own, closed to the outside, or with an option of its driver, by one command each.
assert (
    garden.attrs["IPAM"]["Config"][0]["Gateway"] == "198.51.100.1"
    and closed.attrs["Internal"]
    and len(narrow.attrs["Options"]) == 1
)

# %% list
print(sorted(network.name for network in client.networks.list()))
print(sorted(network.name for network in client.networks.list(filters={"driver": "bridge"})))
# claim cmd-filtered: The list of networks can be filtered, by driver for example.
assert sorted(network.name for network in client.networks.list(filters={"driver": "bridge"})) == [
    "bridge",
    "closed",
    "garden",
    "mynet",
    "narrow",
]

# %% run
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
settings = client.api.create_endpoint_config(ipv4_address="198.51.100.77")
created = client.api.create_container(
    "busybox", name="beta", tty=True, networking_config=client.api.create_networking_config({"garden": settings})
)
client.api.start(created)
beta = client.containers.get("beta")
settings = client.api.create_endpoint_config(aliases=["db"])
created = client.api.create_container(
    "busybox", name="gamma", tty=True, networking_config=client.api.create_networking_config({"mynet": settings})
)
client.api.start(created)
gamma = client.containers.get("gamma")
delta = client.containers.run("busybox", name="delta", network="host", detach=True, tty=True)
epsilon = client.containers.run("busybox", name="epsilon", network="none", detach=True, tty=True)
# claim cmd-run: A container is started on a network of one's choice, with an address and a further name if wanted.
assert beta.exec_run("hostname -i").output == b"198.51.100.77\n" and alpha.exec_run("ping -c 1 db").output.startswith(
    b"PING db (172.18.0.3)"
)

# %% connect
garden.connect(alpha)
garden.connect(gamma, ipv4_address="198.51.100.88", aliases=["cache"])
mynet.disconnect(gamma)
gamma.reload()
# claim cmd-moved: A running container joins and leaves networks.
assert (
    beta.exec_run("ping -c 1 cache").output.startswith(b"PING cache (198.51.100.88)")
    and len(gamma.attrs["NetworkSettings"]["Networks"]) == 1
)

# %% where
alpha.reload()
for name, network in sorted(alpha.attrs["NetworkSettings"]["Networks"].items()):
    print(name, network["IPAddress"])
garden.reload()
print(sorted(f"{container['Name']} {container['IPv4Address']}" for container in garden.attrs["Containers"].values()))
# claim cmd-where: The container says on which networks it is, with which addresses; the network says who is on it.
assert sorted(alpha.attrs["NetworkSettings"]["Networks"]) == ["garden", "mynet"] and "beta 198.51.100.77/24" in [
    f"{container['Name']} {container['IPv4Address']}" for container in garden.attrs["Containers"].values()
]
print([container.name for container in client.containers.list(filters={"network": "mynet"})])
# claim cmd-who: The list of containers can be filtered by network.
assert [container.name for container in client.containers.list(filters={"network": "mynet"})] == ["alpha"]

# %% publish
for name, port in (("web", 8080), ("private", ("127.0.0.1", 8081)), ("any", None)):
    container = client.containers.run("busybox", "httpd -f", name=name, ports={"80/tcp": port}, detach=True)
    container.reload()
    print(name, container.ports)
# claim cmd-published: A port is published to everybody, to the host alone, or at a port that Docker picks.
assert (
    client.containers.get("private").ports == {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "8081"}]}
    and (client.containers.get("any").ports["80/tcp"][0]["HostPort"])
)

# %% inside
for command in ("ip -4 addr", "ip route", "cat /etc/resolv.conf", "nslookup -type=a beta"):
    print(alpha.exec_run(command).output.decode())
# claim cmd-inside: Commands in the container show its interfaces, its routes, its DNS server, and what a name stands for.
assert (
    b"Address: 198.51.100.77" in alpha.exec_run("nslookup -type=a beta").output
    and b"inet 172.18.0.2/16" in alpha.exec_run("ip -4 addr").output
    and alpha.exec_run("ip route").output.startswith(b"default via ")
    and b"nameserver 127.0.0.11" in alpha.exec_run("cat /etc/resolv.conf").output
)

# %% share
print(client.containers.run("busybox", "hostname", network="host", remove=True).decode(), end="")
# claim cmd-share: A container for a moment, on the host's network, sees the host's name, and with --rm it is removed when its command ends.
assert client.containers.run("busybox", "hostname", network="host", remove=True) == b"docker1\n" and sorted(
    container.name for container in client.containers.list(all=True)
) == ["alpha", "any", "beta", "delta", "epsilon", "gamma", "private", "web"]

# %% remove
for container in (beta, gamma):
    container.remove(force=True)
garden.disconnect(alpha)
garden.remove()
print(sorted(client.networks.prune()["NetworksDeleted"]))
# claim cmd-pruned: Removing what is not in use leaves the networks with running containers on them.
assert sorted(network.name for network in client.networks.list(filters={"driver": "bridge"})) == ["bridge", "mynet"]
