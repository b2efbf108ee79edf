"""All that one can say about where a port is published."""

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
# The host gets a second address on the LAN.
subprocess.run(["ip", "addr", "add", "192.0.2.21/24", "dev", "eth0"], check=True)


def published(container, port="80/tcp"):
    container.reload()
    return [(bound["HostIp"], bound["HostPort"]) for bound in container.ports[port]]


# %% all
everywhere = client.containers.run("who", name="all", ports={80: 8080}, detach=True)
print(published(everywhere))
# claim publish-all-addresses: If no address is given, by -p or by a setting, a port is published on all addresses of the host, IPv4 and IPv6.
assert published(everywhere) == [("0.0.0.0", "8080"), ("::", "8080")]

# %% loopback
own = client.containers.run("who", name="own", ports={80: ("127.0.0.1", 8081)}, detach=True)
print(published(own))
# claim publish-loopback-only: If the address 127.0.0.1 is given, a port is published there and nowhere else.
assert published(own) == [("127.0.0.1", "8081")]

# %% address
one = client.containers.run("who", name="one", ports={80: ("192.0.2.21", 8082)}, detach=True)
print(published(one))
# claim publish-one-address: If an address of the host is given, a port is published on that address and on no other.
assert published(one) == [("192.0.2.21", "8082")]

# %% _listening
for address in ("172.17.0.2", "172.17.0.3", "172.17.0.4"):
    while subprocess.run(["nc", "-z", "-w", "1", address, "80"]).returncode:
        pass

# %% on-the-host
for port in (8080, 8081):
    answer = urllib.request.urlopen(f"http://127.0.0.1:{port}").read().decode()
    print(answer, end="")
# claim publish-loopback-for-the-host: The host itself reaches a port that is published on 127.0.0.1.
assert answer == "You come from 172.17.0.1.\n"

# %% range
ports = {80: 8090, 81: 8091, 82: 8092}
several = client.containers.run("who", name="range", ports=ports, detach=True)
several.reload()
print({port: bound[0]["HostPort"] for port, bound in sorted(several.ports.items())})
# claim publish-range: A range of ports is published as a range of the same size, in order.
assert {port: bound[0]["HostPort"] for port, bound in several.ports.items()} == {
    "80/tcp": "8090",
    "81/tcp": "8091",
    "82/tcp": "8092",
}

# %% first-free
first = client.containers.run("who", name="first", ports={80: "8100-8109"}, detach=True)
second = client.containers.run("who", name="second", ports={80: "8100-8109"}, detach=True)
print(published(first), published(second))
# claim publish-first-free: If one port is published on a range of the host's, the engine takes the first that is free.
assert published(first)[0][1] == "8100" and published(second)[0][1] == "8101"

# %% random
free = client.containers.run("who", name="any", ports={80: None}, detach=True)
print(published(free))
# claim publish-random: If no port of the host is given, the engine picks one that is free.
assert int(published(free)[0][1]) >= 32768

# %% udp
clock = client.containers.run("busybox", name="clock", ports={"5000/udp": 5000}, detach=True, tty=True)
print(published(clock, "5000/udp"))
# claim publish-udp: A port is published for UDP if one says so, and then not for TCP.
assert published(clock, "5000/udp")[0][1] == "5000" and list(clock.ports) == ["5000/udp"]
