"""Two servers on the network host that want the same port, and what to do."""

import subprocess

import docker

client = docker.from_env()


def serve(name, port):
    command = f"httpd -f -p {port} -h /etc"
    return client.containers.run("busybox", command, name=name, network="host", detach=True, tty=True)


def listening(port):
    return bool(subprocess.check_output(["ss", "-Hltn", f"sport = :{port}"]))


# %% first
one = serve("one", 80)

# %% _listening
while not listening(80):
    pass

# %% second
two = serve("two", 80)
print(two.short_id)

# %% _ended
while two.status != "exited":
    two.reload()

# %% why
for container in (one, two):
    container.reload()
    print(container.name, container.status, container.attrs["State"]["ExitCode"])
print(two.logs().decode(), end="")
# claim host-second-dies: If a port is taken, a second server on the network host is started all the same, and ends by itself; the reason is in its log.
assert (one.status, two.status, two.attrs["State"]["ExitCode"]) == (
    "running",
    "exited",
    1,
) and b"Address already in use" in two.logs()

# %% other-port
three = serve("three", 8081)

# %% _listening3
while not listening(8081):
    pass

# %% both
for port in (80, 8081):
    print(subprocess.check_output(["curl", "-s", f"http://localhost:{port}/hostname"], text=True), end="")
# claim host-choose-port: On the network host a server has to be told to use another port; then both run.
assert sorted(c.name for c in client.containers.list()) == ["one", "three"] and listening(80) and listening(8081)
