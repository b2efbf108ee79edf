"""Groups side by side, in as many rows as it takes. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netdocs.diagram.shapes import Group, Line, Port, Shape

LANE_MARGIN, LANE_GAP, LANE_EDGE = 12, 14, 6
"""Lanes right of the rows: from the rows to the first, from one to the next, from the last to the frame."""
TURN_MARGIN, TURN_GAP = 8, 7
"""Below a row, where lines turn towards their lanes: from the row to the first, from one to the next."""


def flow_layout(groups: Sequence[Group], room: int, gap: int) -> Group:
    """Groups side by side as long as there is room, then in further rows.

    Lines that leave upper rows go round the lower ones, in a lane for each target right of all rows: so every port of
    the result can go straight down without crossing a group.
    """
    rows = _rows(groups, room, gap)
    width = max((sum(group.width for group in row) + gap * (len(row) - 1) for row in rows), default=0)
    lanes = _Lanes.for_rows(rows[:-1], width)
    shapes, ports, y = list[Shape](), list[Port](), 0
    for number, row in enumerate(rows):
        row_groups = _row_groups(row, width, y, gap)
        bottom = y + max(group.height for group in row)
        shapes += [shape for group in row_groups for shape in group.shapes]
        outgoing = [port for group in row_groups for port in group.ports]
        if number < len(rows) - 1:
            lines = [lanes.lead(port, bottom) for port in outgoing]
            shapes += [line for line, _ in lines]
            outgoing = [port for _, port in lines]
            bottom += lanes.height
        ports += outgoing
        y = bottom + gap
    return Group(max(width, lanes.right), max(y - gap, 0), tuple(shapes), tuple(ports))


@dataclass(frozen=True, slots=True)
class _Lanes:
    """The way round the lower rows: a lane for each target."""

    targets: Sequence[str]
    left: int

    @classmethod
    def for_rows(cls, rows: Sequence[Sequence[Group]], left: int) -> _Lanes:
        targets = dict.fromkeys(port.target for row in rows for group in row for port in group.ports)
        return cls(list(targets), left)

    @property
    def height(self) -> int:
        """How much the turns add to the gap below a row."""
        return TURN_GAP * len(self.targets)

    @property
    def right(self) -> int:
        return self._lane(len(self.targets) - 1) + LANE_EDGE if self.targets else self.left

    def _lane(self, number: int) -> int:
        return self.left + LANE_MARGIN + LANE_GAP * number

    def lead(self, port: Port, bottom: int) -> tuple[Line, Port]:
        """The line from a port to its lane, when its row ends at `bottom`, and the port there."""
        number = self.targets.index(port.target)
        lane, turn = self._lane(number), bottom + TURN_MARGIN + TURN_GAP * number
        points = ((port.x, port.y), (port.x, turn), (lane, turn))
        return Line(points, f"nd-line nd-{port.kind}"), replace(port, x=lane, y=turn)


def _rows(groups: Sequence[Group], room: int, gap: int) -> list[list[Group]]:
    rows: list[list[Group]] = []
    for group in groups:
        if rows and sum(member.width + gap for member in rows[-1]) + group.width <= room:
            rows[-1].append(group)
        else:
            rows.append([group])
    return rows


def _row_groups(row: Sequence[Group], width: int, y: int, gap: int) -> list[Group]:
    """The groups of a row at their places, in the middle, their tops on one line."""
    x = (width - sum(group.width for group in row) - gap * (len(row) - 1)) // 2
    row_groups = []
    for group in row:
        row_groups.append(group.translated(x, y))
        x += group.width + gap
    return row_groups
