"""Whatever is started without a network lands on the default bridge, and reaches everything that is there."""

import subprocess

import docker

client = docker.from_env()


def fetch(address):
    command = ["curl", "-s", "-m", "1", f"http://{address}/hostname"]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


# %% start
shop = client.containers.run("busybox", "httpd -f -p 80 -h /etc", name="shop", detach=True, tty=True)
client.networks.create("mynet")
bank = client.containers.run("busybox", "httpd -f -p 80 -h /etc", name="bank", network="mynet", detach=True, tty=True)
stranger = client.containers.run("busybox", name="stranger", detach=True, tty=True)
print(shop.short_id, bank.short_id, stranger.short_id)

# %% _listening
while not (fetch("172.17.0.2") and fetch("172.18.0.2")):
    pass

# %% reached
page = stranger.exec_run("wget -qO- http://172.17.0.2/hostname").output.decode()
print(page, end="")
shop.reload()
# claim default-bridge-stranger: A container that was started without any option reaches the ports of another container on the default bridge, though none was published.
assert (
    page.strip() == shop.id[:12]
    and not shop.ports
    and shop.exec_run("hostname -i").output == b"172.17.0.2\n"
    and shop.exec_run("httpd -p 8765 -h /etc").exit_code == 0
    and stranger.exec_run("wget -qO- http://172.17.0.2:8765/hostname").output.decode() == page
)

# %% not-reached
reply = stranger.exec_run("nc -w 1 172.18.0.2 80")
print(reply.output.decode(), end="")
# claim default-bridge-wall: A container that was started without a network option does not reach, by address, a container on a user-defined network.
assert (
    reply.exit_code != 0
    and bank.exec_run("hostname -i").output == b"172.18.0.2\n"
    and fetch("172.18.0.2") == bank.id[:12]
)

# %% who
for container in sorted(client.containers.list(), key=lambda container: container.name):
    print(container.name, *container.attrs["NetworkSettings"]["Networks"])
# claim default-bridge-lands: Of three containers those two that named no network share the default bridge.
assert sorted(c.name for c in client.containers.list(filters={"network": "bridge"})) == ["shop", "stranger"] and [
    c.name for c in client.containers.list(filters={"network": "mynet"})
] == ["bank"]
