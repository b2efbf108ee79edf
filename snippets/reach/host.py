"""From a container to a service on its host: by address, by name, and why 127.0.0.1 does not do."""

# nodes: docker1 client

import subprocess
from pathlib import Path

import docker

client = docker.from_env()

# A web server on the host that answers with the address of whoever asks, once on all addresses and once on 127.0.0.1.
script = Path("/srv/who/cgi-bin/index.cgi")
script.parent.mkdir(parents=True)
script.write_text('#!/bin/sh\necho\necho "You come from $REMOTE_ADDR."\n')
script.chmod(0o755)
for address in ("0.0.0.0:9000", "127.0.0.1:9001"):
    subprocess.run(["busybox", "httpd", "-p", address, "-h", "/srv/who"], check=True)


def fetch(container, url):
    answer = container.exec_run(["wget", "-qO-", url])
    return answer.exit_code, answer.output.decode()


# %% start
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
routes = alpha.exec_run("ip route").output.decode()
print(routes, end="")
# claim reach-gateway-is-the-host: A container's default gateway on a bridge network is its own host.
assert (
    routes.startswith("default via 172.17.0.1 ")
    and b" 172.17.0.1/16" in subprocess.run(["ip", "-br", "addr", "show", "docker0"], capture_output=True).stdout
)

# %% by-address
status, answer = fetch(alpha, "http://172.17.0.1:9000")
print(answer, end="")
# claim reach-host-at-gateway: A container reaches a service that listens on all addresses of its host at the address of its gateway.
assert answer == "You come from 172.17.0.2.\n"
status, answer = fetch(alpha, "http://192.0.2.11:9000")
print(answer, end="")
# claim reach-host-at-lan-address: A container reaches a service that listens on all addresses of its host at the host's address on the LAN.
assert answer.startswith("You come from ")
# claim reach-host-sees-container: To its own host, a container appears under its own address, not under the host's.
assert answer == "You come from 172.17.0.2.\n"

# %% no-name
status, answer = fetch(alpha, "http://host.docker.internal:9000")
print(answer, end="")
# claim reach-no-name-by-itself: On an engine on Linux the name host.docker.internal is not known in a container unless it was asked for.
assert status != 0 and "bad address 'host.docker.internal" in answer

# %% by-name
names = {"host.docker.internal": "host-gateway"}
beta = client.containers.run("busybox", name="beta", extra_hosts=names, detach=True, tty=True)
print(beta.exec_run("grep host.docker.internal /etc/hosts").output.decode(), end="")
status, answer = fetch(beta, "http://host.docker.internal:9000")
print(answer, end="")
# claim reach-add-host: With --add-host NAME:host-gateway a container finds its host under that name.
assert answer == "You come from 172.17.0.3.\n"

# %% loopback
for url in ("http://host.docker.internal:9001", "http://127.0.0.1:9001"):
    print(fetch(beta, url)[1], end="")
# claim reach-loopback-listener-shut: A container does not reach a service of its host that listens on 127.0.0.1 only.
assert all("refused" in fetch(beta, f"http://{address}:9001")[1] for address in ("172.17.0.1", "192.0.2.11"))
# claim reach-own-loopback: In a container on a bridge network 127.0.0.1 is the container itself, and a service of the host is not found there.
assert fetch(beta, "http://172.17.0.1:9000")[0] == 0 and fetch(beta, "http://127.0.0.1:9000")[0] != 0
