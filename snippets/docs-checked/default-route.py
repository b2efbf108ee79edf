"""The way out of a container that is on several networks."""

import docker

client = docker.from_env()
networks = {name: client.networks.create(name) for name in ("mole", "zebra", "ant")}
gateways = {name: network.attrs["IPAM"]["Config"][0]["Gateway"] for name, network in networks.items()}

# %% one-more
alpha = client.containers.run("busybox", name="alpha", network="mole", detach=True, tty=True)
networks["zebra"].connect(alpha)
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
# claim doc-way-out-stays: When a container is connected to one more network, its default route may stay as it was.
assert routes.startswith(f"default via {gateways['mole']} ")

# %% and-another
networks["ant"].connect(alpha)
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
# claim doc-way-out-moves: When a container is connected to one more network, its default route may move there: of the networks ant, mole and zebra, ant is the way out.
assert routes.startswith(f"default via {gateways['ant']} ")

# %% one-less
networks["ant"].disconnect(alpha)
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
# claim doc-way-out-returns: When a container leaves the network that is its way out, its default route moves to another of its networks.
assert routes.startswith(f"default via {gateways['mole']} ")
