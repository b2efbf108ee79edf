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
from typing import Any, TypedDict, TypeVar, cast

from agent.engines import client_of, is_engine
from agent.network import LabError, Node

T = TypeVar("T")
LAB = ""
"""The name of the lab's own namespace, in which the segments are."""
# From the kernel's linux/sched.h, linux/rtnetlink.h, linux/netlink.h and linux/net_namespace.h.
CLONE_NEWNET = 0x40000000
RTM_GETNSID, NLM_F_REQUEST, NETNSA_NSID, NETNSA_FD = 90, 1, 1, 3
NETNSA_NSID_NOT_ASSIGNED = -1
_HEADER, _FAMILY, _ATTRIBUTE = struct.Struct("=IHHII"), struct.Struct("=B3x"), struct.Struct("=HHi")
"""struct nlmsghdr, struct rtgenmsg with its padding, struct nlattr with a 32-bit value."""
_LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(slots=True)
class Namespace:
    """One network namespace."""

    name: str
    """`docker1` for a machine's own, `docker1/alpha` for what is on it."""
    node: str
    kind: str
    """machine, container, overlay, balancer or named."""
    path: Path
    containers: list[str] = field(default_factory=list)
    """Names of the containers in it, the oldest first."""


class LinkAddress(TypedDict):
    """An address, as `ip -json address` writes it."""

    local: str
    prefixlen: int
    scope: str


class LinkInfo(TypedDict, total=False):
    """What is special to a kind of interface."""

    info_kind: str
    info_data: Mapping[str, Any]


class _Link(TypedDict):
    ifname: str
    ifindex: int
    address: str
    flags: Sequence[str]
    addr_info: Sequence[LinkAddress]


class IpLink(_Link, total=False):
    """An interface, as `ip -json -details address` writes it."""

    master: str
    linkinfo: LinkInfo
    link: str | None
    """Name of its peer or parent, if that is in the same namespace."""
    link_index: int
    """Number of its peer or parent in the other namespace."""
    link_netnsid: int
    """The number by which its namespace knows that other one."""


class IpRoute(TypedDict, total=False):
    """A route, as `ip -json route` writes it."""

    dst: str
    gateway: str
    dev: str


@dataclass(frozen=True, slots=True)
class NamespaceState:
    """What is in a namespace, in iproute2's words, and which namespaces its numbers (nsid) mean."""

    links: Sequence[IpLink]
    routes: Sequence[IpRoute]
    nsids: Mapping[int, str]

    def link(self, name: str) -> IpLink | None:
        """The interface of that name, if there is one."""
        return next((link for link in self.links if link["ifname"] == name), None)


