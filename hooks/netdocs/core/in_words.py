"""What a picture shows, in sentences: for those who cannot see it, and for searching."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from netdocs.core.observed import Journey, Observation
from netdocs.core.pen import SIGNS, Status
from netdocs.core.picture_words import PictureWords
from netdocs.core.topology import Anchor, Box, Card, Graph, Machine


def sentences(graph: Graph, seen: Observation, words: PictureWords, marks: Mapping[str, Status]) -> list[str]:
    """The picture of a network, machine by machine."""
    teller = Teller(graph, words, marks)
    told = [sentence for machine in graph.machines for sentence in teller.machine(machine)]
    stopped = (words.says_stopped.format(name=one.name, host=one.node) for one in seen.containers if not one.space)
    return [*told, *stopped]


class Teller:
    """Tells what a graph holds."""

    def __init__(self, graph: Graph, words: PictureWords, marks: Mapping[str, Status]) -> None:
        self._words, self._marks = words, marks
        self._wires = {name: words.lan.format(range=reach) for name, reach in graph.wires[:1]}
        self._wires |= {name: words.beyond.format(range=reach) for name, reach in graph.wires[1:]}

    def _sign(self, key: str) -> str:
        return SIGNS[self._marks[key]] if key in self._marks else ""

    def machine(self, machine: Machine) -> Iterator[str]:
        """A machine, from its own interfaces to the containers on it."""
        for uplink in machine.uplinks:
            facts = {"name": _named(uplink.name, uplink.addresses), "host": machine.name}
            yield self._sign(uplink.key) + self._words.says_uplink.format(
                **facts, wire=self._wires.get(uplink.wire, "")
            )
        for anchor in machine.anchors:
            yield from self._anchor(machine, anchor)
        known = {anchor.key for anchor in machine.anchors}
        for box in machine.boxes:
            yield from self._box(machine, box, known)
        for key, text in machine.ports:
            yield self._sign(key) + self._words.says_port.format(host=machine.name, port=text)

    def _anchor(self, machine: Machine, anchor: Anchor) -> Iterator[str]:
        ports = [(box, card) for box in machine.boxes for card in box.cards if card.anchor == anchor.key]
        plugged = "; ".join(self._port(box, card) for box, card in ports)
        facts = {"name": _named(anchor.name, anchor.addresses), "note": ", ".join(anchor.notes), "host": machine.name}
        phrase = self._words.says_anchor if plugged else self._words.says_bare
        yield self._sign(anchor.key) + phrase.format(**facts, ports=plugged)
        for way in anchor.exits:
            phrase = {"nat": self._words.says_nat, "tunnel": self._words.says_tunnel}.get(way.kind, "")
            if phrase:
                yield phrase.format(name=anchor.name, host=machine.name, vni=way.to.removeprefix("vni "))

    def _port(self, box: Box, card: Card) -> str:
        name = _named(f"{box.title} {card.name}", card.addresses)
        through = self._words.through.format(name=card.tab) if card.tab else ""
        return f"{self._sign(card.key)}{name}{through}"

    def _box(self, machine: Machine, box: Box, known: set[str]) -> Iterator[str]:
        alone = [card for card in box.cards if card.anchor not in known]
        if not box.cards:
            yield self._sign(box.key) + self._words.says_guest.format(name=box.title, host=machine.name)
        for card in alone:
            name = _named(card.name, card.addresses)
            phrase = self._words.says_child if card.anchor else self._words.says_alone
            facts = {"box": box.title, "name": name, "how": card.how, "parent": card.anchor.rpartition(" ")[2]}
            yield self._sign(card.key) + phrase.format(**facts, host=machine.name)
        if box.note and box.cards:
            yield f"{box.title}: {box.note}."


def _named(name: str, addresses: Sequence[str]) -> str:
    return f"{name} ({', '.join(addresses)})" if addresses else name


def journey(way: Journey, words: PictureWords) -> list[str]:
    """The way of a packet, sight by sight."""
    told = []
    for sight in way.sightings:
        phrase = words.sight_out if sight.going == "out" else words.sight_in
        facts = {"place": place(sight.space, words), "name": sight.interface, "source": sight.source}
        around = words.sight_outer.format(**outer(sight.outer)) if sight.outer else ""
        told.append(phrase.format(**facts, target=sight.target, outer=around))
    return [*told, ending(way, words)]


def outer(text: str) -> dict[str, str]:
    """The packet around a packet: its source, target and VNI."""
    return dict(zip(("source", "target", "vni"), text.split(), strict=True))


def place(space: str, words: PictureWords) -> str:
    """A namespace as a reader knows it: `container alpha on docker1`."""
    node, _, name = space.partition("/")
    if not name:
        return words.known_as.get(node, node)
    kind, _, rest = name.rpartition(" ")
    phrase = {"overlay": words.at_overlay, "balancer": words.at_balancer, "netns": words.at_named}.get(kind)
    phrase = phrase or (words.at_sandbox if name == "ingress_sbox" else words.at_container)
    return phrase.format(name=rest, host=node)


def ending(way: Journey, words: PictureWords) -> str:
    """Whether the answer came back, or where the packet was last seen."""
    if way.answered:
        return words.answered.format(start=way.start)
    last = way.sightings[-1]
    return words.lost.format(place=place(last.space, words), name=last.interface)
