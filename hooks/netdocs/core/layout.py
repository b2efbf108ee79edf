"""From a graph to a drawing of a given width: machines, then tunnels and wires, then what hangs on the wires."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netdocs.core import machine
from netdocs.core.machine import DROP, EDGE, SHELF
from netdocs.core.pen import Pen, Status
from netdocs.core.shapes import BOLD, Block, Line, Out, Shape, stack, wide
from netdocs.core.topology import Graph, Machine
from netdocs.core.words import Words

RAIL, HANG = 30, 22


def layout(graph: Graph, room: int, words: Words, marks: Mapping[str, Status]) -> Block:
    """The whole picture, no wider than `room` if that can be."""
    pen = Pen(words, marks)
    above = [one for one in graph.machines if one.engine or one.boxes]
    upper = stack(_fitting(pen, above, room), room, SHELF)
    below = [(one, machine.block(pen, one, room)) for one in graph.machines if one not in above]
    bars = [*((key, "tunnel", label) for key, label in graph.tunnels), *_wires(graph, words)]
    rows = [_hung(below, key) for key, kind, _ in bars]
    width = max([upper.w, *(row.w for row in rows), wide((label for *_, label in bars), BOLD) + 24])
    placed = upper.moved((width - upper.w) // 2, 0)
    return _rails(pen, placed, bars, [row.moved((width - row.w) // 2, 0) for row in rows], width)


def _fitting(pen: Pen, machines: Sequence[Machine], room: int) -> list[Block]:
    """The machines, as narrow as must be for as many as possible to stand side by side."""
    blocks: list[Block] = []
    for beside in range(len(machines), 0, -1):
        share = (room - SHELF * (beside - 1)) // beside
        blocks = [machine.block(pen, one, share) for one in machines]
        if all(block.w <= share for block in blocks):
            break
    return blocks


def _wires(graph: Graph, words: Words) -> list[tuple[str, str, str]]:
    phrases = [words.picture.lan, *[words.picture.beyond] * len(graph.wires)]
    return [
        (name, "wire", phrase.format(range=reach)) for phrase, (name, reach) in zip(phrases, graph.wires, strict=False)
    ]


def _hung(below: Iterable[tuple[Machine, Block]], wire: str) -> Block:
    """The machines that hang on a wire, side by side, and lines up to it."""
    blocks = [block for one, block in below if one.uplinks and one.uplinks[0].wire == wire]
    shapes: list[Shape] = []
    outs: list[Out] = []
    x = 0
    for block in blocks:
        placed = block.moved(x, HANG)
        shapes += [*placed.shapes, Line(((x + block.w // 2, 0), (x + block.w // 2, HANG)), "nd-line nd-wire")]
        outs += [out for out in placed.outs if out.to != wire]
        x += block.w + EDGE
    height = max((block.h for block in blocks), default=-HANG) + HANG
    return Block(max(x - EDGE, 0), height, tuple(shapes), tuple(outs))


def _rails(pen: Pen, upper: Block, bars: Sequence[tuple[str, str, str]], rows: Sequence[Block], width: int) -> Block:
    """The long bars below the machines, each with the lines that come down to it and what hangs on it."""
    shapes, outs, y = list(upper.shapes), list(upper.outs), upper.h + (DROP if upper.shapes else 0)
    for (key, kind, label), row in zip(bars, rows, strict=True):
        shapes += pen.bar(kind, key, (0, y, width, RAIL), [(label, "nd-label nd-bold")])
        shapes += [Line(((out.x, out.y), (out.x, y)), f"nd-line nd-{kind}") for out in outs if out.to == key]
        placed = row.moved(0, y + RAIL)
        shapes += placed.shapes
        outs += placed.outs
        y += RAIL + row.h + (14 if kind == "tunnel" else HANG)
    return Block(width, max(y - HANG, 0), tuple(shapes))
