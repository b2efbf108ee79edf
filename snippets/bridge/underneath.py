"""What one bridge network with two containers looks like to Linux."""

# nodes: docker1 server

import subprocess
from pathlib import Path

import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()


def printed(*command):
    return subprocess.check_output(command, text=True)


# %% start
shop = client.networks.create(
    "shop",
    ipam=IPAMConfig(pool_configs=[IPAMPool(subnet="198.51.100.0/24")]),
    options={"com.docker.network.bridge.name": "br-shop"},
)
alpha = client.containers.run("busybox", name="alpha", network="shop", detach=True, tty=True)
beta = client.containers.run("busybox", name="beta", network="shop", ports={"80/tcp": 8080}, detach=True, tty=True)
print(alpha.short_id, beta.short_id)

# %% links
print(printed("ip", "-brief", "link", "show", "master", "br-shop"), end="")
print(printed("ip", "-4", "-brief", "addr", "show", "br-shop"), end="")
# claim bridge-own-name: With the option com.docker.network.bridge.name the Linux bridge of a network gets the name of your choice.
assert Path("/sys/class/net/br-shop/bridge").is_dir() and len(list(Path("/sys/class/net/br-shop/brif").iterdir())) == 2

# %% routes
print(printed("ip", "route"), end="")
print(alpha.exec_run("ip route").output.decode(), end="")
to_shop = printed("ip", "route", "show", "198.51.100.0/24")
# claim bridge-routes: The host has a route to a bridge network's range, straight to its Linux bridge; a container there has that and a default route to the host's address on it.
assert (
    "dev br-shop " in to_shop
    and "src 198.51.100.1" in to_shop
    and b"default via 198.51.100.1 dev eth0" in alpha.exec_run("ip route").output
    and b"198.51.100.0/24 dev eth0" in alpha.exec_run("ip route").output
)

# %% removed
for container in (alpha, beta):
    container.remove(force=True)
shop.remove()
print(printed("iptables-save").count("br-shop"))
# claim bridge-cleans-up: When a bridge network is removed, its Linux bridge, its routes and its firewall rules are gone.
assert (
    "br-shop" not in printed("iptables-save") + printed("ip6tables-save")
    and "198.51.100" not in printed("iptables-save")
    and "docker0" in printed("iptables-save")
    and not Path("/sys/class/net/br-shop").exists()
    and not printed("ip", "route", "show", "198.51.100.0/24")
)
