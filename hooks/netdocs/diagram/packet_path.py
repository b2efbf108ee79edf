"""The way of a packet as a drawing: from the top down, what it passed, and its addresses at each place. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from netdocs.diagram.alt_text import ending, place
from netdocs.diagram.names import shorten
from netdocs.diagram.shapes import (
    CHAR_WIDTH_BOLD,
    CHAR_WIDTH_SANS,
    LINE_HEIGHT,
    TITLE_BASELINE,
    Group,
    Line,
    Rect,
    Shape,
    Text,
    text_width,
    word_wrap,
)
from netdocs.diagram.snapshot_fields import outer_packet
from netdocs.protocol.snapshot import Hop, PacketTrace

if TYPE_CHECKING:  # the image to try has the strings in another form (lab/tryit/picture.py)
    from netdocs.i18n.strings import DiagramStrings

FRAME_PADDING, TITLE_HEIGHT = 12, 30
"""Inside a namespace's frame, and from its upper edge to its first interface."""
HOP_GAP = 20
"""From one interface to the next: the length of an arrow."""
INTERFACE_PADDING, NAME_GAP = 8, 24
"""Beside the text in an interface, and between its name and the addresses on the same line."""
ARROW_MARGIN, MIN_WIDTH = 60, 300
"""Right of the longest title, for arrows that pass it; and what looks right for the shortest path."""


def draw(trace: PacketTrace, room: int, strings: DiagramStrings) -> Group:
    """The drawing, no wider than `room` if that can be."""
    path = PathLayout.for_trace(trace, room, strings)
    shapes, y = list[Shape](), 0
    before: Hop | None = None
    arrow_start = 0
    for namespace, hops in groupby(trace.hops, key=lambda hop: hop.namespace):
        top, y = y, y + TITLE_HEIGHT
        for hop in hops:
            notes = path.changes(before, hop, y)
            y += LINE_HEIGHT * len(notes)
            shapes += [*notes, *(path.arrow(arrow_start, y) if before else [])]
            interface, height = path.interface(before, hop, y)
            shapes += interface
            arrow_start, before = y + height, hop
            y = arrow_start + HOP_GAP
        y += FRAME_PADDING - HOP_GAP
        shapes += path.frame(namespace, top, y)
        y += HOP_GAP
    return _with_ending(trace, path, shapes, y)


def _with_ending(trace: PacketTrace, path: PathLayout, shapes: list[Shape], y: int) -> Group:
    """The drawing with what became of the packet in its last bar."""
    width = path.width
    lines = word_wrap(ending(trace, path.strings).split(), width - 2 * FRAME_PADDING, CHAR_WIDTH_BOLD)
    height = LINE_HEIGHT * len(lines) + 12
    bar = Rect(0, y, width, height, "nd-answer" if trace.answered else "nd-lost")
    baseline = y + TITLE_BASELINE
    texts = [
        Text(width // 2, baseline + LINE_HEIGHT * n, line, "nd-label nd-bold", "middle") for n, line in enumerate(lines)
    ]
    return Group(width, y + height, (*shapes, bar, *texts))


def _title(namespace: str, strings: DiagramStrings) -> str:
    node, slash, name = namespace.partition("/")
    return place(f"{node}{slash}{shorten(name)}", strings)


def _addresses(hop: Hop) -> str:
    return f"{hop.source} → {hop.destination}"


def _outer_lines(hop: Hop, strings: DiagramStrings) -> list[str]:
    return [strings.in_vxlan.format(**outer_packet(hop))] if hop.outer else []


@dataclass(frozen=True, slots=True)
class PathLayout:
    """How wide the drawing is, and whether a name and its addresses share a line."""

    strings: DiagramStrings
    width: int
    arrow_x: int
    """Where the arrows are: right of the titles, so that they cross none."""
    one_line: bool

    @classmethod
    def for_trace(cls, trace: PacketTrace, room: int, strings: DiagramStrings) -> PathLayout:
        """With a name and its addresses on one line, if there is room for that."""
        hops = trace.hops
        names, addresses = text_width(hop.interface for hop in hops), text_width(map(_addresses, hops))
        outer = text_width((line for hop in hops for line in _outer_lines(hop, strings)), CHAR_WIDTH_SANS)
        titles = text_width((_title(hop.namespace, strings) for hop in hops), CHAR_WIDTH_BOLD)
        min_width = max(titles + ARROW_MARGIN, outer + 4 * FRAME_PADDING, MIN_WIDTH)
        flat = max(names + NAME_GAP + addresses + 4 * FRAME_PADDING, min_width)
        width = flat if flat <= room else max(max(names, addresses) + 4 * FRAME_PADDING, min_width)
        return cls(strings, width, max(width * 7 // 10, FRAME_PADDING + titles + 12), one_line=flat <= room)

    def frame(self, namespace: str, top: int, bottom: int) -> list[Shape]:
        """What is around the interfaces of a namespace, and its title."""
        kind = "namespace" if "/" in namespace else "host"
        title = Text(FRAME_PADDING, top + 20, _title(namespace, self.strings), "nd-label nd-bold")
        return [Rect(0, top, self.width, bottom - top, f"nd-{kind}", 8), title]

    def arrow(self, start: int, end: int) -> list[Shape]:
        """An arrow from one interface down to the next."""
        x = self.arrow_x
        return [
            Line(((x, start), (x, end)), "nd-line nd-path"),
            Line(((x - 5, end - 7), (x, end - 1), (x + 5, end - 7)), "nd-line nd-path"),
        ]

    def changes(self, before: Hop | None, hop: Hop, y: int) -> list[Text]:
        """What is no longer as it was at the place before, beside the arrow."""
        notes = _changes(before, hop, self.strings) if before else []
        css_class, x = "nd-label nd-bold", self.arrow_x - 10
        return [Text(x, y + 12 + LINE_HEIGHT * n, note, css_class, "end") for n, note in enumerate(notes)]

    def interface(self, before: Hop | None, hop: Hop, y: int) -> tuple[list[Shape], int]:
        """One interface, with the addresses that the packet had there; those that are new stand out."""
        outer = _outer_lines(hop, self.strings)
        x, width = FRAME_PADDING, self.width - 2 * FRAME_PADDING
        height = LINE_HEIGHT * ((1 if self.one_line else 2) + len(outer)) + 8
        baseline = y + 18 + (0 if self.one_line else LINE_HEIGHT)
        is_new = before is not None and (before.source, before.destination) != (hop.source, hop.destination)
        left, right = x + INTERFACE_PADDING, x + width - INTERFACE_PADDING
        position, anchor = (right, "end") if self.one_line else (left, "start")
        name = Text(left, y + 18, hop.interface, "nd-mono nd-bold")
        addresses = Text(position, baseline, _addresses(hop), "nd-mono nd-bold" if is_new else "nd-mono", anchor)
        texts = [Text(position, baseline + LINE_HEIGHT, line, "nd-label", anchor) for line in outer]
        return [Rect(x, y, width, height, "nd-interface", 4), name, addresses, *texts], height


def _changes(before: Hop, hop: Hop, strings: DiagramStrings) -> list[str]:
    notes = [strings.new_source] if before.source != hop.source else []
    notes += [strings.new_destination] if before.destination != hop.destination else []
    if bool(before.outer) != bool(hop.outer):
        notes.append(strings.encapsulated if hop.outer else strings.decapsulated)
    return notes
