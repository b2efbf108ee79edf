"""What a diagram shows: hosts, the namespaces and bridges in them, and what joins the hosts. Pure.

Every part has a key, the name it has in a snapshot (`docker1/alpha eth0`): by it lines find their ends, and a
comparison its parts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interface:
    """An interface inside a namespace that is drawn as a box."""

    key: str
    name: str
    addresses: tuple[str, ...]
    bridge: str = ""
    """Key of the bridge (or other thing below) that it is connected to."""
    peer: str = ""
    """Name of its veth pair's other end, where that is plugged into a bridge."""
    link_mode: str = ""
    """What the connection is called, if it is no veth pair: `macvlan`, `ipvlan, L2`."""


@dataclass(frozen=True, slots=True)
class NamespaceBox:
    """A namespace that is drawn as a box; or, without interfaces, a container that has none of its own."""

    key: str
    name: str
    kind: str
    """What it is, in a word for readers."""
    note: str
    interfaces: tuple[Interface, ...]

    @property
    def title(self) -> str:
        """`container alpha`."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Uplink:
    """A line from a bridge towards the outside of its host."""

    target: str
    """The key of the interface it leads to; a tunnel's is `vni 4097`."""
    kind: str
    """nat, parent or tunnel."""
    label: str


@dataclass(frozen=True, slots=True)
class Bridge:
    """What interfaces are connected to: a bridge, or an interface of the host that is drawn in the place of one."""

    key: str
    name: str
    addresses: tuple[str, ...]
    notes: tuple[str, ...]
    kind: str
    """bridge, overlay (a bridge in a namespace of its own) or interface."""
    uplinks: tuple[Uplink, ...] = ()


@dataclass(frozen=True, slots=True)
class HostInterface:
    """An interface of a host that is plugged into one of the lab's segments."""

    key: str
    name: str
    addresses: tuple[str, ...]
    segment: str


@dataclass(frozen=True, slots=True)
class Host:
    """A host and everything in it."""

    name: str
    boxes: tuple[NamespaceBox, ...]
    bridges: tuple[Bridge, ...]
    interfaces: tuple[HostInterface, ...]
    ports: tuple[tuple[str, str], ...]
    """Published ports: key and text."""
    has_engine: bool


@dataclass(frozen=True, slots=True)
class Topology:
    """Everything a diagram shows."""

    hosts: tuple[Host, ...]
    segments: tuple[tuple[str, str], ...]
    """Name and address range of each segment."""
    tunnels: tuple[tuple[str, str], ...]
    """Key and label of each tunnel."""
