"""The way of a packet as a drawing: from the top down, what it passed, and its addresses at each place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from netdocs.core.in_words import ending, outer, place
from netdocs.core.names import short
from netdocs.core.observed import Journey, Sighting
from netdocs.core.picture_words import PictureWords
from netdocs.core.shapes import BOLD, LINE, SANS, Block, Line, Rect, Shape, Text, wide

EDGE, STEP, NAME, TITLE = 12, 20, 8, 30


def draw(way: Journey, room: int, words: PictureWords) -> Block:
    """The drawing, no wider than `room` if that can be."""
    flat = _width(way, words, flat=True)
    width = flat if flat <= room else _width(way, words, flat=False)
    plan = Plan(words, width, max(width * 7 // 10, EDGE + _titles(way, words) + 12), one_line=flat <= room)
    shapes, y = list[Shape](), 0
    before: Sighting | None = None
    last = 0
    for space, found in groupby(way.sightings, key=lambda sight: sight.space):
        top, y = y, y + TITLE
        for sight in found:
            said = plan.changes(before, sight, y)
            y += LINE * len(said)
            shapes += [*said, *(plan.arrow(last, y) if before else [])]
            card, height = plan.card(before, sight, y)
            shapes += card
            last, before = y + height, sight
            y = last + STEP
        y += EDGE - STEP
        kind = "space" if "/" in space else "machine"
        shapes.append(Rect(0, top, plan.width, y - top, f"nd-{kind} nd-stop", 8))
        shapes.append(Text(EDGE, top + 20, place(_shortened(space), words), "nd-label nd-bold"))
        y += STEP
    return _ended(way, plan, shapes, y)


def _ended(way: Journey, plan: Plan, shapes: list[Shape], y: int) -> Block:
    width = plan.width
    lines = _wrapped(ending(way, plan.words), width - 2 * EDGE)
    height = LINE * len(lines) + 12
    cls = "nd-answer" if way.answered else "nd-lost"
    shapes.append(Rect(0, y, width, height, cls))
    shapes += [Text(width // 2, y + 19 + LINE * n, line, "nd-label nd-bold", "middle") for n, line in enumerate(lines)]
    return Block(width, y + height, tuple(shapes))


def _wrapped(text: str, room: int) -> list[str]:
    """The text in lines no wider than `room`."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        lines[-1:] = [longer] if wide([longer], BOLD) <= room else [lines[-1], word]
    return lines


def _shortened(space: str) -> str:
    node, slash, name = space.partition("/")
    return f"{node}{slash}{short(name)}"


def _addresses(sight: Sighting) -> str:
    return f"{sight.source} → {sight.target}"


def _around(sight: Sighting, words: PictureWords) -> list[str]:
    return [words.inside.format(**outer(sight.outer))] if sight.outer else []


def _width(way: Journey, words: PictureWords, *, flat: bool) -> int:
    names = wide(sight.interface for sight in way.sightings)
    addresses = wide(_addresses(sight) for sight in way.sightings)
    around = wide((line for sight in way.sightings for line in _around(sight, words)), SANS)
    inner = names + 24 + addresses if flat else max(names, addresses)
    titles = _titles(way, words)
    return max(inner + 4 * EDGE, titles + 60, around + 4 * EDGE, 300)


@dataclass(frozen=True, slots=True)
class Plan:
    """How wide the drawing is, and whether a name and its addresses share a line."""

    words: PictureWords
    width: int
    middle: int
    """Where the arrows are: right of the titles."""
    one_line: bool

    def arrow(self, start: int, end: int) -> list[Shape]:
        """An arrow from one interface down to the next."""
        x = self.middle
        return [
            Line(((x, start), (x, end)), "nd-line nd-way"),
            Line(((x - 5, end - 7), (x, end - 1), (x + 5, end - 7)), "nd-line nd-way"),
        ]

    def changes(self, before: Sighting | None, sight: Sighting, y: int) -> list[Text]:
        """What is no longer as it was at the place before, beside the arrow."""
        said = _changes(before, sight, self.words) if before else []
        cls = "nd-label nd-bold nd-note"
        return [Text(self.middle - 10, y + 12 + LINE * n, text, cls, "end") for n, text in enumerate(said)]

    def card(self, before: Sighting | None, sight: Sighting, y: int) -> tuple[list[Shape], int]:
        """One interface, with the addresses that the packet had there; those that are new stand out."""
        around = _around(sight, self.words)
        x, w = EDGE, self.width - 2 * EDGE
        height = LINE * ((1 if self.one_line else 2) + len(around)) + 8
        line = y + 18 + (0 if self.one_line else LINE)
        new = before is not None and (before.source, before.target) != (sight.source, sight.target)
        at, anchor = (x + w - NAME, "end") if self.one_line else (x + NAME, "start")
        texts = [Text(at, line, _addresses(sight), "nd-mono nd-bold" if new else "nd-mono", anchor)]
        texts += [Text(at, line + LINE, text, "nd-label", anchor) for text in around]
        name = Text(x + NAME, y + 18, sight.interface, "nd-mono nd-bold")
        return [Rect(x, y, w, height, "nd-card", 4), name, *texts], height


def _titles(way: Journey, words: PictureWords) -> int:
    return wide((place(_shortened(sight.space), words) for sight in way.sightings), BOLD)


def _changes(before: Sighting, sight: Sighting, words: PictureWords) -> list[str]:
    said = [words.new_source] if before.source != sight.source else []
    said += [words.new_target] if before.target != sight.target else []
    if bool(before.outer) != bool(sight.outer):
        said.append(words.packed if sight.outer else words.unpacked)
    return said
