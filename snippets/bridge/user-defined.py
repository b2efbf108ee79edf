"""A user-defined bridge network beside the default one: names, and a wall between the two."""

import docker

client = docker.from_env()
before = client.info()["Plugins"]["Network"]

# %% create
mynet = client.networks.create("mynet")
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(f"{network.short_id}  {network.name:8}  {network.attrs['Driver']}")
# claim two-networks-one-driver: A network created without further options uses the same driver as the default network bridge.
assert [n.attrs["Driver"] for n in (mynet, client.networks.get("bridge"))] == ["bridge", "bridge"]
# claim create-makes-no-driver: Creating a network adds no driver to the engine.
assert client.info()["Plugins"]["Network"] == before

# %% subnets
for name in ("bridge", "mynet"):
    print(name, client.networks.get(name).attrs["IPAM"]["Config"])
# claim own-subnet: A user-defined bridge network gets a subnet of its own.
assert mynet.attrs["IPAM"]["Config"][0]["Subnet"] != client.networks.get("bridge").attrs["IPAM"]["Config"][0]["Subnet"]

# %% start
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="mynet", detach=True, tty=True)
print(alpha.short_id, beta.short_id)
# claim only-the-named-network: A container started with a network option is attached to that network only, not to the default bridge as well.
assert [list(c.attrs["NetworkSettings"]["Networks"]) for c in client.containers.list()] == [["mynet"], ["mynet"]]

# %% by-name
reply = alpha.exec_run(["ping", "-c", "1", "beta"])
print(reply.output.decode(), end="")
# claim names-on-user-defined: On a user-defined bridge a container reaches its neighbour by name.
assert reply.output.startswith(b"PING beta (172.18.0.3): ") and b"from 172.18.0.3: " in reply.output

# %% resolver
lookup = alpha.exec_run(["nslookup", "-type=a", "beta"])
print(lookup.output.decode(), end="")
# claim own-dns: On a user-defined bridge a container asks a DNS server at 127.0.0.11, which knows the other containers.
assert b"127.0.0.11:53" in lookup.output and b"Address: 172.18.0.3" in lookup.output

# %% apart
gamma = client.containers.run("busybox", name="gamma", detach=True, tty=True)
by_name = gamma.exec_run(["ping", "-c", "1", "-W", "1", "beta"])
print(by_name.output.decode())
by_address = gamma.exec_run(["ping", "-c", "1", "-W", "1", "172.18.0.3"])
print(by_address.output.decode(), end="")
# claim bridges-are-apart: Containers on two different bridge networks do not reach each other, by name or by address.
assert (
    b"bad address" in by_name.output
    and b" 100% packet loss" in by_address.output
    and alpha.exec_run(["ping", "-c", "1", "-W", "1", "172.18.0.3"]).exit_code == 0
)
