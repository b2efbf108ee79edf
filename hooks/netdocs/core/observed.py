"""What a look at a lab found, as recordings keep it: namespaces, interfaces, and what engines say of them."""

from __future__ import annotations

import msgspec


class Link(msgspec.Struct, frozen=True, omit_defaults=True):
    """A network interface."""

    name: str
    kind: str = ""
    """veth, bridge, macvlan, ipvlan, vlan, vxlan, loopback; empty for a card of metal."""
    down: bool = False
    addresses: tuple[str, ...] = ()
    master: str = ""
    """The bridge it is plugged into, in the same namespace."""
    network: str = ""
    """Docker's name of the network it belongs to."""
    mode: str = ""
    vni: int = 0
    tag: int = 0
    wire: str = ""
    """The wire of the lab that its other end is plugged into."""
    peer: str = ""
    """The other end of a veth pair, `docker1/alpha eth0`: namespace, blank, interface."""
    parent: str = ""
    """The interface a macvlan, ipvlan or vlan is on, written like a peer."""


class Space(msgspec.Struct, frozen=True, omit_defaults=True):
    """A network namespace."""

    name: str
    """`docker1` for a machine's own; `docker1/alpha`, `docker1/overlay mynet` for others on it."""
    node: str
    kind: str
    """machine, container, overlay, balancer (of a swarm's service network) or named (by `ip netns`)."""
    links: tuple[Link, ...]
    holders: tuple[str, ...] = ()
    """The containers in it."""
    routes: tuple[str, ...] = ()
    """Ways out, `172.17.0.1 eth0`: gateway and interface."""
    forwards: bool = False
    masquerades: tuple[str, ...] = ()
    """Ranges behind whose packets the machine puts its own address."""


class Container(msgspec.Struct, frozen=True, omit_defaults=True):
    """A container that publishes ports, or one that does not run."""

    node: str
    name: str
    space: str = ""
    """Empty if it does not run."""
    ports: tuple[str, ...] = ()
    """`0.0.0.0:8080->80/tcp`."""


class Service(msgspec.Struct, frozen=True, omit_defaults=True):
    """A service of a swarm."""

    name: str
    ports: tuple[str, ...] = ()
    """`9090->80/tcp`, on every machine of the swarm."""


class Observation(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything that was seen at the end of a step."""

    spaces: tuple[Space, ...]
    containers: tuple[Container, ...] = ()
    services: tuple[Service, ...] = ()


class Sighting(msgspec.Struct, frozen=True, omit_defaults=True):
    """A packet at an interface."""

    node: str
    space: str
    interface: str
    going: str
    """in or out."""
    source: str
    target: str
    outer: str = ""
    """`192.0.2.11 192.0.2.12 4097`: source, destination and VNI of the VXLAN packet around it."""


class Journey(msgspec.Struct, frozen=True, omit_defaults=True):
    """The way of the first packet of a ping, or of a TCP connection."""

    start: str
    goal: str
    asked: str
    """The address the packet was meant for."""
    answered: bool
    sightings: tuple[Sighting, ...]


class Look(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was looked at, as the step's mark says it, and what was seen."""

    asked: str
    """`picture`, or `path alpha example.com`."""
    network: Observation | None = None
    journey: Journey | None = None
