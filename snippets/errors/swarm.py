"""Drivers that are not there, and what a swarm says."""

import time

import docker

client = docker.from_env()
client.networks.create("mynet")


def refused(request, *words, **options):
    """Ask for something that is refused; the engine's words, printed as well."""
    try:
        request(*words, **options)
    except docker.errors.APIError as error:
        print(error.explanation)
        return error.explanation
    return ""


def service(name, network=None, port=None):
    """A service of one web server."""
    spec = docker.types.EndpointSpec(ports={port: 80}) if port else None
    networks = [network] if network else None
    return client.services.create(
        "busybox:latest", command=["httpd", "-f"], name=name, networks=networks, endpoint_spec=spec
    )


def soon_on(network, task):
    """Whether a task of that name runs on the network within half a minute."""
    for _ in range(300):
        if any(
            container.name.startswith(task)
            for container in client.containers.list(filters={"network": network.id}, ignore_removed=True)
        ):
            return True
        time.sleep(0.1)
    return False


# %% plugin
answer = refused(client.networks.create, "garden", driver="bridged")
# claim err-plugin: A driver that the engine does not know is looked for among the plugins, and not found.
assert 'plugin "bridged" not found' in answer
print(client.info()["Plugins"]["Network"])
# claim err-plugin-list: The engine has a list of the drivers that it knows.
assert "bridge" in client.info()["Plugins"]["Network"] and "bridged" not in client.info()["Plugins"]["Network"]

# %% manager
answer = refused(client.networks.create, "wide", driver="overlay")
# claim err-not-a-manager: An engine that belongs to no swarm refuses to make an overlay network, and says that it is no manager of a swarm.
assert "This node is not a swarm manager." in answer
client.swarm.init(advertise_addr="192.0.2.11")
wide = client.networks.get(client.networks.create("wide", driver="overlay").id)
# claim err-now-a-manager: On a swarm of one machine it can be made already.
assert client.networks.get("wide").attrs["Scope"] == "swarm"

# %% twice
answer = refused(client.swarm.init, advertise_addr="192.0.2.11")
# claim err-already-in-swarm: A machine can be part of one swarm only.
assert "This node is already part of a swarm." in answer and client.info()["Swarm"]["Nodes"] == 1

# %% attach
answer = refused(client.containers.run, "busybox", name="alpha", network="wide", detach=True, tty=True)
# claim err-not-attachable: A container that is no service cannot join an overlay network, unless it was made attachable.
assert "network wide not manually attachable" in answer and not client.containers.list()
client.networks.create("open", driver="overlay", attachable=True)
for container in client.containers.list(all=True):
    container.remove()
alpha = client.containers.run("busybox", name="alpha", network="open", detach=True, tty=True)
alpha.reload()
# claim err-attachable: With --attachable it can.
assert list(alpha.attrs["NetworkSettings"]["Networks"]) == ["open"]

# %% service
answer = refused(service, "web", "mynet")
# claim err-service-network: A service cannot use a network that exists on one machine only, such as a bridge network of your own.
assert "The network mynet cannot be used with services. Only networks scoped to the swarm can be used" in answer
service("web", "wide")
# claim err-service-overlay: A service can use a network of the driver overlay, whose scope is the swarm: its task runs on it.
assert soon_on(wide, "web.1.") and (wide.attrs["Driver"], wide.attrs["Scope"]) == ("overlay", "swarm")

# %% port
service("public", port=8080)
answer = refused(service, "second", port=8080)
# claim err-service-port: Two services of a swarm cannot publish the same port in its routing mesh.
assert "port '8080' is already in use by service 'public'" in answer
service("second", port=8081)
# claim err-service-other-port: Another port is free.
assert sorted(service.name for service in client.services.list()) == ["public", "second", "web"]

# %% _started
while len(client.containers.list(ignore_removed=True)) < 4:
    time.sleep(0.1)
