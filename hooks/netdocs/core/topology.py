"""From what was seen to what is drawn: containers above, what they are plugged into below, wires at the bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from ipaddress import ip_interface, ip_network

from netdocs.core.names import natural, short
from netdocs.core.observed import Link, Observation, Space
from netdocs.core.words import Words


@dataclass(frozen=True, slots=True)
class Card:
    """An interface inside a namespace that is drawn as a box."""

    key: str
    name: str
    addresses: tuple[str, ...]
    anchor: str = ""
    """Key of the thing below that it is connected to."""
    tab: str = ""
    """Name of the cable's other end."""
    how: str = ""
    """What the connection is called, if it is no veth pair."""


@dataclass(frozen=True, slots=True)
class Box:
    """A namespace that is drawn as a box; or, without cards, a container that has none of its own."""

    key: str
    name: str
    kind: str
    """What it is, in a word."""
    note: str
    cards: tuple[Card, ...]

    @property
    def title(self) -> str:
        """`container alpha`."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Exit:
    """A line from an anchor towards the outside of its machine."""

    to: str
    """The key of the interface it leads to; a tunnel's is `vni 4097`."""
    kind: str
    """nat, parent or tunnel."""
    label: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What cables lead to: a bridge, or another interface of the machine."""

    key: str
    name: str
    addresses: tuple[str, ...]
    notes: tuple[str, ...]
    kind: str
    """bridge, overlay (a bridge in a namespace of its own) or card."""
    exits: tuple[Exit, ...] = ()


@dataclass(frozen=True, slots=True)
class Uplink:
    """An interface that is plugged into one of the lab's wires."""

    key: str
    name: str
    addresses: tuple[str, ...]
    wire: str


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine and everything in it."""

    name: str
    boxes: tuple[Box, ...]
    anchors: tuple[Anchor, ...]
    uplinks: tuple[Uplink, ...]
    ports: tuple[tuple[str, str], ...]
    """Published ports: key and text."""
    engine: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything a picture shows."""

    machines: tuple[Machine, ...]
    wires: tuple[tuple[str, str], ...]
    """Name and address range of each wire."""
    tunnels: tuple[tuple[str, str], ...]
    """Key and label of each tunnel."""


def graph(seen: Observation, words: Words) -> Graph:
    """The graph of an observation."""
    sketch = Sketch(seen, words)
    machines = _pruned([sketch.machine(space) for space in seen.spaces if space.kind == "machine"])
    tunnels = dict.fromkeys(way.to for one in machines for anchor in one.anchors for way in anchor.exits)
    labels = {key: words.picture.tunnel.format(vni=key.removeprefix("vni ")) for key in tunnels if key[:4] == "vni "}
    return Graph(machines, tuple(_wires(machines)), tuple(sorted(labels.items())))


def _pruned(machines: Sequence[Machine]) -> tuple[Machine, ...]:
    """The machines without the interfaces that nobody else in the lab is at the other end of."""
    count = Counter(uplink.wire for machine in machines for uplink in machine.uplinks)
    return tuple(replace(one, uplinks=tuple(up for up in one.uplinks if count[up.wire] > 1)) for one in machines)


