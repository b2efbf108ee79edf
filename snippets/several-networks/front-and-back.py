"""A container between two networks: it sees both, and they do not see each other."""

import time

import docker

client = docker.from_env()


def ping(container, name):
    return container.exec_run(["ping", "-c", "1", "-W", "1", name]).output.decode()


# %% networks
front, back = (client.networks.create(name) for name in ("front", "back"))
for network in (front, back):
    print(network.name, network.attrs["IPAM"]["Config"][0]["Subnet"])

# %% start
guest = client.containers.run("busybox", name="guest", network="front", detach=True, tty=True)
web = client.containers.run("busybox", name="web", network="front", detach=True, tty=True)
answer = ["nc", "-ll", "-p", "5432", "-e", "echo", "I am db."]
db = client.containers.run("busybox", answer, name="db", network="back", detach=True)
print(ping(web, "db"), end="")
# claim several-apart: A container on one network does not know the names of another network.
assert "bad address 'db'" in ping(web, "db")

# %% connect
back.connect(web)
addresses = web.exec_run("ip -4 addr").output.decode()
print(addresses, end="")
# claim several-two-interfaces: A container on two networks has two interfaces, each with an address of its network.
assert web.exec_run("ls /sys/class/net").output.split() == [b"eth0", b"eth1", b"lo"] and all(
    f"inet {address}/16 " in addresses for address in ("172.18.0.3", "172.19.0.3")
)

# %% reach
for name in ("db", "guest"):
    print(ping(web, name).splitlines()[0])
# claim several-reaches-both: A container on two networks reaches the neighbours on both, by name.
assert "from 172.19.0.2: " in ping(web, "db") and "from 172.18.0.2: " in ping(web, "guest")

# %% two-addresses
for container in (guest, db):
    print(ping(container, "web").splitlines()[0])
# claim several-name-two-addresses: The name of a container on two networks stands on each of them for its address there.
assert "from 172.18.0.3: " in ping(guest, "web") and "from 172.19.0.3: " in ping(db, "web")

# %% not-through
print(ping(guest, "db"), ping(guest, "172.19.0.2"), sep="", end="")
# claim several-no-way-through: A container on two networks does not connect them: neighbours on the one do not reach neighbours on the other, by name or by address.
assert "bad address 'db'" in ping(guest, "db") and " 100% packet loss" in ping(guest, "172.19.0.2")

# %% hand-on
web.exec_run(["nc", "-ll", "-p", "80", "-e", "nc", "db", "5432"], detach=True)

# %% _listening
while guest.exec_run("nc -w 1 web 80").exit_code:
    time.sleep(0.05)

# %% ask
answer = guest.exec_run("nc -w 1 web 80").output.decode()
print(answer, end="")
# claim several-program-hands-on: A program in a container on two networks can take a connection on the one and hand it on to the other.
assert answer == "I am db.\n"

# %% disconnect
back.disconnect(web)
web.reload()
print(*web.exec_run("ls /sys/class/net").output.decode().split())
# claim several-disconnect: A container can leave one of its networks while it runs, and the interface is gone.
assert web.exec_run("ls /sys/class/net").output.split() == [b"eth0", b"lo"] and web.status == "running"
