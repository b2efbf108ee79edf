"""From a snapshot of a lab to what a diagram of it shows. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netdocs.diagram.names import natural_sort_key, shorten
from netdocs.diagram.snapshot_fields import masquerade_ranges, network_of
from netdocs.diagram.topology import Bridge, Host, HostInterface, Interface, NamespaceBox, Topology, Uplink
from netdocs.protocol.snapshot import Link, Namespace, Snapshot

if TYPE_CHECKING:  # the image to try has the strings in another form (lab/tryit/picture.py)
    from netdocs.i18n.strings import ContentStrings


def build_topology(snapshot: Snapshot, strings: ContentStrings) -> Topology:
    """What a diagram of a snapshot shows, in one language; SnapshotError if an address in it is none."""
    builder = TopologyBuilder(snapshot, strings)
    hosts = _without_lone_interfaces([builder.host(root) for root in snapshot.namespaces if root.kind == "machine"])
    targets = dict.fromkeys(uplink.target for host in hosts for bridge in host.bridges for uplink in bridge.uplinks)
    vnis = sorted(key for key in targets if key.startswith("vni "))
    label = strings.diagram.tunnel
    tunnels = tuple((key, label.format(vni=key.removeprefix("vni "))) for key in vnis)
    return Topology(hosts, tuple(_segments(hosts)), tunnels)


def _without_lone_interfaces(hosts: Sequence[Host]) -> tuple[Host, ...]:
    """The hosts without the interfaces on segments that no other interface of the lab is on: they lead nowhere."""
    count = Counter(interface.segment for host in hosts for interface in host.interfaces)
    return tuple(
        replace(host, interfaces=tuple(interface for interface in host.interfaces if count[interface.segment] > 1))
        for host in hosts
    )


def _segments(hosts: Sequence[Host]) -> Iterator[tuple[str, str]]:
    """Each segment with its range, which is that of the first address on it."""
    ranges: dict[str, str] = {}
    for host in hosts:
        for interface in host.interfaces:
            for address in interface.addresses[:1]:
                network = network_of(address, f"{host.name} {interface.name}")
                ranges[interface.segment] = ranges.get(interface.segment) or str(network)
            ranges.setdefault(interface.segment, "")
    yield from ranges.items()


@dataclass(frozen=True, slots=True)
class TopologyBuilder:
    """A snapshot while a topology is made of it."""

    snapshot: Snapshot
    strings: ContentStrings

    def host(self, root: Namespace) -> Host:
        """A host with what is on it; `root` is its own namespace."""
        spaces = [space for space in self.snapshot.namespaces if space.node == root.name and not self._is_idle(space)]
        containers = any(container.node == root.name for container in self.snapshot.containers)
        boxes = [*self._boxes(root, spaces)]
        connected = {interface.bridge for box in boxes for interface in box.interfaces}
        bridges = [bridge for space in spaces for bridge in self._bridges(root, space, connected)]
        interfaces = (
            HostInterface(f"{root.name} {link.name}", self._name(link), self._addresses(link), link.segment)
            for link in root.links
            if link.segment
        )
        has_engine = len(spaces) > 1 or root.ip_forward or containers
        ports = tuple(self._ports(root.name))
        return Host(root.name, tuple(boxes), tuple(bridges), tuple(interfaces), ports, has_engine)

    def _is_idle(self, space: Namespace) -> bool:
        """Whether it is part of an overlay network that no container is on, as a swarm's ingress mostly is."""
        if space.kind not in ("overlay", "balancer"):
            return False
        home = _overlay_of(space)
        containers = (candidate for candidate in self.snapshot.namespaces if candidate.kind == "container")
        return not any(link.peer.startswith(f"{home} ") for container in containers for link in container.links)

    def _addresses(self, link: Link) -> tuple[str, ...]:
        """The addresses of an interface; those of version 6 only where a container has one, too.

        Every host of a lab has some. On a page about IPv4 they would make each box twice as wide and tell nothing.
        """
        shows_ipv6 = any(
            ":" in address and not address.startswith("::1")
            for space in self.snapshot.namespaces
            if space.kind != "machine"
            for candidate in space.links
            for address in candidate.addresses
        )
        return tuple(address for address in link.addresses if shows_ipv6 or ":" not in address)

    def _name(self, link: Link) -> str:
        return f"{shorten(link.name)} {self.strings.diagram.down}" if link.down else shorten(link.name)

    def _boxes(self, root: Namespace, spaces: Sequence[Namespace]) -> Iterator[NamespaceBox]:
        strings = self.strings.diagram
        for name in root.containers:
            yield NamespaceBox(f"{root.name}+{name}", shorten(name), strings.container, strings.in_host_namespace, ())
        for space in sorted(spaces, key=lambda space: natural_sort_key(space.name)):
            if space.kind in ("container", "named"):
                yield self._box(space)

    def _box(self, space: Namespace) -> NamespaceBox:
        """A namespace; `lo` is in every one, so it is drawn only where there is nothing else."""
        strings = self.strings.diagram
        names = [shorten(name) for name in space.containers]
        note = strings.also_in_namespace.format(names=", ".join(names[1:])) if names[1:] else ""
        links = [link for link in space.links if link.kind != "loopback"] or space.links
        interfaces = tuple(self._interface(space, link) for link in links if not link.master)
        kind = strings.container if names else strings.named_namespace
        return NamespaceBox(space.name, names[0] if names else _last_word(space.name), kind, note, interfaces)

    def _interface(self, space: Namespace, link: Link) -> Interface:
        """An interface and what it is connected to: its peer's bridge, else its peer or parent itself."""
        namespace, _, name = (link.peer or link.parent).rpartition(" ")
        peer = self._link(namespace, name)
        bridge = f"{namespace} {peer.master or peer.name}" if peer else ""
        mode = f"{link.kind} {link.mode}".strip()
        link_mode = self.strings.diagram.link_modes.get(mode, link.kind) if link.parent else ""
        tab = peer.name if peer and peer.master else ""
        return Interface(f"{space.name} {link.name}", self._name(link), self._addresses(link), bridge, tab, link_mode)

    def _link(self, namespace: str, name: str) -> Link | None:
        links = (link for space in self.snapshot.namespaces if space.name == namespace for link in space.links)
        return next((link for link in links if link.name == name), None)

    def _bridges(self, root: Namespace, space: Namespace, connected: set[str]) -> Iterator[Bridge]:
        """The bridges of a namespace, and the interfaces that are drawn in the place of one.

        Those are what a container is connected to without a bridge (the parent of a macvlan, the end of a cable laid
        by hand), and on the host what nothing else shows, such as a VLAN's interface.
        """
        for link in space.links if space.kind in ("machine", "overlay") else ():
            key = f"{space.name} {link.name}"
            is_parent = key in connected and not link.segment
            if link.kind == "bridge" or is_parent or (space is root and _is_unconnected(link)):
                kind = "overlay" if space.kind == "overlay" else "bridge" if link.kind == "bridge" else "interface"
                notes = self._notes(space, link, connected)
                uplinks = tuple(self._uplinks(root, space, link, connected))
                yield Bridge(key, self._name(link), self._addresses(link), notes, kind, uplinks)

    def _notes(self, space: Namespace, link: Link, connected: set[str]) -> tuple[str, ...]:
        strings = self.strings.diagram
        if space.kind == "overlay":
            return (strings.overlay.format(name=_last_word(space.name)), *self._balancers(space))
        if link.kind != "bridge":
            return (link.kind,)
        if f"{space.name} {link.name}" not in connected and not _bridge_ports(space, link):
            return (strings.no_ports,)
        is_named = link.network not in ("", link.name)
        return (strings.network.format(name=link.network) if is_named else strings.bridge,)

    def _balancers(self, overlay: Namespace) -> Iterator[str]:
        """The load balancers of an overlay network on its host, by their first addresses."""
        for space in self.snapshot.namespaces:
            if space.kind == "balancer" and space.node == overlay.node:
                for link in space.links:
                    if link.peer.startswith(f"{overlay.name} ") and link.addresses:
                        yield self.strings.diagram.load_balancer.format(address=link.addresses[0])

    def _uplinks(self, root: Namespace, space: Namespace, link: Link, connected: set[str]) -> Iterator[Uplink]:
        """The ways out: NAT to the host's first interface, the link's parent, and tunnels plugged into it."""
        key = f"{space.name} {link.name}"
        outside = next((f"{root.name} {candidate.name}" for candidate in root.links if candidate.segment), "")
        if space is root and key in connected and _is_masqueraded(root, link) and outside:
            yield Uplink(outside, "nat", self.strings.diagram.nat)
        if link.parent and link.parent != key:
            yield Uplink(link.parent, "parent", f"{link.kind} {link.vlan_id or ''}".strip())
        for port in [link, *_bridge_ports(space, link)]:
            if port.vni:
                yield Uplink(f"vni {port.vni}", "tunnel", port.name)

    def _ports(self, node: str) -> Iterator[tuple[str, str]]:
        """The ports that a host publishes: those of its containers, and as part of a swarm those of all services."""
        for container in self.snapshot.containers:
            if container.node == node:
                # Docker lists a port once for 0.0.0.0 and once for [::]; to a reader it is one port.
                keys: dict[str, str] = {}
                for port in container.ports:
                    keys.setdefault(_port_text(container.name, port), f"{node} port {port}")
                yield from ((key, text) for text, key in keys.items())
        in_swarm = any(space.node == node and space.kind == "overlay" for space in self.snapshot.namespaces)
        for service in self.snapshot.services if in_swarm else ():
            for port in service.ports:
                yield f"{node} port {service.name} {port}", port.replace("->", f" → {service.name} ")


