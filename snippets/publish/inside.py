"""A published port, and a server that listens on 127.0.0.1 inside the container."""

# nodes: docker1 client

import time
import urllib.request

import docker

client = docker.from_env()

# %% start
command = ["httpd", "-f", "-p", "127.0.0.1:80", "-h", "/etc"]
shy = client.containers.run("busybox", command, name="shy", ports={80: 8080}, detach=True)
print(shy.exec_run("netstat -lnt").output.decode(), end="")

# %% _listening
while shy.exec_run("wget -qO- http://127.0.0.1/hostname").exit_code:
    time.sleep(0.05)

# %% ask
print(shy.exec_run("wget -qO- http://127.0.0.1/hostname").output.decode(), end="")
answer = b""
for address in ("127.0.0.1", "192.0.2.11"):
    try:
        answer += urllib.request.urlopen(f"http://{address}:8080/hostname", timeout=1).read()
    except OSError:
        print("no answer")
# claim publish-listener-on-loopback: A published port does not help if the server in the container listens on 127.0.0.1 only.
assert not answer and shy.exec_run("wget -qO- http://127.0.0.1/hostname").exit_code == 0
