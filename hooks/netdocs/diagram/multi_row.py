"""Containers in several rows, where one row is too wide; their cables are led down at the side. Pure.

The drawing is a comb. Below each row of boxes lies a track for every bridge that a box of the row is connected to; at
the left each bridge has a lane, in which its tracks are led down to it. A cable bends once at its track and meets no
box, however many rows there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from netdocs.diagram import bridges
from netdocs.diagram.renderer import BOX_GAP, PADDING, Renderer
from netdocs.diagram.shapes import Group, Line, Port, Rect, Shape
from netdocs.diagram.topology import Bridge, Interface, NamespaceBox

LANE_WIDTH, TRACK_HEIGHT = 12, 10
"""From lane to lane, from track to track: lines are 2.4 wide with a halo of 6, so two are still told apart."""
LANE_MARGIN, ROW_MARGIN = 6, 4
"""From the last lane to the boxes, and from the last track to the next row, beside the distances above."""
OVERHANG = 8
"""How far a bridge reaches left of its lane: the lane comes down on it, not at its corner."""

Sized = tuple[NamespaceBox, tuple[int, int]]


def layout(renderer: Renderer, boxes: Sequence[NamespaceBox], below: Sequence[Bridge], room: int) -> Group:
    """The boxes in rows within `room`, a track below each row for every bridge, and the bridges at the bottom."""
    order = [bridge.key for bridge in below]
    keys = list(dict.fromkeys(interface.bridge for box in boxes for interface in box.interfaces if interface.bridge))
    keys.sort(key=lambda key: order.index(key) if key in order else len(order))
    drawing = MultiRowDrawing(renderer, _lanes(keys))
    y, width = 0, max([0, *(drawing.side + bridges.min_width(renderer, bridge) for bridge in below)])
    for row in drawing.rows(boxes, room - drawing.side):
        y, right = drawing.row(row, y)
        width = max(width, right)
    for bridge in below:
        y = drawing.bridge(bridge, y, width)
    drawing.ports += [drawing.to_elsewhere(boxes, key) for key in keys if key not in order]
    return Group(width, y - BOX_GAP, tuple(drawing.shapes), tuple(drawing.ports))


def _lanes(keys: Sequence[str]) -> dict[str, int]:
    """Where the lane of each bridge is; that of the uppermost is rightmost, and the others pass it at its left."""
    return {key: LANE_WIDTH * (len(keys) - n) - LANE_WIDTH // 2 for n, key in enumerate(keys)}


@dataclass(slots=True)
class MultiRowDrawing:
    """What has been drawn so far."""

    renderer: Renderer
    lanes: dict[str, int]
    """Where the cables to each bridge come down."""
    lane_tops: dict[str, int] = field(default_factory=dict)
    """Where each of these lanes begins."""
    shapes: list[Shape] = field(default_factory=list)
    ports: list[Port] = field(default_factory=list)

    @property
    def side(self) -> int:
        """How much room the lanes take."""
        return LANE_WIDTH * len(self.lanes) + LANE_MARGIN

    def _sizes(self, boxes: Sequence[NamespaceBox]) -> Iterator[Sized]:
        """Each box with its size; those with equally many interfaces are equally wide, to stand in columns."""
        sizes = [self.renderer.box_size(box, tabs=True) for box in boxes]
        widths: dict[int, int] = {}
        for box, (width, _) in zip(boxes, sizes, strict=True):
            widths[len(box.interfaces)] = max(widths.get(len(box.interfaces), 0), width)
        for box, (_, height) in zip(boxes, sizes, strict=True):
            yield box, (widths[len(box.interfaces)], height)

    def rows(self, boxes: Sequence[NamespaceBox], room: int) -> Iterator[list[Sized]]:
        """The boxes with their sizes, in rows."""
        row, used = list[Sized](), 0
        for box, (width, height) in self._sizes(boxes):
            if row and used + width > room:
                yield row
                row, used = [], 0
            row.append((box, (width, height)))
            used += width + BOX_GAP
        yield row

    def row(self, row: Sequence[Sized], y: int) -> tuple[int, int]:
        """Draw a row of boxes and the tracks below it; where the next may begin, and where this one ends."""
        x, bottom = self.side, y + max(height for _, (_, height) in row)
        tracks = self._tracks(row, bottom)
        for box, (width, height) in row:
            frame = Rect(x, bottom - height, width, height, "")
            drawn, middles = self.renderer.box(box, frame, tabs=True)
            self.shapes += drawn
            for interface, middle in zip(box.interfaces, middles, strict=True):
                if interface.bridge:
                    self._cable(interface, (middle, bottom - PADDING), tracks[interface.bridge])
            x += width + BOX_GAP
        return bottom + TRACK_HEIGHT * (len(tracks) + 1) + ROW_MARGIN, x - BOX_GAP

    def _tracks(self, row: Sequence[Sized], bottom: int) -> dict[str, int]:
        """A track for each bridge of a row; the leftmost lane's is uppermost: it crosses no lane that begins here."""
        connected = {interface.bridge for box, _ in row for interface in box.interfaces}
        keys = [key for key in reversed(self.lanes) if key in connected]
        return {key: bottom + TRACK_HEIGHT * (n + 1) for n, key in enumerate(keys)}

    def _cable(self, interface: Interface, start: tuple[int, int], track: int) -> None:
        points = (start, (start[0], track), (self.lanes[interface.bridge], track))
        kind = "parent" if interface.link_mode else "veth"
        self.shapes.append(Line(points, self.renderer.css_class(f"line nd-{kind}", interface.key)))
        self.lane_tops.setdefault(interface.bridge, track)

    def bridge(self, bridge: Bridge, y: int, width: int) -> int:
        """Draw a bridge below all rows, its lane coming down on it; where the next may begin."""
        lane = self.lanes.get(bridge.key, LANE_WIDTH)
        x = max(lane - OVERHANG, 0)
        height = bridges.height(self.renderer, bridge, width - x, tabs=False)
        drawn, leaving = bridges.draw(self.renderer, bridge, Rect(x, y, width - x, height, ""), tabs=False)
        self.shapes += drawn
        self.ports += leaving
        if bridge.key in self.lane_tops:
            # The bridge of an overlay begins further right than its namespace: the lane steps aside to meet it.
            landing = lane + (OVERHANG if bridge.kind == "overlay" else 0)
            points = ((lane, self.lane_tops[bridge.key]), (lane, y - 6), (landing, y - 6))
            self.shapes.append(Line((*points, (landing, bridges.upper_edge(bridge, y))), "nd-line nd-veth"))
        return y + height + BOX_GAP

    def to_elsewhere(self, boxes: Sequence[NamespaceBox], key: str) -> Port:
        """The line to an interface of the host's own, to which interfaces of these boxes are connected."""
        interfaces = (interface for box in boxes for interface in box.interfaces)
        link_mode = next(interface.link_mode for interface in interfaces if interface.bridge == key)
        return Port(self.lanes[key], self.lane_tops[key], key, "parent", link_mode)
