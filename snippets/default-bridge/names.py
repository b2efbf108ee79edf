"""Names on the default bridge and on a user-defined network: DNS, aliases and links."""

# nodes: docker1 server

from pathlib import Path

import docker

client = docker.from_env()
mynet = client.networks.create("mynet")


def run(name, **options):
    return client.containers.run("busybox", name=name, detach=True, tty=True, **options)


def printed(container, command):
    return container.exec_run(command).output.decode().strip()


# %% start
alpha, beta = run("alpha"), run("beta")
one = run("one", network="mynet")
two = client.containers.create("busybox", name="two", tty=True, stdin_open=True)
client.networks.get("bridge").disconnect(two)
mynet.connect(two, aliases=["second"])
two.start()
print(alpha.short_id, beta.short_id, one.short_id, two.short_id)

# %% names
unknown = alpha.exec_run("ping -c 1 beta")
print(unknown.output.decode())
reply = printed(one, "ping -c 1 two")
print(reply)
# claim default-bridge-no-names: The name of a neighbour is unknown on the default bridge, and known on a user-defined network.
assert unknown.exit_code != 0 and f"from {printed(two, 'hostname -i')}: " in reply

# %% resolver
for container in (alpha, one):
    print(printed(container, "grep nameserver /etc/resolv.conf"))
# claim default-bridge-whose-dns: On the default bridge a container asks the name server of its host, if that is on another machine; on a user-defined network it asks Docker's, at 127.0.0.11.
assert (
    printed(alpha, "grep nameserver /etc/resolv.conf") + "\n" in Path("/etc/resolv.conf").read_text()
    and printed(one, "grep nameserver /etc/resolv.conf") == "nameserver 127.0.0.11"
)

# %% both-know-the-world
answers = [printed(container, "nslookup -type=a example.com") for container in (alpha, one)]
print(*answers, sep="\n\n")
# claim default-bridge-world: Names of outside hosts resolve both on the default bridge and on a user-defined network.
assert all("Address: 203.0.113.10" in answer for answer in answers)

# %% alias
print(printed(one, "ping -c 1 second"))
refused = False
try:
    client.networks.get("bridge").connect(two, aliases=["first"])
except docker.errors.APIError as error:
    refused = True
    print(error.explanation)
two.reload()
# claim default-bridge-no-alias: On a user-defined network a container can have a second name; on the default bridge a connection with a second name is refused.
assert (
    f"Address: {printed(two, 'hostname -i')}" in printed(one, "nslookup -type=a second")
    and refused
    and list(two.attrs["NetworkSettings"]["Networks"]) == ["mynet"]
)

# %% links
gamma = run("gamma", links={"beta": "beta"})
reply = printed(gamma, "ping -c 1 beta")
print(reply)
# claim default-bridge-link: On the default bridge a link gives a container a name for another one, as a line in its own /etc/hosts.
assert (
    "from 172.17.0.3: " in reply
    and printed(gamma, "grep -w beta /etc/hosts").startswith("172.17.0.3")
    and not printed(alpha, "grep -w beta /etc/hosts")
)

# %% link-goes-stale
alpha.stop(timeout=0)
beta.stop(timeout=0)
beta.start()
print(printed(beta, "hostname -i"))
print(printed(gamma, "grep -w beta /etc/hosts"))
# claim default-bridge-link-updated: If the container that a link on the default bridge leads to comes back with another address, Docker changes the line in /etc/hosts.
assert printed(beta, "hostname -i") == "172.17.0.2" and printed(gamma, "grep -w beta /etc/hosts").startswith(
    "172.17.0.2"
)

# %% link-own
three = client.containers.create("busybox", name="three", tty=True, stdin_open=True)
client.networks.get("bridge").disconnect(three)
mynet.connect(three, links=[("two", "partner")])
three.start()
answer = printed(three, "nslookup -type=a partner")
print(answer)
print(printed(three, "grep -c partner /etc/hosts"))
# claim default-bridge-link-own: On a user-defined network a link is a private name in Docker's DNS, and adds no line to /etc/hosts.
assert (
    f"Address: {printed(two, 'hostname -i')}" in answer
    and printed(three, "grep -c partner /etc/hosts") == "0"
    and one.exec_run("ping -c 1 partner").exit_code != 0
)

# %% link-variables
on_bridge = client.containers.run("busybox", "env", name="four", links={"beta": "beta"}, remove=True).decode()
print(on_bridge)
on_mynet = printed(three, "env")
print(on_mynet)
# claim default-bridge-link-variables [engine <= 28]: On engines 20.10, 26.1 and 28.5 a link on the default bridge sets environment variables too; a link on a user-defined network does not.
assert "BETA_NAME=" in on_bridge and "PARTNER" not in on_mynet and "TWO" not in on_mynet
