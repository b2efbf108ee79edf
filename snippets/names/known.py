"""Every name under which a container is known, and since when, and until when."""

import docker

client = docker.from_env()
mynet = client.networks.create("mynet")
beta = client.containers.run("busybox", name="beta", network="mynet", detach=True, tty=True)


def ping(name):
    return beta.exec_run(["ping", "-c", "1", name]).output.decode().split(": ")[0]


# %% start
alpha = client.containers.create("busybox", name="alpha", network="mynet", hostname="tower", tty=True)
mynet.disconnect(alpha)
mynet.connect(alpha, aliases=["db"])
alpha.start()
print(alpha.short_id)

# %% names
print(ping("alpha"))
# claim names-by-name: A container on a user-defined network is known to its neighbours by its name.
assert ping("alpha") == "PING alpha (172.18.0.3)"
print(ping("db"))
# claim names-by-alias: A container on a user-defined network is known to its neighbours by an alias given with --network-alias.
assert ping("db") == "PING db (172.18.0.3)"
print(ping("tower"))
# claim names-by-hostname: A container on a user-defined network is known to its neighbours by the host name given with --hostname.
assert ping("tower") == "PING tower (172.18.0.3)"
print(ping(alpha.id[:12]))
# claim names-by-id: A container on a user-defined network is known to its neighbours by its short id.
assert ping(alpha.id[:12]) == f"PING {alpha.id[:12]} (172.18.0.3)"
print(ping("alpha.mynet"))
# claim names-with-network: A container on a user-defined network is known to its neighbours by its name, a dot and the name of the network.
assert ping("alpha.mynet") == "PING alpha.mynet (172.18.0.3)"

# %% hostname
print(alpha.exec_run("hostname").output.decode(), end="")
print(alpha.exec_run("grep tower /etc/hosts").output.decode(), end="")
# claim names-own-hostname: With --hostname a container has that host name and finds it in its own /etc/hosts.
assert alpha.exec_run("hostname").output == b"tower\n" and alpha.exec_run("grep -w tower /etc/hosts").exit_code == 0
print(beta.exec_run("hostname").output.decode(), end="")
# claim names-hostname-is-id: Without --hostname a container's host name is its short id, not its name.
assert beta.exec_run("hostname").output.decode().strip() == beta.id[:12]

# %% rename
alpha.rename("omega")
print(ping("omega"))
print(ping("alpha"))
# claim names-rename: If a running container is renamed, its neighbours reach it by the new name at once, and no longer by the old one.
assert ping("omega") == "PING omega (172.18.0.3)" and beta.exec_run("ping -c 1 alpha").exit_code != 0
print(ping("tower"))
# claim names-rename-keeps-the-rest: If a container is renamed, its alias and its host name stay as they were.
assert ping("tower") == "PING tower (172.18.0.3)" and ping("db") == "PING db (172.18.0.3)"

# %% stop
alpha.stop(timeout=0)
answer = beta.exec_run("ping -c 1 omega").output.decode()
print(answer, end="")
# claim names-stopped: The name of a stopped container does not resolve.
assert "bad address 'omega'" in answer and client.containers.get("omega").status == "exited"
alpha.start()
print(ping("omega"))
# claim names-started-again: The name of a container resolves again when the container is started again.
assert ping("omega").startswith("PING omega (172.18.0.")
