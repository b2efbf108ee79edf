"""What needs a port to be published, and what does not."""

# nodes: docker1 client

import subprocess

import docker

client = docker.from_env()

# The image `who`: a web server that answers with the address of whoever asks.
page = r"""mkdir -p /www/cgi-bin && cd /www/cgi-bin &&
    printf '#!/bin/sh\necho\necho "You come from $REMOTE_ADDR."\n' >index.cgi && chmod +x index.cgi"""
client.containers.run("busybox", ["sh", "-c", page], name="draft")
draft = client.containers.get("draft")
draft.commit("who", changes='CMD ["httpd", "-f", "-p", "0.0.0.0:80", "-h", "/www"]\nEXPOSE 80')
draft.remove()

# %% start
client.networks.create("mynet")
web = client.containers.run("who", name="web", network="mynet", detach=True)
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
print(web.short_id, alpha.short_id)

# %% _listening
while subprocess.run(["nc", "-z", "-w", "1", "172.18.0.2", "80"]).returncode:
    pass

# %% neighbour
print(alpha.exec_run("ping -c 1 web").output.decode(), end="")
answer = alpha.exec_run("wget -qO- http://web").output.decode()
print(answer, end="")
# claim publish-not-for-neighbours: Containers on the same network reach each other's ports and answer each other's pings with no port published.
assert answer == "You come from 172.18.0.3.\n" and not web.attrs["HostConfig"]["PortBindings"]

# %% publish
shop = client.containers.run("who", name="shop", network="mynet", ports={80: 8080}, detach=True)
shop.reload()
print(shop.ports)
# claim publish-by-p: With -p 8080:80, port 80 of the container is published as port 8080 of the host.
assert shop.ports["80/tcp"][0]["HostPort"] == "8080"

# %% _shop-listening
while subprocess.run(["nc", "-z", "-w", "1", "172.18.0.4", "80"]).returncode:
    pass

# %% neighbour-again
print(alpha.exec_run("wget -qO- http://shop").output.decode(), end="")
answer = alpha.exec_run("wget -qO- http://shop:8080").output.decode()
print(answer, end="")
# claim publish-inside-unchanged: For its neighbours a container whose port is published has its own port, not the host's.
assert "refused" in answer

# %% expose
print(web.attrs["Config"]["ExposedPorts"])
print(web.ports)
# claim publish-expose-is-not-publish: A port that an image exposes is not published by that.
assert web.attrs["Config"]["ExposedPorts"] == {"80/tcp": {}} and not any(web.ports.values())

# %% expose-all
opened = client.containers.run("who", name="open", publish_all_ports=True, detach=True)
opened.reload()
print(opened.ports)
# claim publish-all-exposed: With -P every exposed port is published as a port of the host that the engine picks.
assert list(opened.ports) == ["80/tcp"] and int(opened.ports["80/tcp"][0]["HostPort"]) >= 32768
