"""Containers in one row, each interface right above what it is plugged into: how most pictures look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from netdocs.core import plates
from netdocs.core.pen import GAP, PAD, Pen
from netdocs.core.shapes import Block, Line, Out, Rect, Shape, Text, wide
from netdocs.core.topology import Anchor, Box, Card

CABLE, LEVEL, MOST = 34, 30, 8


@dataclass(frozen=True, slots=True)
class Port:
    """Where a cable comes down."""

    x: int
    y: int
    card: Card


@dataclass(frozen=True, slots=True)
class Bar:
    """An anchor and the part of the row it lies under."""

    anchor: Anchor
    left: int
    right: int
    level: int

    def tabs(self, ports: Sequence[Port]) -> bool:
        """Whether cables end at it in tabs of their own."""
        return any(port.card.anchor == self.anchor.key and port.card.tab for port in ports)


def ordered(boxes: Sequence[Box], anchors: Sequence[Anchor]) -> list[Box]:
    """The boxes, and the cards in each, in an order that keeps apart what belongs to different anchors."""
    best = list(boxes)
    if not 1 < len(boxes) <= MOST:
        return best
    weights = {anchor.key: 3 if anchor.kind == "overlay" else 1 for anchor in anchors}
    cost = _cost(best, weights)
    while True:
        nearby = min(_neighbours(best), key=lambda order: _cost(order, weights))
        if (found := _cost(nearby, weights)) >= cost:
            return best
        best, cost = nearby, found


def _neighbours(order: Sequence[Box]) -> Iterator[list[Box]]:
    for n, box in enumerate(order):
        yield from (
            [*order[:n], replace(box, cards=cards), *order[n + 1 :]]
            for cards in permutations(box.cards)
            if len(cards) <= 3  # noqa: PLR2004  (six orders are looked at, not more)
        )
        rest = [*order[:n], *order[n + 1 :]]
        yield from ([*rest[:m], box, *rest[m:]] for m in range(len(rest) + 1))


def _cost(order: Sequence[Box], weights: Mapping[str, int]) -> int:
    """How far the ports of each anchor are apart, beyond what their number asks for."""
    ports = [card.anchor for box in order for card in box.cards or (Card("", "", ()),)]
    spans = {key: [n for n, port in enumerate(ports) if port == key] for key in weights}
    return sum(weights[key] * (found[-1] - found[0] + 1 - len(found)) for key, found in spans.items() if found)


def block(pen: Pen, boxes: Sequence[Box], anchors: Sequence[Anchor]) -> Block:
    """The boxes in a row and their anchors below."""
    shapes, ports, width, bottom = _row(pen, ordered(boxes, anchors))
    bars = _bars(pen, anchors, ports, width)
    left = min([0, *(bar.left for bar in bars)])
    width = max([width, *(bar.right for bar in bars)]) - left
    y, outs = bottom + (CABLE if boxes else 0), list[Out]()
    for level in sorted({bar.level for bar in bars}):
        own = [bar for bar in bars if bar.level == level]
        height = max(plates.height(pen, bar.anchor, bar.right - bar.left, tabs=bar.tabs(ports)) for bar in own)
        for bar in own:
            drawn, leaving = _bar(pen, bar, ports, y, height)
            shapes += drawn
            outs += leaving
        y += height + LEVEL
    known = {anchor.key for anchor in anchors}
    outs += [Out(p.x, p.y, p.card.anchor, "parent", p.card.how) for p in ports if p.card.anchor not in ("", *known)]
    return Block(width, y - LEVEL if bars else bottom, tuple(shapes), tuple(outs)).moved(-left, 0)


def _row(pen: Pen, boxes: Sequence[Box]) -> tuple[list[Shape], list[Port], int, int]:
    shapes, ports, x = list[Shape](), list[Port](), 0
    height = max((pen.box_size(box, tabs=False)[1] for box in boxes), default=0)
    for box in boxes:
        w, h = pen.box_size(box, tabs=False)
        drawn, middles = pen.box(box, x, height - h, (w, h), tabs=False)
        shapes += drawn
        ports += [Port(middle, height - PAD, card) for middle, card in zip(middles, box.cards, strict=True)]
        x += w + GAP
    return shapes, ports, max(x - GAP, 0), height


def _bars(pen: Pen, anchors: Sequence[Anchor], ports: Sequence[Port], width: int) -> list[Bar]:
    """A bar for each anchor; a little narrower than looks best, if then more of them have room beside each other."""
    broad, tight = (_levelled(pen, anchors, ports, width, slack) for slack in (PAD, 0))
    return (
        tight if max((bar.level for bar in tight), default=0) < max((bar.level for bar in broad), default=0) else broad
    )


def _levelled(pen: Pen, anchors: Sequence[Anchor], ports: Sequence[Port], width: int, slack: int) -> list[Bar]:
    """Each bar as high up as it has room beside the others; namespaces of overlays are uppermost."""
    bars: list[Bar] = []
    base = int(any(anchor.kind == "overlay" for anchor in anchors))
    for anchor in sorted(anchors, key=lambda one: one.kind != "overlay"):
        left, right = _span(pen, anchor, [port for port in ports if port.card.anchor == anchor.key], width, slack)
        level = 0 if anchor.kind == "overlay" else base
        while any(bar.level == level and bar.left < right + 4 and left < bar.right + 4 for bar in bars):
            level += 1
        bars.append(Bar(anchor, left, right, level))
    return bars


def _span(pen: Pen, anchor: Anchor, ports: Sequence[Port], width: int, slack: int) -> tuple[int, int]:
    least = plates.least(pen, anchor)
    if not ports:
        return 0, max(least, width)
    half = max(wide([port.card.tab]) for port in ports) // 2 + 8
    half = max(half, max(pen.card_size(port.card, tabs=False)[0] for port in ports) // 2 + slack)
    left, right = min(port.x for port in ports) - half, max(port.x for port in ports) + half
    lack = max(least - (right - left), 0)
    left = max(left - lack // 2, min(0, width - least))
    return left, max(right, left + least)


def _bar(pen: Pen, bar: Bar, ports: Sequence[Port], y: int, height: int) -> tuple[list[Shape], list[Out]]:
    rect = Rect(bar.left, y, bar.right - bar.left, height, "")
    shapes, outs = plates.draw(pen, bar.anchor, rect, tabs=bar.tabs(ports))
    for port in ports:
        if port.card.anchor == bar.anchor.key:
            shapes += _cable(pen, port, plates.edge(bar.anchor, y))
    return shapes, outs


def _cable(pen: Pen, port: Port, top: int) -> list[Shape]:
    """The cable down to a port, and the port: a tab on the bar's edge; or what the connection is, if it is no cable."""
    kind = "parent" if port.card.how else "veth"
    line = Line(((port.x, port.y), (port.x, top)), pen.cls(f"line nd-{kind}", port.card.key))
    if port.card.how:
        return [line, Text(port.x + 7, top - 10, port.card.how, "nd-label")]
    return [line, *(pen.tab(port.card.key, port.card.tab, port.x, top) if port.card.tab else [])]
