"""The world of a lab: a LAN, a router, and the nodes a scenario asks for."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
STATE = Path("/lab/state")
"""A tmpfs shared by all nodes: engine data (one directory a node), sockets, logs."""
PATIENCE = float(os.environ.get("LAB_PATIENCE", "1"))
"""How much longer than usual things may take to start; more than 1 in an emulated computer."""


class WorldError(Exception):
    """The lab itself could not be built: a fault of the machine or of ours, never of a scenario."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node is plugged in, and its addresses (documentation ranges, the same in every lab)."""

    wire: str
    ipv4: str
    ipv6: str
    mac: str


PLACES = {
    "router": Place("lan", "192.0.2.1/24", "2001:db8:1::1/64", "52:54:00:00:02:01"),
    "docker1": Place("lan", "192.0.2.11/24", "2001:db8:1::11/64", "52:54:00:00:02:0b"),
    "docker2": Place("lan", "192.0.2.12/24", "2001:db8:1::12/64", "52:54:00:00:02:0c"),
    "docker3": Place("lan", "192.0.2.13/24", "2001:db8:1::13/64", "52:54:00:00:02:0d"),
    "client": Place("lan", "192.0.2.50/24", "2001:db8:1::50/64", "52:54:00:00:02:32"),
    "server": Place("wan", "203.0.113.10/24", "2001:db8:2::10/64", "52:54:00:00:71:0a"),
}
WAN_SIDE = Place("wan", "203.0.113.1/24", "2001:db8:2::1/64", "52:54:00:00:71:01")
GATEWAYS = {"lan": ("192.0.2.1", "2001:db8:1::1"), "wan": ("203.0.113.1", "2001:db8:2::1")}

PROBES = {
    "bridge": "ip link add nd0 type bridge",
    "dummy": "ip link add nd0 type dummy",
    "esp": "ip xfrm state add src 192.0.2.1 dst 192.0.2.2 proto esp spi 1 mode transport "
    "aead 'rfc4106(gcm(aes))' 0x0123456789012345678901234567890123456789 128",
    "ip_vs": "ipvsadm --list",
    "ipvlan": "ip link add nd1 type bridge && ip link add nd0 link nd1 type ipvlan",
    "macvlan": "ip link add nd1 type bridge && ip link add nd0 link nd1 type macvlan",
    "vlan": "ip link add nd1 type bridge && ip link add nd0 link nd1 type vlan id 9",
    "vxlan": "ip link add nd0 type vxlan id 9 dstport 4789",
}
"""Kernel features a scenario may need, each with a command that only succeeds where the kernel has it."""


def run(*argv: str) -> str:
    """Run one command of ours; its output, or WorldError with what it said."""
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        raise WorldError(f"{' '.join(argv)}\n{(done.stdout + done.stderr).strip()}")
    return done.stdout


def ip(words: str) -> None:
    """`ip` with these words, in the lab's own network namespace."""
    run("ip", *words.split())


def missing_features(features: Sequence[str]) -> list[str]:
    """Those of the kernel features that this kernel lacks, tried in a throw-away network namespace."""
    return [name for name in features if _probe(PROBES[name])]


def _probe(command: str) -> int:
    argv = ["unshare", "--net", "sh", "-c", command]
    return subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode


def open_cgroups() -> None:
    """Make the lab's own cgroups writable, so that engines inside can limit their containers.

    The lab has a cgroup namespace of its own: all it can see and write is below the limits the outer
    engine set for it. Version 2 besides wants no process beside child groups, and its controllers
    handed down by name.
    """
    root = Path("/sys/fs/cgroup")
    unified = (root / "cgroup.controllers").exists()
    for mount in [root] if unified else [p for p in root.iterdir() if p.is_dir() and not p.is_symlink()]:
        run("mount", "-o", "remount,bind,rw", str(mount))
    if unified:
        _hand_down(root)


