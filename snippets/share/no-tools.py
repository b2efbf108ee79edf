"""A container that has a server and nothing else, looked into from its host."""

import socket
import subprocess
import time
from contextlib import closing

import docker

client = docker.from_env()
image = """tar -C /bin -c busybox | docker import --change 'CMD ["/busybox", "httpd", "-f", "-p", "9000"]' - bare"""
subprocess.run(image, shell=True, check=True, capture_output=True)

# %% start
bare = client.containers.run("bare", name="bare", detach=True, tty=True)
answer = bare.exec_run("ip addr")
print(answer.output.decode())
bare.reload()
# claim share-no-tools: A command that is not in the container's image cannot be run with docker exec.
assert answer.exit_code != 0 and b"inet" not in answer.output and bare.status == "running"


# %% _listening
def is_shut(address, port):
    with closing(socket.socket()) as probe:
        return probe.connect_ex((address, port))


while is_shut("172.17.0.2", 9000):
    time.sleep(0.1)

# %% nsenter
inside = ["nsenter", "--target", str(bare.attrs["State"]["Pid"]), "--net"]


def look(*command):
    return subprocess.run([*inside, *command], capture_output=True, text=True, check=True).stdout


print(look("ip", "-4", "-br", "addr"), end="")
# claim share-nsenter-network: With nsenter --net a command of the host runs in the container's network.
assert "172.17.0.2/16" in look("ip", "-4", "-br", "addr")
print(look("ss", "-ltn"), end="")
# claim share-nsenter-ports: With nsenter --net a command of the host sees the ports on which the container listens.
assert ":9000 " in look("ss", "-ltn") and is_shut("127.0.0.1", 9000)
print(look("hostname"), end="")
# claim share-nsenter-only-network: With nsenter --net a command of the host still sees the host's own files and name.
assert look("hostname") == "docker1\n" and bare.attrs["Config"]["Hostname"] != "docker1"
