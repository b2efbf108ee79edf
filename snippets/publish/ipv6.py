"""A published port on a network with IPv6, and a client that asks over IPv6."""

# nodes: docker1 client

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()

# The image `who`: a web server that answers with the address of whoever asks.
page = r"""mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho "You come from $REMOTE_ADDR."\n' >index.cgi && chmod +x index.cgi"""
client.containers.run("busybox", ["sh", "-c", page], name="draft")
draft = client.containers.get("draft")
draft.commit("who", changes='CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]\nEXPOSE 80')
draft.remove()

# %% start
ranges = IPAMConfig(pool_configs=[IPAMPool(subnet="2001:db8:6::/64")])
client.networks.create("six", enable_ipv6=True, ipam=ranges)
command = ["httpd", "-f", "-p", "80", "-h", "/www"]
web = client.containers.run("who", command, name="web", network="six", ports={80: 8080}, detach=True)
print(web.short_id)