def _hand_down(root: Path) -> None:
    (root / "init").mkdir(exist_ok=True)
    for pid in (root / "cgroup.procs").read_text().split():
        (root / "init" / "cgroup.procs").write_text(pid)
    controllers = (root / "cgroup.controllers").read_text().split()
    (root / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in controllers))


def build_wires() -> None:
    """The two wires (each a bridge that only forwards frames) and the router between them."""
    for wire in ("lan", "wan"):
        ip(f"link add {wire} type bridge")
        ip(f"link set {wire} up")
    plug("router", PLACES["router"], "eth0")
    plug("router", WAN_SIDE, "eth1")
    for setting in ("net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1"):
        run("nsenter", "--net=/run/netns/router", "sysctl", "-qw", setting)


def plug(node: str, place: Place, device: str) -> None:
    """Give `node` a network namespace, and in it `device`, one end of a veth pair on the wire."""
    if node not in run("ip", "netns", "list").split():
        ip(f"netns add {node}")
        ip(f"-netns {node} link set lo up")
        # Duplicate address detection would make the first second of every lab differ from the next.
        # A new namespace forwards packets if the machine below the lab does; a computer fresh from the box does not.
        settings = ("net.ipv6.conf.default.accept_dad=0", "net.ipv4.ip_forward=0")
        run("nsenter", f"--net=/run/netns/{node}", "sysctl", "-qw", *settings)
    port = f"{node}-{place.wire}"
    ip(f"link add {port} type veth peer name {device} netns {node} address {place.mac}")
    ip(f"link set {port} master {place.wire} up")
    ip(f"-netns {node} addr add {place.ipv4} dev {device}")
    ip(f"-netns {node} addr add {place.ipv6} dev {device} nodad")
    ip(f"-netns {node} link set {device} up")


def route_out(node: str) -> None:
    """Point the node's default routes at the router."""
    for gateway in GATEWAYS[PLACES[node].wire]:
        ip(f"-netns {node} route add default via {gateway}")


@dataclass(frozen=True, slots=True)
class Node:
    """A running machine of the lab."""

    name: str
    init: int
    """Process id, as the lab sees it, of the machine's first process."""

    def command(self, *argv: str) -> list[str]:
        """`argv`, to be typed at this machine, from its /root."""
        spaces = ("--mount", "--uts", "--ipc", "--net", "--pid", "--root")
        return ["nsenter", f"--target={self.init}", *spaces, "--wdns=/root", *argv]


def boot(name: str) -> Node:
    """Start a machine: its own network, mount, UTS, IPC and PID namespaces, and what it runs."""
    if name != "router":
        plug(name, PLACES[name], "eth0")
        route_out(name)
    for folder in ("log", "socket", f"engine-{name}"):
        (STATE / folder).mkdir(parents=True, exist_ok=True)
    log = (STATE / "log" / name).open("wb")
    spaces = ("--mount", "--uts", "--ipc", "--pid", "--fork", "--kill-child", "--mount-proc")
    argv = ["nsenter", f"--net=/run/netns/{name}", "unshare", *spaces, str(HERE / "node.sh"), name]
    shell = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    return Node(name, wait(lambda: _init_of(shell.pid, name), f"{name} did not start", name, 30))


def _init_of(parent: int, name: str) -> int:
    """The machine's first process, once it has finished its mounts; 0 before that."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return int(children[0]) if children and (STATE / "log" / f"{name}.up").exists() else 0


def wait(ready: Callable[[], int], complaint: str, node: str, seconds: float) -> int:
    """Ask until the answer is not 0 and return it; WorldError, with the end of the node's log, if it stays 0."""
    deadline = time.monotonic() + seconds * PATIENCE
    while time.monotonic() < deadline:
        if value := ready():
            return value
        # Asking takes as much longer as everything else, and from the same processor.
        time.sleep(0.01 * PATIENCE**2)
    log = (STATE / "log" / node).read_text(errors="replace").splitlines()[-15:]
    raise WorldError("\n".join([f"{complaint} within {seconds * PATIENCE:.0f} s; its log ends:", *log]))
