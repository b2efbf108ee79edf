"""Who is seen when a container asks: by a neighbour, by the host, on the LAN and outside."""

# nodes: docker1 client server

import subprocess
import urllib.request

import docker

client = docker.from_env()

# The image `who`: a web server that answers with the address of whoever asks.
page = r"""mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho "You come from $REMOTE_ADDR."\n' >index.cgi && chmod +x index.cgi"""
client.containers.run("busybox", ["sh", "-c", page], name="draft")
draft = client.containers.get("draft")
draft.commit("who", changes='CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]')
draft.remove()


def address(container, network="bridge"):
    container.reload()
    return container.attrs["NetworkSettings"]["Networks"][network]["IPAddress"]


# %% start
web = client.containers.run("who", name="web", detach=True)
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
print(address(web), address(alpha))

# %% _listening
while subprocess.run(["nc", "-z", "-w", "1", "172.17.0.2", "80"]).returncode:
    pass

# %% neighbour
answer = alpha.exec_run("wget -qO- http://172.17.0.2").output.decode()
print(answer, end="")
# claim reach-neighbour-sees-container: A container on the same bridge network sees its neighbour's own address, and no port has to be published.
assert answer == f"You come from {address(alpha)}.\n" and not web.attrs["HostConfig"]["PortBindings"]

# %% host-to-container
answer = urllib.request.urlopen(f"http://{address(web)}").read().decode()
print(answer, end="")
# claim reach-container-from-host: The host reaches the ports of a container on a bridge network at the container's own address, though none is published.
assert (
    answer.startswith("You come from ")
    and not web.attrs["HostConfig"]["PortBindings"]
    and web.exec_run("httpd -p 0.0.0.0:8765 -h /etc").exit_code == 0
    and urllib.request.urlopen(f"http://{address(web)}:8765/hostname").read().decode().strip() == web.id[:12]
)
# claim reach-container-sees-gateway: To a container on a bridge network, its host appears under the address of the gateway.
assert answer == f"You come from {web.attrs['NetworkSettings']['Networks']['bridge']['Gateway']}.\n"

# %% outside
reply = alpha.exec_run("ping -c 1 example.com").output.decode()
print(reply, end="")
# claim reach-outside-answers: A container on the default bridge reaches a machine beyond the LAN, by its name, although it was started without an option for that.
assert (
    reply.startswith("PING example.com (203.0.113.10)")
    and "from 203.0.113.10: " in reply
    and not alpha.attrs["HostConfig"]["PortBindings"]
    and not alpha.attrs["HostConfig"]["Dns"]
)
answer = alpha.exec_run("wget -qO- http://203.0.113.10").output.decode()
print(answer, end="")
# claim reach-outside-sees-host: A server beyond the LAN sees the host's address when a container on the default bridge asks.
assert answer.endswith("You come from 192.0.2.11.\n") and address(alpha) == "172.17.0.3"

# %% own-network
client.networks.create("mynet")
answer = client.containers.run("busybox", "wget -qO- http://203.0.113.10", network="mynet", remove=True).decode()
print(answer, end="")
# claim reach-outside-sees-host-own-network: A server beyond the LAN sees the host's address when a container on a user-defined bridge network asks.
assert answer.endswith("You come from 192.0.2.11.\n")

# %% host-network
answer = client.containers.run("busybox", "wget -qO- http://203.0.113.10", network="host", remove=True).decode()
print(answer, end="")
# claim reach-outside-sees-host-host-network: A server beyond the LAN sees the host's address when a container on the network host asks.
assert answer.endswith("You come from 192.0.2.11.\n")
