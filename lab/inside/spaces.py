"""The network namespaces of a lab: where they are, whose they are, and what is in each."""

from __future__ import annotations

import ctypes
import json
import socket
import struct
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from inside.engines import connect, is_engine
from inside.world import Node, WorldError

T = TypeVar("T")
LAB = ""
"""The name of the lab's own namespace, in which the wires are."""
CLONE_NEWNET = 0x40000000
RTM_GETNSID, NLM_F_REQUEST, NETNSA_NSID, NETNSA_FD = 90, 1, 1, 3
UNKNOWN_NSID = -1
_HEAD, _FAMILY, _ATTRIBUTE = struct.Struct("=IHHII"), struct.Struct("=B3x"), struct.Struct("=HHi")
_LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(slots=True)
class Space:
    """One network namespace."""

    name: str
    """`docker1` for a machine's own, `docker1/alpha` for what is on it."""
    node: str
    kind: str
    """machine, container, overlay, balancer or named."""
    path: Path
    holders: list[str] = field(default_factory=list)
    """Names of the containers in it, the oldest first."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in a namespace, as iproute2 says it, and which namespaces its numbers (nsid) mean."""

    links: Sequence[Mapping[str, Any]]
    routes: Sequence[Mapping[str, Any]]
    neighbours: Mapping[int, str]


def _enter(number: int) -> None:
    if _LIBC.setns(number, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns: there is no such network namespace any more")


def inside(path: Path, work: Callable[[], T]) -> T:
    """What `work` returns when it is called in the namespace at `path`, programs it starts included."""
    done: list[T] = []
    failed: list[Exception] = []

    def enter() -> None:
        try:
            with path.open("rb") as file:
                _enter(file.fileno())
            done.append(work())
        except Exception as error:  # whatever it is, the thread that asked shall have it
            failed.append(error)

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return done[0]


def read(spaces: Sequence[Space]) -> dict[str, Seen]:
    """What is in each namespace, by its name."""
    with ExitStack() as stack:
        files = {space.name: stack.enter_context(space.path.open("rb")) for space in spaces}
        numbers = {name: file.fileno() for name, file in files.items()}
        return {space.name: inside(space.path, lambda: _read(numbers)) for space in spaces}


def _read(files: Mapping[str, int]) -> Seen:
    links = _ip("-details", "address")
    routes = [*_ip("-4", "route"), *_ip("-6", "route")]
    wanted = any("link_netnsid" in link for link in links)
    return Seen(links, routes, _neighbours(files) if wanted else {})


def _ip(*words: str) -> list[dict[str, Any]]:
    done = subprocess.run(["ip", "-json", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise WorldError(f"ip {' '.join(words)}\n{done.stderr.strip()}")
    return [entry for entry in json.loads(done.stdout or "[]") if entry]


def _neighbours(files: Mapping[str, int]) -> dict[int, str]:
    """The number by which the namespace we are in knows each of the others, if it knows it."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE) as netlink:
        netlink.settimeout(5)
        known = ((_nsid(netlink, file), name) for name, file in files.items())
        return {number: name for number, name in known if number != UNKNOWN_NSID}


def _nsid(netlink: socket.socket, file: int) -> int:
    body = _FAMILY.pack(socket.AF_UNSPEC) + _ATTRIBUTE.pack(_ATTRIBUTE.size, NETNSA_FD, file)
    netlink.send(_HEAD.pack(_HEAD.size + len(body), RTM_GETNSID, NLM_F_REQUEST, 0, 0) + body)
    answer = netlink.recv(4096)[_HEAD.size + _FAMILY.size :]
    while len(answer) >= _ATTRIBUTE.size:
        length, kind, value = _ATTRIBUTE.unpack_from(answer)
        if kind == NETNSA_NSID:
            return int(value)
        answer = answer[max((length + 3) & ~3, 4) :]
    return UNKNOWN_NSID


def find(nodes: Mapping[str, Node]) -> list[Space]:
    """Every namespace of the lab, each once: machines, containers, those of overlay networks, those made by hand."""
    found: dict[tuple[int, int], Space] = {}
    for space in [Space(LAB, LAB, "machine", Path("/proc/self/ns/net")), *_spaces(nodes)]:
        about = space.path.stat()
        known = found.setdefault((about.st_dev, about.st_ino), space)
        known.holders += [name for name in space.holders if name not in known.holders]
    return [*found.values()]


def _spaces(nodes: Mapping[str, Node]) -> Iterator[Space]:
    for name in nodes:
        yield Space(name, name, "machine", Path("/run/netns", name))
    for node in nodes.values():
        root = Path(f"/proc/{node.init}/root")
        if is_engine(node.name):
            yield from _of_containers(node, root)
            yield from _of_networks(node, root / "run/docker/netns")
        for path in sorted((root / "run/netns").glob("*")):
            yield Space(f"{node.name}/netns {path.name}", node.name, "named", path)


def _of_containers(node: Node, root: Path) -> Iterator[Space]:
    containers = [one.attrs for one in connect(node, 30).containers.list()]
    for facts in sorted(containers, key=lambda one: (_borrows(one), one["Name"])):
        name = facts["Name"].lstrip("/")
        path = root / f"proc/{facts['State']['Pid']}/ns/net"
        yield Space(f"{node.name}/{name}", node.name, "container", path, [name])


def _borrows(facts: Mapping[str, Any]) -> bool:
    """Whether the container lives in another container's namespace."""
    return str(facts["HostConfig"]["NetworkMode"]).startswith("container:")


def _of_networks(node: Node, folder: Path) -> Iterator[Space]:
    """The namespaces an engine makes for overlay networks: named after the network's id, with a number before it."""
    networks = {str(network.id): str(network.name) for network in connect(node, 30).networks.list()}
    for path in sorted(folder.glob("*")):
        prefix, _, rest = path.name.replace("lb_", "lb-").partition("-")
        kind = "balancer" if prefix == "lb" or path.name == "ingress_sbox" else "overlay"
        network = next((name for key, name in networks.items() if rest and key.startswith(rest)), "")
        if path.name == "ingress_sbox":
            yield Space(f"{node.name}/ingress_sbox", node.name, kind, path)
        elif network:
            yield Space(f"{node.name}/{kind} {network}", node.name, kind, path)
