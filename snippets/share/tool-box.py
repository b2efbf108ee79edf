"""A second container, full of tools, in the network of one that has none."""

import subprocess
import time

import docker

client = docker.from_env()
image = """tar -C /bin -c busybox | docker import --change 'CMD ["/busybox", "httpd", "-f", "-p", "9000"]' - bare"""
subprocess.run(image, shell=True, check=True, capture_output=True)
client.containers.run("bare", name="bare", detach=True, tty=True)
while subprocess.run("nc -z -w 1 172.17.0.2 9000".split(), capture_output=True).returncode:
    time.sleep(0.1)


def look(command):
    return client.containers.run("busybox", command, network="container:bare", remove=True).decode()


# %% join
ports = look("netstat -ltn")
print(ports, end="")
# claim share-tool-box: A container with tools that joins another one's network sees the ports on which that one listens.
assert ":9000 " in ports
routes = look("ip route")
print(routes, end="")
# claim share-tool-box-routes: A container with tools that joins another one's network sees its routes.
assert routes.startswith("default via 172.17.0.1 dev eth0") and len(client.containers.list(all=True)) == 1
