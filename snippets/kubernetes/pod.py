"""What Kubernetes calls a pod, made by hand with Docker: several containers in one network namespace."""

import docker

client = docker.from_env()


def printed(container, command):
    return container.exec_run(command).output.decode().strip()


def busybox(name, network, command=None):
    if network.startswith("container:"):
        return client.containers.run("busybox", command, name=name, network_mode=network, detach=True, tty=True)
    return client.containers.run("busybox", command, name=name, network=network, detach=True, tty=True)


# %% hold
cluster = client.networks.create("cluster")
pod1 = busybox("pod1", "cluster")

# %% join
web = busybox("web", "container:pod1", "httpd -f -p 80 -h /etc")
helper = busybox("helper", "container:pod1")
print(web.short_id, helper.short_id)

# %% _listening
while helper.exec_run("wget -qO- http://127.0.0.1/hostname").exit_code:
    pass

# %% together
print(printed(pod1, "hostname -i"))
print(printed(helper, "ip -4 addr show eth0"))
page = printed(helper, "wget -qO- http://localhost/hostname")
print(page)
# claim kubernetes-one-namespace: Containers that join another one's network are in the same network namespace and have the same address.
assert (
    len({printed(container, "readlink /proc/self/ns/net") for container in (pod1, web, helper)}) == 1
    and len({printed(container, "cat /sys/class/net/eth0/address") for container in (pod1, helper)}) == 1
)
# claim kubernetes-localhost: Containers that share a network namespace reach each other at localhost.
assert page == pod1.id[:12] and "httpd" not in printed(helper, "ps -o args")

# %% one-endpoint
cluster.reload()
print([endpoint["Name"] for endpoint in cluster.attrs["Containers"].values()])
for container in (pod1, web, helper):
    container.reload()
    print(
        container.name,
        container.attrs["HostConfig"]["NetworkMode"],
        len(container.attrs["NetworkSettings"]["Networks"]),
    )
# claim kubernetes-one-endpoint: Docker counts one endpoint for the three containers, that of the first.
assert [endpoint["Name"] for endpoint in cluster.attrs["Containers"].values()] == ["pod1"] and not [
    container.name for container in (web, helper) if container.attrs["NetworkSettings"]["Networks"]
]

# %% processes
web.exec_run("touch /tmp/index.html")
print(printed(helper, "ls /tmp"))
print(printed(helper, "ps -o comm"))
# claim kubernetes-own-files: Only the network is shared: a container in this group sees neither the processes nor the files of the others.
assert (
    "httpd" not in printed(helper, "ps -o args")
    and "httpd" in printed(web, "ps -o args")
    and printed(helper, "ls /tmp") == ""
    and printed(web, "ls /tmp") == "index.html"
)

# %% one-port
refusal = b""
try:
    client.containers.run("busybox", "httpd -f -p 80", name="web2", network_mode="container:pod1")
except docker.errors.ContainerError as error:
    refusal = error.stderr
    print(refusal.decode(), end="")
# claim kubernetes-one-port: Two containers in one network namespace cannot listen on the same port.
assert b"Address already in use" in refusal and client.containers.get("web2").attrs["State"]["ExitCode"] == 1

# %% _tidy
client.containers.get("web2").remove(force=True)

# %% second-pod
pod2 = busybox("pod2", "cluster")
shop = busybox("shop", "container:pod2", "httpd -f -p 80 -h /etc")

# %% _listening2
while pod2.exec_run("wget -qO- http://127.0.0.1/hostname").exit_code:
    pass

# %% address-each
page = printed(helper, "wget -qO- http://pod2/hostname")
print(page)
pod2.reload()
# claim kubernetes-address-each: Each group has an address of its own, so both may have a server on port 80, and they reach each other there without a published port.
assert (
    page == pod2.id[:12]
    and printed(pod1, "hostname -i") != printed(pod2, "hostname -i")
    and printed(helper, "wget -qO- http://pod1/hostname") == pod1.id[:12]
    and not any(pod2.ports.values())
)

# %% replace
web.remove(force=True)
web = busybox("web", "container:pod1", "httpd -f -p 80 -h /etc")
addr = printed(web, "ip -4 addr show eth0")
print(addr)
# claim kubernetes-address-stays: If one container of the group is replaced, the group keeps its namespace and its address, because the first container holds them.
assert "inet 172.18.0.2/16 " in addr and printed(web, "readlink /proc/self/ns/net") == printed(
    helper, "readlink /proc/self/ns/net"
)

# %% holder-gone
pod1.stop(timeout=0)
print(printed(helper, "ip -4 addr"))
for container in (web, helper, pod1):
    container.reload()
# claim kubernetes-holder-gone: If the first container stops, the others keep running and have no interface left but lo.
assert printed(helper, "ls /sys/class/net") == "lo" and [c.status for c in (web, helper, pod1)] == [
    "running",
    "running",
    "exited",
]
