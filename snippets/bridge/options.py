"""Options of a bridge network that matter."""

# nodes: docker1 client server

import subprocess

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
networks = []


def create(name, option, value, **more):
    networks.append(client.networks.create(name, options={f"com.docker.network.{option}": value}, **more))
    return networks[-1]


def printed(container, command):
    return container.exec_run(command).output.decode()


def fetch(address):
    done = subprocess.run(["curl", "-s", "-m", "1", f"http://{address}:8080/hostname"], capture_output=True, text=True)
    return done.stdout


# %% icc
create("strict", "bridge.enable_icc", "false")
alpha = client.containers.run("busybox", name="alpha", network="strict", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="strict", detach=True, tty=True)
neighbour = printed(alpha, "ping -c 1 -W 1 beta")
print(neighbour)
outside = printed(alpha, "ping -c 1 203.0.113.10")
print(outside, end="")
# claim bridge-icc-off: With enable_icc=false containers on one bridge network do not reach each other, and still reach outside hosts.
assert "from 203.0.113.10: " in outside and " 100% packet loss" in neighbour
# claim bridge-icc-names: On a bridge network made with enable_icc=false the names of containers still resolve.
assert f"Address: {printed(beta, 'hostname -i')}" in printed(alpha, "nslookup -type=a beta")

# %% mtu
create("narrow", "driver.mtu", "1400")
link = client.containers.run("busybox", "ip link show eth0", network="narrow", remove=True).decode()
print(link, end="")
usual = client.containers.run("busybox", "cat /sys/class/net/eth0/mtu", remove=True)
# claim bridge-mtu: A bridge network's option com.docker.network.driver.mtu is the MTU of its containers' interfaces.
assert "mtu 1400" in link and usual == b"1500\n"

# %% binding
create("private", "bridge.host_binding_ipv4", "127.0.0.1")
web = client.containers.run(
    "busybox", "httpd -f -p 80 -h /etc", name="web", network="private", ports={"80/tcp": 8080}, detach=True, tty=True
)
web.reload()
print(web.ports)

# %% _listening
while not fetch("127.0.0.1"):
    pass

# %% binding-tried
page = fetch("127.0.0.1")
print(page, end="")
refused = fetch("192.0.2.11")
# claim bridge-binding: With host_binding_ipv4=127.0.0.1 a published port is open to the host itself and closed to the LAN.
assert (
    web.ports["80/tcp"] == [{"HostIp": "127.0.0.1", "HostPort": "8080"}] and page.strip() == web.id[:12] and not refused
)

# %% masquerade
pool = IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/24")])
create("open", "bridge.enable_ip_masquerade", "false", ipam=pool)
watch = ["tcpdump", "-i", "eth0", "-tn", "-c", "1", "icmp[icmptype] == icmp-echo"]
watcher = subprocess.Popen(watch, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

# %% _capturing
while "listening" not in watcher.stderr.readline():
    pass

# %% masquerade-tried
reached = True
try:
    client.containers.run("busybox", "ping -c 1 -W 1 203.0.113.10", network="open", remove=True)
except docker.errors.ContainerError as error:
    reached = False
    print(error)
packet = watcher.communicate()[0].partition(",")[0]
print(packet)
# claim bridge-no-masquerade: On a bridge network made with enable_ip_masquerade=false a container's packets leave with its own address, and no answer comes back from a server outside that has no route to it.
assert not reached and packet == "IP 198.51.100.2 > 203.0.113.10: ICMP echo request"

# %% listed
for network in networks:
    print(network.name, network.attrs["Options"])
# claim bridge-options-listed: docker network inspect shows the options that a bridge network was made with.
assert [len(network.attrs["Options"]) for network in networks] == [1, 1, 1, 1]

# %% later
print([name for name in dir(client.networks) if not name.startswith("_")])
# claim bridge-options-at-birth: Docker has a command to make a network, and none to change it later.
assert hasattr(client.networks, "create") and not {"update", "set", "change", "edit"} & {
    *dir(client.networks),
    *dir(networks[0]),
}