def _wires(machines: Sequence[Machine]) -> Iterator[tuple[str, str]]:
    plugged = [uplink for machine in machines for uplink in machine.uplinks]
    for wire in dict.fromkeys(uplink.wire for uplink in plugged):
        ranges = [ip_interface(a).network for one in plugged if one.wire == wire for a in one.addresses[:1]]
        yield wire, str(ranges[0]) if ranges else ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An observation while a graph is made of it."""

    seen: Observation
    words: Words

    def machine(self, own: Space) -> Machine:
        """A machine with what is on it."""
        spaces = [space for space in self.seen.spaces if space.node == own.name and not self._idle(space)]
        engine = len(spaces) > 1 or own.forwards or any(one.node == own.name for one in self.seen.containers)
        boxes = [*self._boxes(own, spaces)]
        wanted = {card.anchor for box in boxes for card in box.cards}
        anchors = [anchor for space in spaces for anchor in self._anchors(own, space, wanted)]
        uplinks = (
            Uplink(f"{own.name} {link.name}", self._name(link), self._shown(link), link.wire)
            for link in own.links
            if link.wire
        )
        return Machine(own.name, tuple(boxes), tuple(anchors), tuple(uplinks), tuple(self._ports(own.name)), engine)

    def _idle(self, space: Space) -> bool:
        """Whether it is part of an overlay network that no container is on, as a swarm's ingress mostly is."""
        if space.kind not in ("overlay", "balancer"):
            return False
        home = _home_of(space)
        peers = [link.peer for one in self.seen.spaces if one.kind == "container" for link in one.links]
        return not any(peer.startswith(f"{home} ") for peer in peers)

    def _shown(self, link: Link) -> tuple[str, ...]:
        """The addresses of an interface; those of version 6 only where a container has one, too."""
        wanted = any(
            ":" in address and not address.startswith("::1")
            for space in self.seen.spaces
            if space.kind != "machine"
            for one in space.links
            for address in one.addresses
        )
        return tuple(address for address in link.addresses if wanted or ":" not in address)

    def _name(self, link: Link) -> str:
        return f"{short(link.name)} {self.words.picture.down}" if link.down else short(link.name)

    def _boxes(self, own: Space, spaces: Sequence[Space]) -> Iterator[Box]:
        terms = self.words.picture
        for name in own.holders:
            yield Box(f"{own.name}+{name}", short(name), terms.container, terms.shares_host, ())
        for space in sorted(spaces, key=lambda one: natural(one.name)):
            if space.kind in ("container", "named"):
                names = [short(name) for name in space.holders]
                also = terms.also.format(names=", ".join(names[1:])) if names[1:] else ""
                links = [link for link in space.links if link.kind != "loopback"] or space.links
                cards = (self._card(space, link) for link in links if not link.master)
                kind = terms.container if names else terms.named
                yield Box(space.name, names[0] if names else _last(space.name), kind, also, tuple(cards))

    def _card(self, space: Space, link: Link) -> Card:
        where, _, name = (link.peer or link.parent).rpartition(" ")
        far = self._link(where, name)
        anchor = f"{where} {far.master or far.name}" if far else ""
        how = self.words.picture.ways.get(f"{link.kind} {link.mode}".strip(), link.kind) if link.parent else ""
        tab = far.name if far and far.master else ""
        return Card(f"{space.name} {link.name}", self._name(link), self._shown(link), anchor, tab, how)

    def _link(self, space: str, name: str) -> Link | None:
        links = (link for one in self.seen.spaces if one.name == space for link in one.links)
        return next((link for link in links if link.name == name), None)

    def _anchors(self, own: Space, space: Space, wanted: set[str]) -> Iterator[Anchor]:
        for link in space.links if space.kind in ("machine", "overlay") else ():
            key = f"{space.name} {link.name}"
            if link.kind == "bridge" or (key in wanted and not link.wire) or (space is own and self._is_own(link)):
                kind = "overlay" if space.kind == "overlay" else "bridge" if link.kind == "bridge" else "card"
                addresses = self._shown(link)
                exits = tuple(self._exits(own, space, link, wanted))
                yield Anchor(key, self._name(link), addresses, self._notes(space, link, wanted), kind, exits)

    def _is_own(self, link: Link) -> bool:
        """Whether an interface of a machine is neither plugged in anywhere nor the end of a container's cable."""
        return not (link.wire or link.master or link.peer or link.kind == "loopback")

    def _notes(self, space: Space, link: Link, wanted: set[str]) -> tuple[str, ...]:
        terms = self.words.picture
        if space.kind == "overlay":
            balancers = [one for one in self.seen.spaces if one.kind == "balancer" and one.node == space.node]
            own = [each for one in balancers for each in one.links if each.peer.startswith(f"{space.name} ")]
            title = terms.overlay.format(name=_last(space.name))
            return (title, *(terms.balancer.format(address=each.addresses[0]) for each in own))
        if link.kind != "bridge":
            return (link.kind,)
        if f"{space.name} {link.name}" not in wanted and not self._ports_of(space, link):
            return (terms.empty,)
        named = link.network not in ("", link.name)
        return (terms.network.format(name=link.network) if named else terms.bridge,)

    def _ports_of(self, space: Space, bridge: Link) -> list[Link]:
        return [link for link in space.links if link.master == bridge.name]

    def _exits(self, own: Space, space: Space, link: Link, wanted: set[str]) -> Iterator[Exit]:
        uplink = next((f"{own.name} {one.name}" for one in own.links if one.wire), "")
        if space is own and f"{space.name} {link.name}" in wanted and _masqueraded(own, link) and uplink:
            yield Exit(uplink, "nat", self.words.picture.nat)
        if link.parent and link.parent != f"{space.name} {link.name}":
            yield Exit(link.parent, "parent", f"{link.kind} {link.tag or ''}".strip())
        for port in [link, *self._ports_of(space, link)]:
            if port.vni:
                yield Exit(f"vni {port.vni}", "tunnel", port.name)

    def _ports(self, node: str) -> Iterator[tuple[str, str]]:
        for container in self.seen.containers:
            if container.node == node:
                known: dict[str, str] = {}
                for port in container.ports:
                    host, _, inner = port.partition("->")
                    address, _, number = host.rpartition(":")
                    outer = number if address in ("0.0.0.0", "[::]") else host  # noqa: S104  (compared, not bound)
                    known.setdefault(f"{outer} → {short(container.name)} {inner}", f"{node} port {port}")
                yield from ((key, text) for text, key in known.items())
        swarm = any(space.node == node and space.kind == "overlay" for space in self.seen.spaces)
        for service in self.seen.services if swarm else ():
            for port in service.ports:
                yield f"{node} port {service.name} {port}", port.replace("->", f" → {service.name} ")


def _masqueraded(own: Space, link: Link) -> bool:
    ranges = {ip_network(one) for one in own.masquerades}
    return any(ip_interface(address).network in ranges for address in link.addresses)


def _home_of(space: Space) -> str:
    """The overlay namespace that a balancer belongs to; an overlay namespace belongs to itself."""
    if space.kind == "overlay":
        return space.name
    peers = [link.peer.rpartition(" ")[0] for link in space.links if "/overlay " in link.peer]
    return peers[0] if peers else ""


def _last(name: str) -> str:
    return name.rpartition(" ")[2]
