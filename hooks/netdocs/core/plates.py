"""What cables lead to: a bridge's bar, the namespace around it if it has one of its own, and its way out."""

from __future__ import annotations

from netdocs.core.pen import PAD, TAB, Pen
from netdocs.core.shapes import LINE, MONO, SANS, Out, Rect, Shape, Text, wide
from netdocs.core.topology import Anchor, Exit

INSET = 10


def least(pen: Pen, anchor: Anchor) -> int:
    """The least width that it needs."""
    lines = pen.bar_lines(anchor, 0)
    inner = max(wide([line], MONO if "nd-mono" in cls else SANS) for line, cls in lines)
    if anchor.kind != "overlay":
        return inner + 2 * PAD
    return max(inner + 2 * PAD + 2 * INSET, wide(anchor.notes, SANS) + 2 * PAD)


def height(pen: Pen, anchor: Anchor, w: int, *, tabs: bool) -> int:
    """How high it is at a width, with or without tabs on its upper edge."""
    lines = pen.bar_lines(anchor, _room(anchor, w))
    return _head(anchor) + (TAB if tabs else 0) + LINE * len(lines) + 12 + _foot(anchor)


def edge(anchor: Anchor, y: int) -> int:
    """Where its tabs begin, or the bar itself if it has none, when its top is at `y`."""
    return y + _head(anchor)


def _room(anchor: Anchor, w: int) -> int:
    return w - 2 * PAD - (2 * INSET if anchor.kind == "overlay" else 0)


def _head(anchor: Anchor) -> int:
    return LINE * len(anchor.notes) + 10 if anchor.kind == "overlay" else 0


def _foot(anchor: Anchor) -> int:
    return 0 if anchor.kind != "overlay" else TAB + 12 if anchor.exits else 8


def draw(pen: Pen, anchor: Anchor, rect: Rect, *, tabs: bool) -> tuple[list[Shape], list[Out]]:
    """The plate at its place, and the lines that leave it."""
    x, w, shapes = rect.x, rect.w, list[Shape]()
    lines = pen.bar_lines(anchor, _room(anchor, w))
    if anchor.kind == "overlay":
        shapes.append(Rect(x, rect.y, w, rect.h, pen.cls("space", anchor.key.rpartition(" ")[0])))
        shapes += [
            Text(x + PAD, rect.y + 19 + LINE * n, note, "nd-label nd-over") for n, note in enumerate(anchor.notes)
        ]
        x, w = x + INSET, w - 2 * INSET
    top = edge(anchor, rect.y) + (TAB if tabs else 0)
    bottom = rect.y + rect.h - _foot(anchor)
    shapes += pen.bar("card" if anchor.kind == "card" else "bridge", anchor.key, (x, top, w, bottom - top), lines)
    outs: list[Out] = []
    for number, way in enumerate(anchor.exits):
        middle = x + w * (number + 1) // (len(anchor.exits) + 1)
        at = x + 36 if way.kind == "tunnel" else middle if tabs else x + w - 40 - 30 * number
        drawn, out = _leave(pen, anchor, way, at, bottom)
        shapes += drawn
        outs.append(out)
    return shapes, outs


def _leave(pen: Pen, anchor: Anchor, way: Exit, x: int, bottom: int) -> tuple[list[Shape], Out]:
    if way.kind == "tunnel":
        return pen.tab(anchor.key, way.label, x, bottom), Out(x, bottom + TAB, way.to, way.kind)
    return [], Out(x, bottom, way.to, way.kind, way.label)
