"""Which of several networks is the way out, and what hangs on it."""

import docker

client = docker.from_env()


def routes(container):
    return container.exec_run("ip route").output.decode()


def addresses(container, interface):
    return container.exec_run(["ip", "-4", "addr", "show", interface]).output.decode()


# %% networks
front, back = (client.networks.create(name) for name in ("front", "back"))
archive = client.networks.create("archive", internal=True)
for network in (front, back, archive):
    print(network.name, network.attrs["IPAM"]["Config"][0]["Subnet"])

# %% by-name
web = client.containers.run("busybox", name="web", network="front", ports={80: 8080}, detach=True, tty=True)
print(routes(web))
back.connect(web)
print(routes(web), end="")
# claim several-way-out-moves: If a container joins one more network, its default route can move there.
assert routes(web).startswith("default via 172.19.0.1 ")

# %% other-order
app = client.containers.run("busybox", name="app", network="back", detach=True, tty=True)
front.connect(app)
print(routes(app), end="")
# claim several-way-out-by-name: Of two networks, the one whose name comes first in the alphabet is the container's way out, whichever it joined first.
assert routes(app).startswith("default via 172.19.0.1 ") and routes(web).startswith("default via 172.19.0.1 ")

# %% internal
db = client.containers.run("busybox", name="db", network="front", detach=True, tty=True)
archive.connect(db)
print(routes(db), end="")
# claim several-internal-no-way-out: An internal network is not a container's way out if there is another one, even if its name comes first.
assert routes(db).startswith("default via 172.18.0.1 ")

# %% interfaces
for container in (web, app):
    print(routes(container).splitlines()[0])
# claim several-way-out-any-interface: A container's way out need not be eth0: it is eth1 in a container that joined that network second, and eth0 in one that joined it first.
assert [routes(container).split()[4] for container in (web, app)] == ["eth1", "eth0"]

# %% _restart
web.restart(timeout=0)
# claim several-interfaces-swap [engine <= 26]: On engines 20.10 and 26.1 the interfaces of a container that joined a second network while it ran can have changed places after a restart.
assert "inet 172.19.0." in addresses(web, "eth0") and "inet 172.18.0." in addresses(web, "eth1")
