"""From shapes to SVG; equal shapes give equal bytes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from netdocs.core.shapes import Block, Line, Rect, Shape, Text

MARGIN = 2
_DEPTH = ("machine", "space", "guest", "wire", "tunnel", "answer", "lost", "bridge", "card", "tab")


def svg(block: Block, name: str, title: str, description: str, classes: str = "") -> str:
    """The block as an SVG element; `name` makes its ids the page's only ones."""
    w, h = block.w + 2 * MARGIN, block.h + 2 * MARGIN
    body = "\n".join(line for shape in sorted(block.shapes, key=_depth) for line in _drawn(shape))
    return (
        f'<svg class="nd-svg{classes}" viewBox="{-MARGIN} {-MARGIN} {w} {h}" style="--nd-w:{w}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" xmlns="http://www.w3.org/2000/svg">\n'
        f'<title id="{name}-title">{escape(title)}</title>\n<desc id="{name}-desc">{escape(description)}</desc>\n'
        f"{body}\n</svg>"
    )


def _depth(shape: Shape) -> int:
    """What is drawn first is behind: machines, namespaces, bars, lines, interfaces, text."""
    if isinstance(shape, Text):
        return 99
    if isinstance(shape, Line):
        return 50
    kind = shape.cls.split()[0].removeprefix("nd-")
    return _DEPTH.index(kind) + (60 if kind == "tab" else 0)


def _drawn(shape: Shape) -> Sequence[str]:
    if isinstance(shape, Rect):
        return [
            (
                f'<rect x="{shape.x}" y="{shape.y}" width="{shape.w}" height="{shape.h}" rx="{shape.rx}" '
                f'class="{shape.cls}"/>'
            )
        ]
    if isinstance(shape, Line):
        points = " ".join(f"{x},{y}" for x, y in shape.points)
        return [f'<polyline points="{points}" class="nd-halo"/>', f'<polyline points="{points}" class="{shape.cls}"/>']
    anchor = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
    return [f'<text x="{shape.x}" y="{shape.y}" class="{shape.cls}"{anchor}>{escape(shape.text, quote=False)}</text>']
