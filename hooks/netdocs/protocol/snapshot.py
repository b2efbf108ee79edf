"""A lab's network as it was captured: namespaces, interfaces, packets. Standard library only, shared with labs. Pure.

Agents make these, recordings keep them, pictures are drawn from them. What no reader sees and every
play changes (MAC addresses, ids, interface numbers) is left out. A field that holds nothing is not
written, so every field that may hold nothing has its empty value as default.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A network interface."""

    name: str
    kind: str = ""
    """veth, bridge, macvlan, ipvlan, vlan, vxlan, loopback; empty for a physical interface."""
    down: bool = False
    addresses: tuple[str, ...] = ()
    """With their prefix lengths, `172.17.0.2/16`."""
    master: str = ""
    """The bridge it is a port of, in the same namespace."""
    network: str = ""
    """Docker's name of the network it belongs to."""
    mode: str = ""
    """Of a macvlan or ipvlan: bridge, private, l2, l3 …"""
    vni: int = 0
    """Of a vxlan: its network identifier."""
    vlan_id: int = 0
    segment: str = ""
    """The lab's segment (lan, wan) that its other end is attached to."""
    peer: str = ""
    """The other end of a veth pair, `docker1/alpha eth0`: namespace, blank, interface."""
    parent: str = ""
    """The interface a macvlan, ipvlan or vlan is on, written like a peer."""


@dataclass(frozen=True, slots=True)
class Namespace:
    """A network namespace."""

    name: str
    """`docker1` for a machine's own; `docker1/alpha`, `docker1/overlay mynet` for others on it."""
    node: str
    kind: str
    """machine, container, overlay, balancer (of a swarm's service network) or named (by `ip netns`)."""
    links: tuple[Link, ...] = ()
    containers: tuple[str, ...] = ()
    """Names of the containers in it."""
    routes: tuple[str, ...] = ()
    """Default routes, `172.17.0.1 eth0`: gateway and interface."""
    ip_forward: bool = False
    masquerades: tuple[str, ...] = ()
    """Ranges behind whose packets the machine puts its own address, `172.17.0.0/16`."""


@dataclass(frozen=True, slots=True)
class Container:
    """A container that publishes ports, or one that does not run."""

    node: str
    name: str
    namespace: str = ""
    """Empty if it does not run."""
    ports: tuple[str, ...] = ()
    """`0.0.0.0:8080->80/tcp`."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service of a swarm."""

    name: str
    ports: tuple[str, ...] = ()
    """`9090->80/tcp`, on every machine of the swarm."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The network of the whole lab at the end of a step."""

    namespaces: tuple[Namespace, ...] = ()
    containers: tuple[Container, ...] = ()
    services: tuple[Service, ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """A packet at an interface."""

    node: str
    namespace: str
    interface: str
    direction: str
    """in or out."""
    source: str
    destination: str
    """An address; of a TCP connection, with the port."""
    outer: str = ""
    """`192.0.2.11 192.0.2.12 4097`: source, destination and VNI of the VXLAN packet around it."""


@dataclass(frozen=True, slots=True)
class PacketTrace:
    """The path of the first packet of a ping, or of a TCP connection."""

    origin: str
    """The container or machine it left, as the request names it."""
    destination: str
    """Where it was sent, as the request names it: a name or an address, perhaps with a port."""
    address: str
    """The address the packet was sent to."""
    answered: bool = False
    hops: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True)
class Capture:
    """What a step asked for in brackets, and what there was."""

    request: str
    """`picture`, or `path alpha example.com`."""
    network: Snapshot | None = None
    """What a picture is drawn from."""
    trace: PacketTrace | None = None
    """What a path is drawn from."""
