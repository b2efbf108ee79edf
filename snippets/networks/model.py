"""One network from beginning to end: what it is made of, and what appears when a container joins."""

import json
import os
import subprocess

import docker

client = docker.from_env()


def addresses_in(sandbox):
    done = subprocess.run(["nsenter", f"--net={sandbox}", "ip", "-4", "-brief", "addr"], capture_output=True, text=True)
    print(done.stdout if done.returncode == 0 else "there is no such sandbox\n", end="")
    return done.returncode


# %% create
mynet = client.networks.create("mynet")
print(json.dumps(mynet.attrs, indent=4))
ipam = mynet.attrs["IPAM"]
# claim networks-address-plan: A new network has its range of addresses and its gateway at once, before any container uses it.
assert (
    ipam["Driver"] == "default"
    and ipam["Config"] == [{"Subnet": "172.18.0.0/16", "Gateway": "172.18.0.1"}]
    and not mynet.attrs["Containers"]
)
bridge = subprocess.check_output(["ip", "-4", "-brief", "addr", "show", f"br-{mynet.id[:12]}"], text=True)
# claim networks-gateway-on-host: The gateway of a bridge network made without further options is an address of the host, on the network's Linux bridge.
assert f" {ipam['Config'][0]['Gateway']}/16" in bridge
# claim networks-local-by-default: A network made without further options has the driver bridge and the scope local.
assert [mynet.attrs[key] for key in ("Driver", "Scope", "Internal", "EnableIPv6")] == ["bridge", "local", False, False]

# %% join
alpha = client.containers.run("busybox", name="alpha", network="mynet", detach=True, tty=True)
mynet.reload()
print(json.dumps(mynet.attrs["Containers"], indent=4))
endpoint = mynet.attrs["Containers"][alpha.id]
# claim networks-endpoint-appears: When a container joins a network, the network has one endpoint more, with an address from its range and a MAC address.
assert (
    len(mynet.attrs["Containers"]) == 1
    and endpoint["IPv4Address"] == "172.18.0.2/16"
    and endpoint["MacAddress"].count(":") == 5
)

# %% same-endpoint
alpha.reload()
of_alpha = alpha.attrs["NetworkSettings"]["Networks"]["mynet"]
print(json.dumps(of_alpha, indent=4))
# claim networks-endpoint-both-sides: The network and the container name the same endpoint, with the same id and address.
assert (
    of_alpha["EndpointID"] == endpoint["EndpointID"]
    and f"{of_alpha['IPAddress']}/16" == endpoint["IPv4Address"]
    and alpha.exec_run("hostname -i").output == b"172.18.0.2\n"
)
# claim networks-container-names-network: A container knows its network by the network's id.
assert of_alpha["NetworkID"] == mynet.id

# %% sandbox
sandbox = alpha.attrs["NetworkSettings"]["SandboxKey"]
print(sandbox)
addresses_in(sandbox)
inode = os.stat(sandbox).st_ino
# claim networks-sandbox-is-namespace: The file named by SandboxKey is the network namespace in which the container's process runs.
assert inode == os.stat(f"/proc/{alpha.attrs['State']['Pid']}/ns/net").st_ino != os.stat("/proc/self/ns/net").st_ino
# claim networks-endpoint-is-interface: In the sandbox the endpoint is a network interface with the endpoint's MAC address.
assert alpha.exec_run("cat /sys/class/net/eth0/address").output.decode().strip() == of_alpha["MacAddress"]

# %% second-network
othernet = client.networks.create("othernet")
othernet.connect(alpha)
alpha.reload()
for name, joined in sorted(alpha.attrs["NetworkSettings"]["Networks"].items()):
    print(name, joined["IPAddress"], joined["EndpointID"])
addresses_in(sandbox)
# claim networks-one-sandbox: A container on two networks has two endpoints, and still one sandbox.
assert (
    alpha.attrs["NetworkSettings"]["SandboxKey"] == sandbox
    and alpha.exec_run("ls /sys/class/net").output.split() == [b"eth0", b"eth1", b"lo"]
    and len({joined["EndpointID"] for joined in alpha.attrs["NetworkSettings"]["Networks"].values()}) == 2
)

# %% in-use
try:
    mynet.remove()
except docker.errors.APIError as error:
    print(error.explanation)
# claim networks-in-use: A network with an endpoint on it cannot be removed.
assert len(client.networks.list(names=["mynet"])) == 1 and len(client.networks.get("mynet").containers) == 1

# %% leave
mynet.disconnect(alpha)
mynet.reload()
print(mynet.attrs["Containers"])
addresses_in(sandbox)
alpha.reload()
# claim networks-leave: When a running container leaves a network, the endpoint and its interface go, and the sandbox stays.
assert (
    not mynet.attrs["Containers"]
    and alpha.attrs["NetworkSettings"]["SandboxKey"] == sandbox
    and list(alpha.attrs["NetworkSettings"]["Networks"]) == ["othernet"]
    and len(alpha.exec_run("ls /sys/class/net").output.split()) == 2
)

# %% stop
alpha.stop(timeout=0)
othernet.reload()
print(othernet.attrs["Containers"])
code = addresses_in(sandbox)
alpha.reload()
# claim networks-stop: When a container stops, its sandbox is gone and its endpoints with it; that it belongs to the network is remembered.
assert (
    code != 0
    and not othernet.attrs["Containers"]
    and {name: endpoint["EndpointID"] for name, endpoint in alpha.attrs["NetworkSettings"]["Networks"].items()}
    == {"othernet": ""}
)

# %% network-stays
mynet.remove()
print(*sorted(network.name for network in client.networks.list()), sep="\n")
# claim networks-outlive: A network stays when its last container stops, until somebody removes it.
assert (
    sorted(network.name for network in client.networks.list()) == ["bridge", "host", "none", "othernet"]
    and not client.containers.list()
)
