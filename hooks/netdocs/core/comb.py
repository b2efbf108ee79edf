"""Containers in several rows, for more of them than fit beside each other: their cables are led down at the side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from netdocs.core import plates
from netdocs.core.pen import GAP, PAD, Pen
from netdocs.core.shapes import Block, Line, Out, Rect, Shape
from netdocs.core.topology import Anchor, Box, Card

LANE, TRACK = 12, 10


def block(pen: Pen, boxes: Sequence[Box], anchors: Sequence[Anchor], room: int) -> Block:
    """The boxes in rows within `room`, a track below each row for every anchor, and the anchors at the bottom."""
    order = [anchor.key for anchor in anchors]
    keys = list(dict.fromkeys(card.anchor for box in boxes for card in box.cards if card.anchor))
    keys.sort(key=lambda key: order.index(key) if key in order else len(order))
    comb = Comb(pen, {key: LANE * (len(keys) - n) - LANE // 2 for n, key in enumerate(keys)})
    y, width = 0, max([0, *(comb.side + plates.least(pen, anchor) for anchor in anchors)])
    for row in comb.rows(boxes, room - comb.side):
        y, right = comb.row(row, y)
        width = max(width, right)
    for anchor in anchors:
        y = comb.plate(anchor, y, width)
    comb.outs += [out for key in keys if key not in order for out in comb.through(boxes, key)]
    return Block(width, y - GAP, tuple(comb.shapes), tuple(comb.outs))


@dataclass(slots=True)
class Comb:
    """A comb while it is drawn."""

    pen: Pen
    lanes: dict[str, int]
    """Where the cables to each anchor come down."""
    tops: dict[str, int] = field(default_factory=dict)
    """Where each of these lanes begins."""
    shapes: list[Shape] = field(default_factory=list)
    outs: list[Out] = field(default_factory=list)

    @property
    def side(self) -> int:
        """How much room the lanes take."""
        return LANE * len(self.lanes) + 6

    def _sizes(self, boxes: Sequence[Box]) -> dict[str, tuple[int, int]]:
        """The size of each box; those with equally many interfaces are equally wide."""
        sizes = {box.key: self.pen.box_size(box, tabs=True) for box in boxes}
        widths: dict[int, int] = {}
        for box in boxes:
            widths[len(box.cards)] = max(widths.get(len(box.cards), 0), sizes[box.key][0])
        return {box.key: (widths[len(box.cards)], sizes[box.key][1]) for box in boxes}

    def rows(self, boxes: Sequence[Box], room: int) -> Iterator[list[tuple[Box, tuple[int, int]]]]:
        """The boxes with their sizes, in rows."""
        sizes, row, used = self._sizes(boxes), list[tuple[Box, tuple[int, int]]](), 0
        for box in boxes:
            if row and used + sizes[box.key][0] > room:
                yield row
                row, used = [], 0
            row.append((box, sizes[box.key]))
            used += sizes[box.key][0] + GAP
        yield row

    def row(self, row: Sequence[tuple[Box, tuple[int, int]]], y: int) -> tuple[int, int]:
        """Draw a row of boxes and the tracks below it; where the next may begin, and where this one ends."""
        x, bottom = self.side, y + max(h for _, (_, h) in row)
        wanted = [key for key in self.lanes if any(card.anchor == key for box, _ in row for card in box.cards)]
        tracks = {key: bottom + TRACK * (n + 1) for n, key in enumerate(reversed(wanted))}
        for box, (w, h) in row:
            drawn, middles = self.pen.box(box, x, bottom - h, (w, h), tabs=True)
            self.shapes += drawn
            for card, middle in zip(box.cards, middles, strict=True):
                if card.anchor:
                    self._cable(card, (middle, bottom - PAD), tracks[card.anchor])
            x += w + GAP
        return bottom + TRACK * (len(wanted) + 1) + 4, x - GAP

    def _cable(self, card: Card, start: tuple[int, int], track: int) -> None:
        points = (start, (start[0], track), (self.lanes[card.anchor], track))
        self.shapes.append(Line(points, self.pen.cls(f"line nd-{'parent' if card.how else 'veth'}", card.key)))
        self.tops.setdefault(card.anchor, track)

    def plate(self, anchor: Anchor, y: int, width: int) -> int:
        """Draw an anchor below all rows, its lane coming down on it; where the next may begin."""
        lane = self.lanes.get(anchor.key, LANE)
        x = max(lane - 8, 0)
        rect = Rect(x, y, width - x, plates.height(self.pen, anchor, width - x, tabs=False), "")
        drawn, leaving = plates.draw(self.pen, anchor, rect, tabs=False)
        self.shapes += drawn
        self.outs += leaving
        if anchor.key in self.tops:
            shift = 8 if anchor.kind == "overlay" else 0
            points = (
                (lane, self.tops[anchor.key]),
                (lane, y - 6),
                (lane + shift, y - 6),
                (lane + shift, plates.edge(anchor, y)),
            )
            self.shapes.append(Line(points, "nd-line nd-veth"))
        return y + rect.h + GAP

    def through(self, boxes: Sequence[Box], key: str) -> Iterator[Out]:
        """The line to an interface of the machine's own, on which these boxes' cards are."""
        card = next(card for box in boxes for card in box.cards if card.anchor == key)
        yield Out(self.lanes[key], self.tops[key], key, "parent", card.how)
