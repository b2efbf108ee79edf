"""The tutorial of the network host: a web server, reached at the host's address without a published port."""

# nodes: docker1 client

import os
import subprocess

import docker

client = docker.from_env()


def listening(port):
    return subprocess.check_output(["ss", "-Hltnp", f"sport = :{port}"], text=True)


# %% before
subprocess.run(["ss", "-ltn"], check=True)
subprocess.run(["ip", "-brief", "link"], check=True)

# %% start
web = client.containers.run(
    "busybox", "httpd -f -p 80 -h /etc", name="my_web", network="host", auto_remove=True, detach=True
)
print(web.short_id)

# %% _listening
while not listening(80):
    pass

# %% ask
pages = [
    subprocess.check_output(["curl", "-s", f"http://{address}/hostname"], text=True)
    for address in ("localhost", "192.0.2.11")
]
print(*pages, sep="", end="")
web.reload()
# claim host-tutorial-reached: A web server in a container on the network host answers at the host's address, to the host and to another machine on the LAN.
assert (
    pages == ["docker1\n", "docker1\n"]
    and web.attrs["HostConfig"]["NetworkMode"] == "host"
    and not web.attrs["HostConfig"]["PortBindings"]
)

# %% listening
subprocess.run(["ss", "-ltn"], check=True)
# claim host-tutorial-socket: The port of a server on the network host is open on the host, and the process that holds it is the container's.
assert f'"httpd",pid={web.attrs["State"]["Pid"]},' in listening(80)

# %% interfaces
subprocess.run(["ip", "-brief", "link"], check=True)
# claim host-tutorial-no-interface: A container on the network host adds no interface to the host.
assert sorted(os.listdir("/sys/class/net")) == ["docker0", "eth0", "lo"] and len(client.containers.list()) == 1

# %% stop
web.stop(timeout=0)

# %% _gone
while client.containers.list(all=True, ignore_removed=True) or listening(80):
    pass

# %% after
print(client.containers.list(all=True), listening(80))
# control: the step `listening` sees the container and its port.
# claim host-tutorial-over: When a container on the network host stops, its port is closed; started with --rm, the container is gone as well.
assert not client.containers.list(all=True) and not listening(80)
