"""What a drawing is made of: rectangles, lines and text at whole coordinates, and blocks of them that can be moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

MONO, SANS, BOLD, LINE = 7.83, 7.5, 8.3, 18
"""Width of a character at 13 px, of proportional text on the wide side of what systems have; distance of two lines."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; its class says what it stands for."""

    x: int
    y: int
    w: int
    h: int
    cls: str
    rx: int = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line from point to point."""

    points: tuple[tuple[int, int], ...]
    cls: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `anchor` is start, middle or end."""

    x: int
    y: int
    text: str
    cls: str
    anchor: str = "start"


Shape = Rect | Line | Text


@dataclass(frozen=True, slots=True)
class Out:
    """Where a line leaves a block for something below it."""

    x: int
    y: int
    to: str
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Shapes that belong together, from 0, 0 to `w`, `h`."""

    w: int
    h: int
    shapes: tuple[Shape, ...]
    outs: tuple[Out, ...] = ()

    def moved(self, dx: int, dy: int) -> Block:
        """The same block elsewhere."""
        outs = tuple(replace(out, x=out.x + dx, y=out.y + dy) for out in self.outs)
        return Block(self.w, self.h, tuple(_moved(shape, dx, dy) for shape in self.shapes), outs)


def _moved(shape: Shape, dx: int, dy: int) -> Shape:
    if isinstance(shape, Line):
        return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


def wide(lines: Iterable[str], of: float = MONO) -> int:
    """The width of the widest of these lines of text."""
    return max((round(sum(_width(c) for c in line) * of) for line in lines), default=0)


def _width(character: str) -> float:
    """How many Latin characters it is as wide as: one, or for those of East Asia two."""
    return 1.0 if ord(character) < 0x2E80 else 1.7  # noqa: PLR2004  (the first block of East Asian characters)


def stack(blocks: Sequence[Block], room: int, gap: int) -> Block:
    """Blocks side by side as long as there is room, then in further rows.

    Lines that leave upper rows go round the lower ones: all outs of the result can go straight down.
    """
    rows = _rows(blocks, room, gap)
    width = max((sum(b.w for b in row) + gap * (len(row) - 1) for row in rows), default=0)
    kinds = list(dict.fromkeys(out.to for row in rows[:-1] for block in row for out in block.outs))
    lanes = {to: width + 12 + 14 * n for n, to in enumerate(kinds)}
    shapes: list[Shape] = []
    outs: list[Out] = []
    y = 0
    for number, row in enumerate(rows):
        placed = _placed(row, width, y, gap)
        bottom = y + max(block.h for block in row)
        shapes += [shape for block in placed for shape in block.shapes]
        here = [out for block in placed for out in block.outs]
        if number == len(rows) - 1:
            outs += here
        for out in here if number < len(rows) - 1 else ():
            turn = bottom + 8 + 7 * kinds.index(out.to)
            shapes.append(Line(((out.x, out.y), (out.x, turn), (lanes[out.to], turn)), f"nd-line nd-{out.kind}"))
            outs.append(replace(out, x=lanes[out.to], y=turn))
        y = bottom + gap + (7 * len(kinds) if number < len(rows) - 1 else 0)
    return Block(max([width, *(lane + 6 for lane in lanes.values())]), max(y - gap, 0), tuple(shapes), tuple(outs))


def _rows(blocks: Sequence[Block], room: int, gap: int) -> list[list[Block]]:
    rows: list[list[Block]] = []
    for block in blocks:
        if rows and sum(b.w + gap for b in rows[-1]) + block.w <= room:
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows


def _placed(row: Sequence[Block], width: int, y: int, gap: int) -> list[Block]:
    """The blocks of a row at their places, in the middle, their tops on one line."""
    x = (width - sum(block.w for block in row) - gap * (len(row) - 1)) // 2
    placed = []
    for block in row:
        placed.append(block.moved(x, y))
        x += block.w + gap
    return placed
