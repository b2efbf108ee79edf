"""One alias for several containers, and the same alias on two networks."""

import docker

client = docker.from_env()
networks = {name: client.networks.create(name) for name in ("mynet", "other")}
beta = client.containers.run("busybox", name="beta", network="mynet", detach=True, tty=True)


def start(name, network):
    container = client.containers.create("busybox", name=name, network=network, tty=True)
    networks[network].disconnect(container)
    networks[network].connect(container, aliases=["web"])
    container.start()
    return container


def addresses(container, name):
    """What DNS answers, the line with the server's own address left out."""
    answer = container.exec_run(["nslookup", "-type=a", name]).output.decode()
    return sorted(line.split()[1] for line in answer.splitlines()[2:] if line.startswith("Address"))


# %% start
web1, web2 = start("web1", "mynet"), start("web2", "mynet")
print(web1.short_id, web2.short_id)

# %% lookup
print(addresses(beta, "web"))
pings = {beta.exec_run("ping -c 1 web").output.decode().split(": ")[0] for attempt in range(20)}
print(*sorted(pings), sep="\n")
# claim names-shared-alias: If two containers share an alias, DNS answers with the addresses of both.
assert addresses(beta, "web") == ["172.18.0.3", "172.18.0.4"]
# claim names-shared-alias-alternates: If two containers share an alias, who asks again and again ends up at one and at the other.
assert pings == {"PING web (172.18.0.3)", "PING web (172.18.0.4)"}

# %% one-stops
web1.stop(timeout=0)
print(addresses(beta, "web"))
# claim names-shared-alias-shrinks: If one of two containers that share an alias stops, DNS answers with the address of the other one only.
assert addresses(beta, "web") == ["172.18.0.4"]

# %% other-network
start("web3", "other")
gamma = client.containers.run("busybox", name="gamma", network="other", detach=True, tty=True)
print(addresses(beta, "web"), addresses(gamma, "web"))
# claim names-alias-per-network: The same alias can be used on two networks, and each container sees the one on its own network.
assert addresses(beta, "web") == ["172.18.0.4"] and addresses(gamma, "web") == ["172.19.0.2"]

# %% both
both = client.containers.run("busybox", name="both", network="other", detach=True, tty=True)
networks["mynet"].connect(both)
print(addresses(both, "web"))
print(both.exec_run("ip route").output.decode().splitlines()[0])
# claim names-way-out-first: A container on two networks on which an alias means something different gets the answer of the network that is its way out.
assert addresses(both, "web") == ["172.18.0.4"] and both.exec_run("ip route").output.startswith(
    b"default via 172.18.0.1 "
)
print(addresses(both, "web.other"))
# claim names-choose-the-network: A container on two networks reaches an alias on either of them if it adds a dot and the name of the network.
assert addresses(both, "web.other") == ["172.19.0.2"] and addresses(both, "web.mynet") == ["172.18.0.4"]
