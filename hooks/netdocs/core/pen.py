"""The parts of a picture: a container's box, an interface's card, a bar for what many are plugged into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from netdocs.core.shapes import LINE, SANS, Rect, Shape, Text, wide
from netdocs.core.topology import Anchor, Box, Card
from netdocs.core.words import Words

Status = Literal["new", "gone", "changed"]
SIGNS: Mapping[Status, str] = {"new": "+ ", "gone": "− ", "changed": "± "}
PAD, GAP, HEAD = 8, 12, 28
TAB = 22


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws parts in one language; what changed since an earlier picture stands out."""

    words: Words
    marks: Mapping[str, Status]
    """By key."""

    def cls(self, kind: str, key: str) -> str:
        """The classes of a part."""
        return f"nd-{kind} nd-{self.marks[key]}" if key in self.marks else f"nd-{kind}"

    def sign(self, key: str) -> str:
        """What stands before the name of a part that is new, gone or changed."""
        return SIGNS[self.marks[key]] if key in self.marks else ""

    def card_size(self, card: Card, *, tabs: bool) -> tuple[int, int]:
        """Width and height of an interface; its cable's other end is named in it if `tabs`."""
        lines = self._card_lines(card, tabs=tabs)
        return wide(lines) + 2 * PAD, LINE * len(lines) + 8

    def _card_lines(self, card: Card, *, tabs: bool) -> list[str]:
        other = [f"⇅ {card.tab}"] if tabs and card.tab else []
        return [self.sign(card.key) + card.name, *card.addresses, *other]

    def card(self, card: Card, x: int, y: int, size: tuple[int, int], *, tabs: bool) -> list[Shape]:
        """An interface with its addresses."""
        lines = self._card_lines(card, tabs=tabs)
        weight = ["nd-mono nd-bold", *["nd-mono"] * (len(lines) - 1)]
        shapes: list[Shape] = [Rect(x, y, *size, self.cls("card", card.key), 4)]
        middle = x + size[0] // 2
        return shapes + [Text(middle, y + LINE * (n + 1), line, weight[n], "middle") for n, line in enumerate(lines)]

    def box_size(self, box: Box, *, tabs: bool) -> tuple[int, int]:
        """Width and height of a container's box."""
        sizes = [self.card_size(card, tabs=tabs) for card in box.cards]
        cards = sum(w for w, _ in sizes) + PAD * (len(sizes) - 1)
        title = wide([f"{self.sign(box.key)}{box.name} "]) + wide([box.kind], SANS)
        title = max(title, wide([box.note], SANS))
        head = HEAD + (LINE if box.note else 0)
        return max(cards, title) + 2 * PAD, head + (max(h for _, h in sizes) + PAD if sizes else 2)

    def box(self, box: Box, x: int, y: int, size: tuple[int, int], *, tabs: bool) -> tuple[list[Shape], list[int]]:
        """A container's box, and where the middle of each of its interfaces is."""
        kind = "space" if box.cards else "guest"
        shapes: list[Shape] = [Rect(x, y, *size, self.cls(kind, box.key))]
        shapes.append(Text(x + PAD, y + 19, self.sign(box.key) + box.name, "nd-mono nd-bold"))
        shapes.append(Text(x + size[0] - PAD, y + 19, box.kind, "nd-label nd-faint", "end"))
        if box.note:
            shapes.append(Text(x + PAD, y + 19 + LINE, box.note, "nd-label"))
        sizes = [self.card_size(card, tabs=tabs) for card in box.cards]
        at = x + (size[0] - sum(w for w, _ in sizes) - PAD * (len(sizes) - 1)) // 2
        middles = []
        for card, (w, h) in zip(box.cards, sizes, strict=True):
            shapes += self.card(card, at, y + size[1] - PAD - h, (w, h), tabs=tabs)
            middles.append(at + w // 2)
            at += w + PAD
        return shapes, middles

    def bar_lines(self, anchor: Anchor, room: int) -> list[tuple[str, str]]:
        """What is written on a bar, with its class, in as few lines as there is room for."""
        name = self.sign(anchor.key) + anchor.name
        one = " ".join([name, *anchor.addresses])
        first = [one] if wide([one]) <= room else [name, *anchor.addresses]
        lines = [(first[0], "nd-mono nd-bold"), *((line, "nd-mono") for line in first[1:])]
        notes = () if anchor.kind == "overlay" else anchor.notes
        return [*lines, *((note, "nd-label") for note in notes)]

    def tab(self, key: str, name: str, x: int, y: int) -> list[Shape]:
        """A small box at the edge of a bar: what is plugged in there."""
        w = wide([name]) + 12
        return [Rect(x - w // 2, y, w, TAB, self.cls("tab", key), 3), Text(x, y + 15, name, "nd-mono", "middle")]

    def bar(
        self, kind: str, key: str, rect: tuple[int, int, int, int], lines: Sequence[tuple[str, str]]
    ) -> list[Shape]:
        """A bar with lines of text in its middle."""
        x, y, w, h = rect
        top = y + (h - LINE * len(lines)) // 2 + 13
        texts = [Text(x + w // 2, top + LINE * n, line, cls, "middle") for n, (line, cls) in enumerate(lines)]
        return [Rect(x, y, w, h, self.cls(kind, key)), *texts]
