"""Which questions leave the host."""

import subprocess
import time
from pathlib import Path

import docker

client = docker.from_env()
client.networks.create("mynet")
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="mynet", detach=True, tty=True)


def queries():
    return Path("/tmp/asked").read_text()


def wait_for(word, path):
    while word not in Path(path).read_text():
        time.sleep(0.05)


# %% _watch
with open("/tmp/asked", "w") as packets, open("/tmp/tcpdump", "w") as log:
    watcher = subprocess.Popen(["tcpdump", "-nl", "-i", "eth0", "udp", "dst", "port", "53"], stdout=packets, stderr=log)
wait_for("listening", "/tmp/tcpdump")

# %% ask
for name in ("alpha", "example.com", "nosuch"):
    print(beta.exec_run(["nslookup", "-type=a", name]).output.decode().strip().splitlines()[-1])

# %% _wait
wait_for("nosuch", "/tmp/asked")

# %% asked
print(*[line.split("? ")[1] for line in queries().splitlines()], sep="\n")
# claim names-known-stay-inside: A question for a container's name is answered by Docker and does not leave the host.
assert "alpha" not in queries() and len(queries().splitlines()) == 2
# claim names-outside-forwarded: A question for a name outside is passed on to the DNS server of the host.
assert "A? example.com. " in queries() and " > 192.0.2.1.53: " in queries()
# claim names-unknown-forwarded: A question for a name that nobody has is passed on to the DNS server of the host, even if there is no dot in it.
assert "A? nosuch. " in queries()

# %% stopped
alpha.stop(timeout=0)
print(beta.exec_run("nslookup -type=a alpha").output.decode().strip().splitlines()[-1])

# %% _wait-again
wait_for("alpha", "/tmp/asked")

# %% asked-again
print(queries().splitlines()[-1].split("? ")[1])
# claim names-stopped-forwarded: When a container has stopped, a question for its name is passed on to the DNS server of the host.
assert "A? alpha. " in queries()

# %% _tidy
watcher.terminate()
