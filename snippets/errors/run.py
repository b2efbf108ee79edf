"""Names and ports that are taken: the errors of docker run, and the way out of each."""

import subprocess
import time

import docker

client = docker.from_env()
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)


def refused(request, *words, **options):
    """Ask for something that is refused; the engine's words, printed as well."""
    try:
        request(*words, **options)
    except docker.errors.APIError as error:
        print(error.explanation)
        return error.explanation
    return ""


# %% name
alpha.stop(timeout=0)
answer = refused(client.containers.run, "busybox", name="alpha", detach=True, tty=True)
# claim err-name-taken: A container's name is taken as long as the container exists, also when it is stopped.
assert 'The container name "/alpha" is already in use by container' in answer and not client.containers.list()
alpha.start()
# claim err-name-start: A stopped container is started again by its name.
assert [container.name for container in client.containers.list()] == ["alpha"]
alpha.remove(force=True)
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
# claim err-name-removed: Once a container is removed, its name is free.
assert [container.name for container in client.containers.list()] == ["alpha"]

# %% port
web = client.containers.run("busybox", "httpd -f", name="web", ports={"80/tcp": 8080}, detach=True)
answer = refused(
    client.containers.run, "busybox", "httpd -f", name="web2", ports={"80/tcp": ("0.0.0.0", 8080)}, detach=True
)
# claim err-port-allocated: Two containers cannot publish the same port of the host on the same address, for the same protocol.
assert "Bind for 0.0.0.0:8080 failed: port is already allocated" in answer
print([container.name for container in client.containers.list(filters={"publish": "8080"})])
# claim err-port-whose: A filter of docker ps finds the container that has a port.
assert [container.name for container in client.containers.list(filters={"publish": "8080"})] == ["web"]

# %% other-port
client.containers.get("web2").remove()
web2 = client.containers.run("busybox", "httpd -f", name="web2", ports={"80/tcp": 8081}, detach=True)
web2.reload()
print(web2.ports)
# claim err-port-other: Another port of the host leads to the same port in a second container.
assert web2.ports["80/tcp"][0]["HostPort"] == "8081"

# %% bind
listener = subprocess.Popen(["nc", "-lk", "9090"])

# %% _listening
while not subprocess.check_output(["ss", "-Hltn", "sport = :9090"]):
    time.sleep(0.05)

# %% bind-refused
answer = refused(
    client.containers.run, "busybox", "httpd -f", name="web3", ports={"80/tcp": ("0.0.0.0", 9090)}, detach=True
)
# claim err-port-of-a-program: A port cannot be published on an address of the host at which one of the host's programs listens on it.
assert "address already in use" in answer
listener.terminate()
listener.wait()
web3 = client.containers.get("web3")
web3.start()
web3.reload()
print(web3.ports)
# claim err-port-program-ended: Once the program of the host has ended that had the port, a container that publishes the port starts.
assert web3.ports["80/tcp"][0]["HostPort"] == "9090"

# %% shared
answer = refused(
    client.containers.run,
    "busybox",
    "httpd -f",
    name="sidecar",
    network_mode="container:web",
    ports={"80/tcp": 8082},
    detach=True,
)
# claim err-shared-no-ports: A container that shares another one's network cannot publish ports; the other one must.
assert "conflicting options: port publishing and the container type network mode" in answer
sidecar = client.containers.create("busybox", name="sidecar", network_mode="container:web", tty=True)
# claim err-shared-without: Without the option to publish ports, a container that shares another one's network is made.
assert sidecar.attrs["HostConfig"]["NetworkMode"].startswith("container:")

# %% host
ports = {"80/tcp": [{"HostPort": "8083"}]}
onhost = client.api.create_container(
    "busybox", name="onhost", tty=True, host_config={"NetworkMode": "host", "PortBindings": ports}
)
print(onhost["Warnings"])
client.api.start(onhost)
# claim err-host-discards: On the network host a port that is asked for with -p is discarded, with a warning and without an error.
assert "Published ports are discarded when using host network mode" in str(onhost["Warnings"]) and not client.api.port(
    onhost, 80
)
