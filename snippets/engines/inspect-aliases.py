"""Where the engine lists the names that DNS knows for a container."""

import docker

client = docker.from_env()

# %% names
client.networks.create("mynet")
alpha = client.containers.create("busybox", name="alpha", network="mynet", tty=True)
client.networks.get("mynet").disconnect(alpha)
client.networks.get("mynet").connect(alpha, aliases=["first"])
alpha.start()
alpha.reload()
network = alpha.attrs["NetworkSettings"]["Networks"]["mynet"]
print({key: value for key, value in network.items() if key in ("Aliases", "DNSNames")})
# claim eng-aliases-with-id [engine <= 20]: Engine 20.10 lists the container's short id among the aliases.
assert network["Aliases"] == ["first", alpha.id[:12]]
# claim eng-aliases-as-asked [engine >= 26]: Engines 26.1 and 28.5 list as aliases what was asked for and nothing else.
assert network["Aliases"] == ["first"]
# claim eng-dns-names [engine >= 26]: Engines 26.1 and 28.5 have a list of their own for everything that DNS knows: the container's name, its aliases and its short id.
assert network["DNSNames"] == ["alpha", "first", alpha.id[:12]]
