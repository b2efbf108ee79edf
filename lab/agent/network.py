"""A lab's own network: two segments, a router between them, and the nodes a scenario needs."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
STATE = Path("/lab/state")
"""A tmpfs shared by all nodes: engine data (one directory a node), sockets, logs."""
TIME_FACTOR = float(os.environ.get("LAB_TIME_FACTOR", "1"))
"""How many times longer than usual everything may take; more than 1 in an emulated computer."""

WORLD = int(os.environ.get("LAB_WORLD", "1"))
"""Process id of the one that keeps the world's namespaces; lab/supervisor starts it."""


class LabError(Exception):
    """The lab itself could not be built: a fault of the machine or of ours, never of a scenario."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Where a node is attached, and its addresses (documentation ranges, the same in every lab)."""

    segment: str
    """lan or wan."""
    ipv4: str
    ipv6: str
    mac: str


ADDRESSES = {
    "router": Attachment("lan", "192.0.2.1/24", "2001:db8:1::1/64", "52:54:00:00:02:01"),
    "docker1": Attachment("lan", "192.0.2.11/24", "2001:db8:1::11/64", "52:54:00:00:02:0b"),
    "docker2": Attachment("lan", "192.0.2.12/24", "2001:db8:1::12/64", "52:54:00:00:02:0c"),
    "docker3": Attachment("lan", "192.0.2.13/24", "2001:db8:1::13/64", "52:54:00:00:02:0d"),
    "client": Attachment("lan", "192.0.2.50/24", "2001:db8:1::50/64", "52:54:00:00:02:32"),
    "server": Attachment("wan", "203.0.113.10/24", "2001:db8:2::10/64", "52:54:00:00:71:0a"),
}
WAN_SIDE = Attachment("wan", "203.0.113.1/24", "2001:db8:2::1/64", "52:54:00:00:71:01")
GATEWAYS = {"lan": ("192.0.2.1", "2001:db8:1::1"), "wan": ("203.0.113.1", "2001:db8:2::1")}

PROBES = {
    "br_netfilter": "test -e /proc/sys/net/bridge/bridge-nf-call-iptables",
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
    """Run a command of the agent; its output, or LabError with what it printed."""
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LabError(f"{' '.join(argv)}\n{(done.stdout + done.stderr).strip()}")
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


def create_segments() -> None:
    """The two segments, each a bridge that only forwards frames."""
    for segment in ("lan", "wan"):
        ip(f"link add {segment} type bridge")
        ip(f"link set {segment} up")


def attach(node: str, attachment: Attachment, device: str) -> None:
    """Give `node` an interface `device`, one end of a veth pair on the segment."""
    port = f"{node}-{attachment.segment}"
    ip(f"link add {port} type veth peer name {device} netns {node} address {attachment.mac}")
    ip(f"link set {port} master {attachment.segment} up")
    ip(f"-netns {node} addr add {attachment.ipv4} dev {device}")
    ip(f"-netns {node} addr add {attachment.ipv6} dev {device} nodad")
    ip(f"-netns {node} link set {device} up")


def route_out(node: str) -> None:
    """Point the node's default routes at the router."""
    for gateway in GATEWAYS[ADDRESSES[node].segment]:
        ip(f"-netns {node} route add default via {gateway}")


def connect(node: str, init: int) -> None:
    """Connect the network namespace of the machine whose first process this is, under the machine's name."""
    ip(f"netns attach {node} {init}")
    ip(f"-netns {node} link set lo up")
    # Duplicate address detection would make the first second of every lab differ from the next.
    # A new namespace forwards packets if the machine below the lab does; a computer fresh from the box does not.
    forwards = int(node == "router")
    settings = (
        "net.ipv6.conf.default.accept_dad=0",
        f"net.ipv4.ip_forward={forwards}",
        f"net.ipv6.conf.all.forwarding={forwards}",
    )
    run("nsenter", f"--net=/run/netns/{node}", "sysctl", "-qw", *settings)
    attach(node, ADDRESSES[node], "eth0")
    if node == "router":
        attach(node, WAN_SIDE, "eth1")
    else:
        route_out(node)


def in_namespaces(target: int, folder: str, *argv: str) -> list[str]:
    """`argv` run in all namespaces of a process of the world's, with no more powers than the agent has in its own."""
    spaces = ("--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root", f"--wdns={folder}")
    users = () if _shares_users(target) else ("--user",)
    return ["nsenter", f"--target={target}", *users, *spaces, "setpriv", f"--bounding-set={_bounding_set()}", *argv]


def _shares_users(process: int) -> bool:
    """Whether it is in the agent's own user namespace, as all are where nothing isolates a lab."""
    return Path(f"/proc/{process}/ns/user").readlink() == Path("/proc/self/ns/user").readlink()


@cache
def _bounding_set() -> str:
    """The agent's own; whoever enters a user namespace has every capability there is."""
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("CapBnd:")]
    mask = int(line.split()[1], 16)
    return ",".join(["-all", *(f"+cap_{number}" for number in range(64) if mask >> number & 1)])


@dataclass(frozen=True, slots=True)
class Node:
    """A running machine of the lab."""

    name: str
    init: int
    """Process id, as the agent sees it, of the machine's first process."""

    def command(self, *argv: str) -> list[str]:
        """`argv`, to be typed at this machine, from its /root; with the powers of the world's root, not the agent's."""
        return in_namespaces(self.init, "/root", *argv)


def start_node(name: str) -> Node:
    """Start a machine: its own network, mount, UTS, IPC and PID namespaces, and what it runs."""
    for folder in ("log", "socket", f"engine-{name}"):
        (STATE / folder).mkdir(parents=True, exist_ok=True)
    log = (STATE / "log" / name).open("wb")
    spaces = ("--net", "--mount", "--uts", "--ipc", "--pid", "--fork", "--kill-child", "--mount-proc")
    argv = in_namespaces(WORLD, "/lab", "unshare", *spaces, str(HERE / "node.sh"), name)
    shell = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=log, stderr=subprocess.STDOUT)
    init = poll_until(lambda: _descendant(shell.pid, 2), f"{name} did not start", name, 30)
    connect(name, init)
    # node.sh waits for the end of its input before it looks at its network.
    if shell.stdin:
        shell.stdin.close()
    up = STATE / "log" / f"{name}.up"
    poll_until(lambda: int(up.exists()), f"{name} did not start", name, 30)
    return Node(name, init)


def _descendant(parent: int, generations: int) -> int:
    """The first child of the first child and so on of a process; 0 while there is none."""
    for _ in range(generations):
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        if not children:
            return 0
        parent = int(children[0])
    return parent


def poll_until(ready: Callable[[], int], message: str, node: str, seconds: float) -> int:
    """Call `ready` until it returns something other than 0, and return that.

    LabError, with the message and the end of the node's log, if it stays 0 for so long.
    """
    deadline = time.monotonic() + seconds * TIME_FACTOR
    while time.monotonic() < deadline:
        if value := ready():
            return value
        # Polling takes as much longer as everything else, and from the same processor.
        time.sleep(0.01 * TIME_FACTOR**2)
    log = (STATE / "log" / node).read_text(errors="replace").splitlines()[-15:]
    raise LabError("\n".join([f"{message} within {seconds * TIME_FACTOR:.0f} s; its log ends:", *log]))
