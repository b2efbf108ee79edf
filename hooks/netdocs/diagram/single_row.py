"""Containers in one row, each interface right above what it is plugged into: how most diagrams look. Pure.

A cable then goes straight down, and one look tells what is joined. That takes width, so where there is less of it
(many containers, a phone) `multi_row` lays out the same parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netdocs.diagram import bridges
from netdocs.diagram.box_order import ordered
from netdocs.diagram.renderer import BOX_GAP, PADDING, Renderer
from netdocs.diagram.shapes import Group, Line, Port, Rect, Shape, Text, text_width
from netdocs.diagram.topology import Bridge, Interface, NamespaceBox

CABLE_LENGTH = 34
"""From the boxes down to the first bridges: room for the name of a connection beside its line."""
LEVEL_GAP = 30
"""Between the levels of bridges below each other."""
BAR_GAP = 4
"""The least distance of two bars beside each other."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Where a cable comes down from an interface."""

    x: int
    y: int
    interface: Interface


@dataclass(frozen=True, slots=True)
class Bar:
    """A bridge, the part of the row it lies under, and its level below it: 0 is right under the boxes."""

    bridge: Bridge
    attachments: Sequence[Attachment]
    left: int
    right: int
    level: int

    @property
    def has_tabs(self) -> bool:
        """Whether cables end at it in tabs of their own."""
        return any(attachment.interface.peer for attachment in self.attachments)

    def height(self, renderer: Renderer) -> int:
        """How high it must be for its text."""
        return bridges.height(renderer, self.bridge, self.right - self.left, tabs=self.has_tabs)


def layout(renderer: Renderer, boxes: Sequence[NamespaceBox], below: Sequence[Bridge]) -> Group:
    """The boxes in a row and the bridges below."""
    shapes, attachments, width, bottom = _row(renderer, ordered(boxes, below))
    bars = _bars(renderer, below, attachments, width)
    left = min([0, *(bar.left for bar in bars)])
    width = max([width, *(bar.right for bar in bars)]) - left
    y, ports = bottom + (CABLE_LENGTH if boxes else 0), list[Port]()
    for level in sorted({bar.level for bar in bars}):
        in_level = [bar for bar in bars if bar.level == level]
        height = max(bar.height(renderer) for bar in in_level)
        for bar in in_level:
            drawn, leaving = _bar(renderer, bar, y, height)
            shapes += drawn
            ports += leaving
        y += height + LEVEL_GAP
    ports += _to_elsewhere(attachments, {"", *(bridge.key for bridge in below)})
    return Group(width, y - LEVEL_GAP if bars else bottom, tuple(shapes), tuple(ports)).translated(-left, 0)


def _to_elsewhere(attachments: Sequence[Attachment], row_keys: set[str]) -> Iterator[Port]:
    """The lines to what is not in this row: the host's interfaces."""
    for attachment in attachments:
        interface = attachment.interface
        if interface.bridge not in row_keys:
            yield Port(attachment.x, attachment.y, interface.bridge, "parent", interface.link_mode)


def _row(renderer: Renderer, boxes: Sequence[NamespaceBox]) -> tuple[list[Shape], list[Attachment], int, int]:
    """The boxes beside each other, their lower edges on one line; their width and height."""
    shapes, attachments, x = list[Shape](), list[Attachment](), 0
    sizes = [renderer.box_size(box, tabs=False) for box in boxes]
    bottom = max((height for _, height in sizes), default=0)
    for box, (width, height) in zip(boxes, sizes, strict=True):
        drawn, middles = renderer.box(box, Rect(x, bottom - height, width, height, ""), tabs=False)
        shapes += drawn
        attachments += [
            Attachment(middle, bottom - PADDING, interface)
            for middle, interface in zip(middles, box.interfaces, strict=True)
        ]
        x += width + BOX_GAP
    return shapes, attachments, max(x - BOX_GAP, 0), bottom


def _bars(renderer: Renderer, below: Sequence[Bridge], attachments: Sequence[Attachment], width: int) -> list[Bar]:
    """A bar for each bridge; a little narrower than looks best, if then more of them have room beside each other."""
    broad, tight = (_levelled(renderer, below, attachments, width, slack) for slack in (PADDING, 0))
    return tight if _depth(tight) < _depth(broad) else broad


def _depth(bars: Sequence[Bar]) -> int:
    return max((bar.level for bar in bars), default=0)


def _levelled(
    renderer: Renderer, below: Sequence[Bridge], attachments: Sequence[Attachment], width: int, slack: int
) -> list[Bar]:
    """Each bar as high up as it has room beside the others; namespaces of overlays are uppermost.

    The other bridge of a container on an overlay, docker_gwbridge, is its way out: it belongs right above the host's
    interface, its NAT line short. Above the overlay, that line would run through the overlay's bridge.
    """
    bars: list[Bar] = []
    base = int(any(bridge.kind == "overlay" for bridge in below))
    for bridge in sorted(below, key=lambda bridge: bridge.kind != "overlay"):
        attached = [attachment for attachment in attachments if attachment.interface.bridge == bridge.key]
        left, right = _span(renderer, bridge, attached, width, slack)
        level = 0 if bridge.kind == "overlay" else base
        while any(bar.level == level and bar.left < right + BAR_GAP and left < bar.right + BAR_GAP for bar in bars):
            level += 1
        bars.append(Bar(bridge, attached, left, right, level))
    return bars


def _span(
    renderer: Renderer, bridge: Bridge, attached: Sequence[Attachment], width: int, slack: int
) -> tuple[int, int]:
    """From where to where a bar reaches: under all its cables, and wide enough for its text."""
    least = bridges.min_width(renderer, bridge)
    if not attached:
        return 0, max(least, width)
    half = max(text_width([attachment.interface.peer]) for attachment in attached) // 2 + 8
    widest = max(renderer.interface_size(attachment.interface, tabs=False)[0] for attachment in attached)
    half = max(half, widest // 2 + slack)
    left = min(attachment.x for attachment in attached) - half
    right = max(attachment.x for attachment in attached) + half
    lack = max(least - (right - left), 0)
    # Widened to both sides, but not out of the row at its left while there is room at its right.
    left = max(left - lack // 2, min(0, width - least))
    return left, max(right, left + least)


def _bar(renderer: Renderer, bar: Bar, y: int, height: int) -> tuple[list[Shape], list[Port]]:
    rect = Rect(bar.left, y, bar.right - bar.left, height, "")
    shapes, ports = bridges.draw(renderer, bar.bridge, rect, tabs=bar.has_tabs)
    for attachment in bar.attachments:
        shapes += _cable(renderer, attachment, bridges.upper_edge(bar.bridge, y))
    return shapes, ports


def _cable(renderer: Renderer, attachment: Attachment, top: int) -> list[Shape]:
    """The cable down to a bar, and its end: a tab on the bar's edge; or what the connection is, if it is no cable."""
    x, interface = attachment.x, attachment.interface
    kind = "parent" if interface.link_mode else "veth"
    line = Line(((x, attachment.y), (x, top)), renderer.css_class(f"line nd-{kind}", interface.key))
    if interface.link_mode:
        return [line, Text(x + 7, top - 10, interface.link_mode, "nd-label")]
    return [line, *(renderer.tab(interface.key, interface.peer, x, top) if interface.peer else [])]
