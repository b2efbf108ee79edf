"""Where the engine lists the names that DNS knows for a container."""

import docker

client = docker.from_env()
mynet = client.networks.create("mynet")

# %% names
alpha = client.containers.create("busybox", name="alpha", network="mynet", tty=True)
mynet.disconnect(alpha)
mynet.connect(alpha, aliases=["first"])
alpha.start()
alpha.reload()
network = alpha.attrs["NetworkSettings"]["Networks"]["mynet"]
print(network["Aliases"])
# claim eng-aliases-with-id [engine <= 20]: Engine 20.10 lists a container's short id among its aliases.
assert network["Aliases"] == ["first", alpha.id[:12]]
# claim eng-aliases-as-asked [engine >= 26]: Engines 26.1 and 28.5 list as aliases what was asked for and nothing else.
assert network["Aliases"] == ["first"]
print(network.get("DNSNames"))
# claim eng-no-dns-names [engine <= 20]: Engine 20.10 has no list of the names that DNS knows for a container.
assert "DNSNames" not in network and "Aliases" in network
# claim eng-dns-names [engine >= 26]: Engines 26.1 and 28.5 have a list of the names that DNS knows for a container: its own name, its aliases and its short id.
assert network["DNSNames"] == ["alpha", "first", alpha.id[:12]]
