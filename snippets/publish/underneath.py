"""A published port underneath: the rule, the helper program, and whom the container sees."""

# nodes: docker1 client

import subprocess
import urllib.request

import docker

client = docker.from_env()

# The image `who`: a web server that answers with the address of whoever asks.
page = r"""mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho "You come from $REMOTE_ADDR."\n' >index.cgi && chmod +x index.cgi"""
client.containers.run("busybox", ["sh", "-c", page], name="draft")
draft = client.containers.get("draft")
draft.commit("who", changes='CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]\nEXPOSE 80')
draft.remove()
client.networks.create("other")
alpha = client.containers.run("busybox", name="alpha", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="other", detach=True, tty=True)


def output(*argv):
    return subprocess.run(argv, capture_output=True, text=True, check=True).stdout


# %% rule
web = client.containers.run("who", name="web", ports={80: 8080}, detach=True)
rules = output("iptables", "-t", "nat", "-S", "DOCKER")
print(rules, end="")
# claim publish-dnat-rule: For a published port there is a rule that replaces the destination of a packet by the container's address and port.
assert rules.endswith("--dport 8080 -j DNAT --to-destination 172.17.0.3:80\n")

# %% _listening
while subprocess.run(["nc", "-z", "-w", "1", "172.17.0.3", "80"]).returncode:
    pass

# %% itself
answer = urllib.request.urlopen("http://192.0.2.11:8080").read().decode()
print(answer, end="")
# claim publish-host-seen-at-lan-address: If the host asks its own published port at its address on the LAN, the container sees that address.
assert answer == "You come from 192.0.2.11.\n"
answer = urllib.request.urlopen("http://127.0.0.1:8080").read().decode()
print(answer, end="")
# claim publish-host-seen-as-gateway: If the host asks its own published port at 127.0.0.1, the container sees the gateway of its network.
assert answer == "You come from 172.17.0.1.\n"

# %% containers
answers = [container.exec_run("wget -qO- http://192.0.2.11:8080").output.decode() for container in (alpha, beta)]
print(*answers, sep="", end="")
# claim publish-other-network-reaches: A container on another network reaches a published port at the host's address.
assert answers[1].startswith("You come from ") and list(beta.attrs["NetworkSettings"]["Networks"]) == ["other"]
# claim publish-containers-hidden: A container that asks a published port at the host's address appears as the gateway to the one that is asked.
assert answers == ["You come from 172.17.0.1.\n"] * 2
