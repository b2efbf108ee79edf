"""From a topology to a drawing of a given width: hosts, below them tunnels and segments, and what hangs there. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from netdocs.diagram import host
from netdocs.diagram.flow_layout import flow_layout
from netdocs.diagram.host import CLUSTER_GAP, HOST_PADDING, UPLINK_LENGTH
from netdocs.diagram.renderer import Renderer, Status
from netdocs.diagram.shapes import CHAR_WIDTH_BOLD, Group, Line, Port, Rect, Shape, text_width
from netdocs.diagram.topology import Host, Topology

if TYPE_CHECKING:  # the image to try has the strings in another form (lab/tryit/picture.py)
    from netdocs.i18n.strings import ContentStrings

SEGMENT_HEIGHT, SEGMENT_PADDING = 30, 12
"""A segment's bar: one line of text, with room at its ends."""
HANGER_LENGTH = 22
"""From a segment down to a host that hangs on it; and between one segment and the next."""
LABEL_MARGIN = 4
"""From a label to a line that passes beside it."""
TUNNEL_GAP = 14
"""Between a tunnel and what is below it: less, because a tunnel runs in the segment below."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A long bar below the hosts: a segment of the lab, or a tunnel."""

    key: str
    kind: str
    label: str


def layout(topology: Topology, room: int, strings: ContentStrings, changes: Mapping[str, Status]) -> Group:
    """The whole diagram, no wider than `room` if that can be."""
    renderer = Renderer(strings, changes)
    # Hosts with something in them stand above the segments; a router, a client and a server hang below.
    full = [machine for machine in topology.hosts if machine.has_engine or machine.boxes]
    upper = flow_layout(_side_by_side(renderer, full, room), room, CLUSTER_GAP)
    hanging = [(machine, host.layout(renderer, machine, room)) for machine in topology.hosts if machine not in full]
    segments = list(_segments(topology, strings))
    rows = [_hang_below(hanging, segment.key) for segment in segments]
    labels = text_width((segment.label for segment in segments), CHAR_WIDTH_BOLD)
    width = max([upper.width, *(row.width for row in rows), labels + 2 * SEGMENT_PADDING])
    centred = [row.translated((width - row.width) // 2, 0) for row in rows]
    placed = upper.translated((width - upper.width) // 2, 0)
    return _draw_segments(renderer, placed, list(zip(segments, centred, strict=True)), width)


def _side_by_side(renderer: Renderer, hosts: Sequence[Host], room: int) -> list[Group]:
    """The hosts, as narrow as must be for as many as possible to stand side by side."""
    groups: list[Group] = []
    for columns in range(len(hosts), 0, -1):
        share = (room - CLUSTER_GAP * (columns - 1)) // columns
        groups = [host.layout(renderer, machine, share) for machine in hosts]
        if all(group.width <= share for group in groups):
            break
    return groups


def _segments(topology: Topology, strings: ContentStrings) -> Iterator[Segment]:
    """Tunnels, then the LAN, then what is beyond the router: from the hosts outwards."""
    yield from (Segment(key, "tunnel", label) for key, label in topology.tunnels)
    for number, (name, network) in enumerate(topology.segments):
        label = strings.diagram.wan if number else strings.diagram.lan
        yield Segment(name, "segment", label.format(range=network))


def _hang_below(hanging: Iterable[tuple[Host, Group]], segment: str) -> Group:
    """The hosts that hang on a segment, side by side, and lines up to it."""
    groups = [group for machine, group in hanging if machine.interfaces and machine.interfaces[0].segment == segment]
    shapes: list[Shape] = []
    ports: list[Port] = []
    x = 0
    for group in groups:
        placed, middle = group.translated(x, HANGER_LENGTH), x + group.width // 2
        shapes += [*placed.shapes, Line(((middle, 0), (middle, HANGER_LENGTH)), "nd-line nd-segment")]
        ports += [port for port in placed.ports if port.target != segment]
        x += group.width + HOST_PADDING
    height = max((group.height for group in groups), default=-HANGER_LENGTH) + HANGER_LENGTH
    return Group(max(x - HOST_PADDING, 0), height, tuple(shapes), tuple(ports))


def _clear_of(lines: Sequence[int], label: str, width: int) -> int:
    """Where the middle of a segment's label is: of the segment, or if a line passes it there, of the widest gap."""
    half = text_width([label], CHAR_WIDTH_BOLD) // 2 + LABEL_MARGIN
    if not any(abs(x - width // 2) < half for x in lines):
        return width // 2
    ends = [0, *sorted(lines), width]
    left, right = max(pairwise(ends), key=lambda gap: gap[1] - gap[0])
    return (left + right) // 2


def _draw_segments(renderer: Renderer, upper: Group, rows: Sequence[tuple[Segment, Group]], width: int) -> Group:
    """The long bars below the hosts, each with the lines that come down to it and what hangs on it."""
    shapes, ports = list(upper.shapes), list(upper.ports)
    y = upper.height + (UPLINK_LENGTH if upper.shapes else 0)
    for number, (segment, row) in enumerate(rows):
        later = {later_segment.key for later_segment, _ in rows[number + 1 :]}
        middle = _clear_of([port.x for port in ports if port.target in later], segment.label, width)
        bar = Rect(0, y, width, SEGMENT_HEIGHT, "")
        shapes += renderer.bar(segment.kind, segment.key, bar, [(segment.label, "nd-label nd-bold")], middle)
        coming = [port for port in ports if port.target == segment.key]
        shapes += [Line(((port.x, port.y), (port.x, y)), f"nd-line nd-{segment.kind}") for port in coming]
        placed = row.translated(0, y + SEGMENT_HEIGHT)
        shapes += placed.shapes
        ports += placed.ports
        y += SEGMENT_HEIGHT + row.height + (TUNNEL_GAP if segment.kind == "tunnel" else HANGER_LENGTH)
    return Group(width, max(y - HANGER_LENGTH, 0), tuple(shapes))