def _port_text(container: str, port: str) -> str:
    """`8080 → web 80/tcp`; an address only where the port is not published on every one."""
    outside, _, inside = port.partition("->")
    address, _, number = outside.rpartition(":")
    endpoint = number if address in ("0.0.0.0", "[::]") else outside  # noqa: S104  (compared, not bound)
    return f"{endpoint} → {shorten(container)} {inside}"


def _is_unconnected(link: Link) -> bool:
    """Whether a host's interface is neither plugged in anywhere nor the end of a container's cable."""
    return not (link.segment or link.master or link.peer or link.kind == "loopback")


def _bridge_ports(space: Namespace, bridge: Link) -> list[Link]:
    return [link for link in space.links if link.master == bridge.name]


def _is_masqueraded(root: Namespace, link: Link) -> bool:
    ranges = masquerade_ranges(root)
    return any(network_of(address, f"{root.name} {link.name}") in ranges for address in link.addresses)


def _overlay_of(space: Namespace) -> str:
    """The overlay namespace that a balancer belongs to; an overlay namespace belongs to itself."""
    if space.kind == "overlay":
        return space.name
    return next((link.peer.rpartition(" ")[0] for link in space.links if "/overlay " in link.peer), "")


def _last_word(name: str) -> str:
    return name.rpartition(" ")[2]