def _enter(number: int) -> None:
    # os.setns came with Python 3.12; bookworm has 3.11.
    if _LIBC.setns(number, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns: there is no such network namespace any more")


def run_in_namespace(path: Path, work: Callable[[], T]) -> T:
    """What `work` returns when it is called in the namespace at `path`, programs it starts included.

    A thread of its own goes there and ends: a thread that came back might come back to the wrong place.
    """
    results: list[T] = []
    errors: list[Exception] = []

    def enter() -> None:
        try:
            with path.open("rb") as file:
                _enter(file.fileno())
            results.append(work())
        except Exception as error:  # whatever it is, the thread that called shall have it
            errors.append(error)

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def read(namespaces: Sequence[Namespace]) -> dict[str, NamespaceState]:
    """What is in each namespace, by its name."""
    with ExitStack() as stack:
        files = {namespace.name: stack.enter_context(namespace.path.open("rb")) for namespace in namespaces}
        numbers = {name: file.fileno() for name, file in files.items()}
        return {namespace.name: run_in_namespace(namespace.path, lambda: _read(numbers)) for namespace in namespaces}


def _read(files: Mapping[str, int]) -> NamespaceState:
    links = cast("list[IpLink]", _ip("-details", "address"))
    routes = cast("list[IpRoute]", [*_ip("-4", "route"), *_ip("-6", "route")])
    # A namespace of nothing but loopback has no neighbours, and asking for them takes longest.
    has_neighbours = any("link_netnsid" in link for link in links)
    return NamespaceState(links, routes, _nsids(files) if has_neighbours else {})


def _ip(*words: str) -> list[dict[str, Any]]:
    process = subprocess.run(["ip", "-json", *words], capture_output=True, text=True, check=False)
    if process.returncode:
        raise LabError(f"ip {' '.join(words)}\n{process.stderr.strip()}")
    return [entry for entry in json.loads(process.stdout or "[]") if entry]


def other_end(namespace: str, link: IpLink, states: Mapping[str, NamespaceState]) -> tuple[str, str]:
    """Namespace and name of the interface that a link names as its peer or parent; empty if it names none we know."""
    if "link_netnsid" not in link:
        peer = link.get("link")
        return (namespace, peer) if peer else ("", "")
    peer_namespace = states[namespace].nsids.get(link["link_netnsid"])
    if peer_namespace is None or peer_namespace not in states:
        return "", ""
    return peer_namespace, next(
        (peer["ifname"] for peer in states[peer_namespace].links if peer["ifindex"] == link["link_index"]), ""
    )


def _nsids(files: Mapping[str, int]) -> dict[int, str]:
    """The number by which the namespace we are in knows each of the others, if it knows it."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE) as netlink:
        netlink.settimeout(5)
        numbers = ((_nsid(netlink, file), name) for name, file in files.items())
        return {number: name for number, name in numbers if number != NETNSA_NSID_NOT_ASSIGNED}


def _nsid(netlink: socket.socket, file: int) -> int:
    body = _FAMILY.pack(socket.AF_UNSPEC) + _ATTRIBUTE.pack(_ATTRIBUTE.size, NETNSA_FD, file)
    netlink.send(_HEADER.pack(_HEADER.size + len(body), RTM_GETNSID, NLM_F_REQUEST, 0, 0) + body)
    answer = netlink.recv(4096)[_HEADER.size + _FAMILY.size :]
    while len(answer) >= _ATTRIBUTE.size:
        length, kind, value = _ATTRIBUTE.unpack_from(answer)
        if kind == NETNSA_NSID:
            return int(value)
        answer = answer[max((length + 3) & ~3, 4) :]
    return NETNSA_NSID_NOT_ASSIGNED


def find(nodes: Mapping[str, Node]) -> list[Namespace]:
    """Every namespace of the lab, each once: machines, containers, those of overlay networks, those made by hand."""
    by_inode: dict[tuple[int, int], Namespace] = {}
    own = Path("/proc/self/ns/net")
    device = own.stat().st_dev
    for namespace in [Namespace(LAB, LAB, "machine", own), *_all(nodes)]:
        file = namespace.path.stat()
        # What is no namespace is not opened: a pipe that a scenario has put there would keep us waiting.
        if file.st_dev != device:
            continue
        first = by_inode.setdefault((file.st_dev, file.st_ino), namespace)
        first.containers += [name for name in namespace.containers if name not in first.containers]
    return [*by_inode.values()]


def _all(nodes: Mapping[str, Node]) -> Iterator[Namespace]:
    for name in nodes:
        yield Namespace(name, name, "machine", Path("/run/netns", name))
    for node in nodes.values():
        root = Path(f"/proc/{node.init}/root")
        if is_engine(node.name):
            yield from _of_containers(node, root)
            yield from _of_networks(node, root / "run/docker/netns")
        for path in sorted((root / "run/netns").glob("*")):
            yield Namespace(f"{node.name}/netns {path.name}", node.name, "named", path)


def _of_containers(node: Node, root: Path) -> Iterator[Namespace]:
    containers = [container.attrs for container in client_of(node).containers.list()]
    for attrs in sorted(containers, key=lambda attrs: (_joins_another(attrs), attrs["Name"])):
        name = attrs["Name"].lstrip("/")
        path = root / f"proc/{attrs['State']['Pid']}/ns/net"
        yield Namespace(f"{node.name}/{name}", node.name, "container", path, [name])


def _joins_another(attrs: Mapping[str, Any]) -> bool:
    """Whether the container lives in another container's namespace."""
    return str(attrs["HostConfig"]["NetworkMode"]).startswith("container:")


def _of_networks(node: Node, folder: Path) -> Iterator[Namespace]:
    """The namespaces an engine makes for overlay networks: named after the network's id, with a number before it."""
    networks = {str(network.id): str(network.name) for network in client_of(node).networks.list()}
    for path in sorted(folder.glob("*")):
        # `1-x2hq0brnvm` is a network's, `lb_x2hq0brnv` its balancer's: the rest is the beginning of the network's id.
        prefix, _, id_prefix = path.name.replace("lb_", "lb-").partition("-")
        kind = "balancer" if prefix == "lb" or path.name == "ingress_sbox" else "overlay"
        network = next((name for key, name in networks.items() if id_prefix and key.startswith(id_prefix)), "")
        if path.name == "ingress_sbox":
            yield Namespace(f"{node.name}/ingress_sbox", node.name, kind, path)
        elif network:
            yield Namespace(f"{node.name}/{kind} {network}", node.name, kind, path)
