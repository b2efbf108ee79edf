"""What a diagram shows, in sentences: for those who cannot see it, and for searching. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netdocs.diagram.renderer import SYMBOLS, Status
from netdocs.diagram.snapshot_fields import last_hop, outer_packet
from netdocs.diagram.topology import Bridge, Host, Interface, NamespaceBox, Topology
from netdocs.protocol.snapshot import Hop, PacketTrace, Snapshot

if TYPE_CHECKING:  # the image to try has the strings in another form (lab/tryit/picture.py)
    from netdocs.i18n.strings import DiagramStrings


def sentences(
    topology: Topology, snapshot: Snapshot, strings: DiagramStrings, changes: Mapping[str, Status]
) -> list[str]:
    """The diagram of a network, host by host; containers that do not run are told last, they are in no drawing."""
    describer = Describer(topology, strings, changes)
    running = [sentence for host in topology.hosts for sentence in describer.host(host)]
    stopped = (container for container in snapshot.containers if not container.namespace)
    return [*running, *(strings.alt_stopped.format(name=container.name, host=container.node) for container in stopped)]


class Describer:
    """Tells what a topology holds."""

    def __init__(self, topology: Topology, strings: DiagramStrings, changes: Mapping[str, Status]) -> None:
        self._strings, self._changes = strings, changes
        self._segments = {name: strings.lan.format(range=network) for name, network in topology.segments[:1]}
        self._segments |= {name: strings.wan.format(range=network) for name, network in topology.segments[1:]}

    def _change_mark(self, key: str) -> str:
        return SYMBOLS[self._changes[key]] if key in self._changes else ""

    def host(self, host: Host) -> Iterator[str]:
        """A host, from its own interfaces to the containers on it."""
        for interface in host.interfaces:
            facts = {"name": _with_addresses(interface.name, interface.addresses), "host": host.name}
            sentence = self._strings.alt_uplink.format(**facts, segment=self._segments.get(interface.segment, ""))
            yield self._change_mark(interface.key) + sentence
        for bridge in host.bridges:
            yield from self._bridge(host, bridge)
        bridges = {bridge.key for bridge in host.bridges}
        for box in host.boxes:
            yield from self._box(host, box, bridges)
        for key, text in host.ports:
            yield self._change_mark(key) + self._strings.alt_published_port.format(host=host.name, port=text)

    def _bridge(self, host: Host, bridge: Bridge) -> Iterator[str]:
        name, notes = _with_addresses(bridge.name, bridge.addresses), ", ".join(bridge.notes)
        ports = "; ".join(
            self._port(box, interface)
            for box in host.boxes
            for interface in box.interfaces
            if interface.bridge == bridge.key
        )
        phrase = self._strings.alt_bridge if ports else self._strings.alt_unused_bridge
        yield self._change_mark(bridge.key) + phrase.format(name=name, note=notes, host=host.name, ports=ports)
        phrases = {"nat": self._strings.alt_nat, "tunnel": self._strings.alt_tunnel}
        for uplink in bridge.uplinks:
            if uplink.kind in phrases:
                vni = uplink.target.removeprefix("vni ")
                yield phrases[uplink.kind].format(name=bridge.name, host=host.name, vni=vni)

    def _port(self, box: NamespaceBox, interface: Interface) -> str:
        name = _with_addresses(f"{box.title} {interface.name}", interface.addresses)
        via_peer = self._strings.via_peer.format(name=interface.peer) if interface.peer else ""
        return f"{self._change_mark(interface.key)}{name}{via_peer}"

    def _box(self, host: Host, box: NamespaceBox, bridges: set[str]) -> Iterator[str]:
        """What no bridge's sentence has said of a box."""
        if not box.interfaces:
            yield self._change_mark(box.key) + self._strings.alt_host_network.format(name=box.title, host=host.name)
        for interface in box.interfaces:
            if interface.bridge not in bridges:
                name = _with_addresses(interface.name, interface.addresses)
                phrase = self._strings.alt_sub_interface if interface.bridge else self._strings.alt_unconnected
                facts = {"link_mode": interface.link_mode, "parent": interface.bridge.rpartition(" ")[2]}
                sentence = phrase.format(container=box.title, name=name, host=host.name, **facts)
                yield self._change_mark(interface.key) + sentence
        if box.note and box.interfaces:
            yield f"{box.title}: {box.note}."


def _with_addresses(name: str, addresses: Sequence[str]) -> str:
    return f"{name} ({', '.join(addresses)})" if addresses else name


def trace_sentences(trace: PacketTrace, strings: DiagramStrings) -> list[str]:
    """The way of a packet, hop by hop."""
    return [*(_hop(hop, strings) for hop in trace.hops), ending(trace, strings)]


def _hop(hop: Hop, strings: DiagramStrings) -> str:
    phrase = strings.hop_out if hop.direction == "out" else strings.hop_in
    outer = strings.hop_outer.format(**outer_packet(hop)) if hop.outer else ""
    facts = {"place": place(hop.namespace, strings), "name": hop.interface, "outer": outer}
    return phrase.format(**facts, source=hop.source, destination=hop.destination)


def place(namespace: str, strings: DiagramStrings) -> str:
    """A namespace as a reader knows it: `container alpha on docker1`."""
    node, _, name = namespace.partition("/")
    if not name:
        return strings.display_names.get(node, node)
    kind, _, short_name = name.rpartition(" ")
    phrases = {"overlay": strings.place_overlay, "balancer": strings.place_load_balancer, "netns": strings.place_netns}
    container = strings.place_ingress if name == "ingress_sbox" else strings.place_container
    return phrases.get(kind, container).format(name=short_name, host=node)


def ending(trace: PacketTrace, strings: DiagramStrings) -> str:
    """Whether the answer came back, or where the packet was last seen."""
    if trace.answered:
        return strings.path_answered.format(origin=trace.origin)
    hop = last_hop(trace)
    return strings.path_lost.format(place=place(hop.namespace, strings), name=hop.interface)
