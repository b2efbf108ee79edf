"""Two machines, each with an engine of its own; neither knows of the other."""

# nodes: docker1 docker2

import subprocess

import docker

docker1 = docker.from_env()
endpoint = subprocess.check_output(
    ["docker", "context", "inspect", "-f", "{{.Endpoints.docker.Host}}", "docker2"], text=True
)
docker2 = docker.DockerClient(base_url=endpoint.strip())

# %% start
alpha1 = docker1.containers.run("busybox", name="alpha", detach=True, tty=True)
alpha2 = docker2.containers.run(
    "busybox", "httpd -f -p 80 -h /etc", name="alpha", ports={"80/tcp": 8080}, detach=True, tty=True
)
beta = docker2.containers.run("busybox", name="beta", detach=True, tty=True)
print(alpha1.short_id, alpha2.short_id, beta.short_id)

# %% _listening
while alpha2.exec_run("wget -qO- http://127.0.0.1/hostname").exit_code:
    pass

# %% own-only
for engine, name in ((docker1, "docker1"), (docker2, "docker2")):
    print(name, sorted(container.name for container in engine.containers.list()))
# claim one-daemon-own-only: An engine lists its own containers and knows nothing of those of another machine.
assert [c.name for c in docker1.containers.list()] == ["alpha"] and sorted(
    c.name for c in docker2.containers.list()
) == ["alpha", "beta"]
# claim one-daemon-same-name: Two engines may each have a container of the same name.
assert docker1.containers.get("alpha").id == alpha1.id != docker2.containers.get("alpha").id == alpha2.id

# %% same-address
for container in (alpha1, alpha2):
    print(container.exec_run("hostname -i").output.decode(), end="")
# claim one-daemon-same-address: Two containers on two machines may have the same address.
assert alpha1.exec_run("hostname -i").output == alpha2.exec_run("hostname -i").output == b"172.17.0.2\n"

# %% apart
print(alpha1.exec_run("ping -c 1 172.17.0.2").output.decode())
reply = alpha1.exec_run("ping -c 1 -W 1 172.17.0.3")
print(reply.output.decode(), end="")
# claim one-daemon-apart: A container on the default bridge does not reach one on the default bridge of another machine by its address: the sender looks for the address on its own network.
assert (
    b" 100% packet loss" in reply.output
    and b" dev eth0 " in alpha1.exec_run("ip neigh show 172.17.0.3").output
    and beta.exec_run("hostname -i").output == b"172.17.0.3\n"
    and b"172.17.0.0/16 dev eth0" in alpha1.exec_run("ip route").output
)

# %% by-host
page = alpha1.exec_run("wget -qO- http://192.0.2.12:8080/hostname").output.decode()
print(page, end="")
# claim one-daemon-by-host: A container reaches a published port of a container on another machine at the address of that machine.
assert page.strip() == alpha2.id[:12]
