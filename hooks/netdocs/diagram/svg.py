"""From shapes to SVG; equal shapes give equal bytes. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from netdocs.diagram.shapes import Group, Line, Rect, Shape, Text

MARGIN = 2
"""Around the drawing, so that the outermost strokes (3 at most, half of it outside) are not cut."""

Z_ORDER = (
    "host", "namespace", "shared", "segment", "tunnel", "answer", "lost", "bridge", "interface",
    "line",
    "tab",
    "text",
)  # fmt: skip
"""From back to front. Frames contain each other, so they come from the outermost inwards. Lines lie above bars and
interfaces, into whose edges they run, but below tabs, which are the sockets that lines end in. Text is above all: a
line that passes over it would make it unreadable."""

# What no XML document may contain (https://www.w3.org/TR/xml/#charsets): names in a recording may hold anything.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(group: Group, name: str, title: str, description: str, classes: str = "", *, style: str = "") -> str:
    """The group as an SVG element; `name` makes its ids the page's only ones, `style` is for one that stands alone."""
    width, height = group.width + 2 * MARGIN, group.height + 2 * MARGIN
    frame = f'viewBox="{-MARGIN} {-MARGIN} {width} {height}" style="--nd-w:{width}"'
    body = "\n".join(tag for shape in sorted(group.shapes, key=_depth) for tag in _tags(shape))
    return (
        f'<svg class="nd-svg{classes}" {frame} role="img" '
        f'aria-labelledby="{name}-title {name}-desc" xmlns="http://www.w3.org/2000/svg">\n'
        f'<title id="{name}-title">{_escaped(title)}</title>\n<desc id="{name}-desc">{_escaped(description)}</desc>\n'
        f"{f'<style>{style}</style>' if style else ''}{body}\n</svg>"
    )


def _escaped(text: str, *, quote: bool = True) -> str:
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text), quote=quote)


def _depth(shape: Shape) -> int:
    """The place of a shape in Z_ORDER; `sorted` leaves those of equal depth in the order they were drawn in."""
    if isinstance(shape, Text):
        return Z_ORDER.index("text")
    if isinstance(shape, Line):
        return Z_ORDER.index("line")
    return Z_ORDER.index(shape.css_class.split()[0].removeprefix("nd-"))


def _tags(shape: Shape) -> Sequence[str]:
    if isinstance(shape, Rect):
        size = f'width="{shape.width}" height="{shape.height}"'
        return [f'<rect x="{shape.x}" y="{shape.y}" {size} rx="{shape.radius}" class="{shape.css_class}"/>']
    if isinstance(shape, Line):
        # Each line has a halo in the colour of the paper: where two cross, one is seen to pass over the other.
        points = " ".join(f"{x},{y}" for x, y in shape.points)
        return [f'<polyline points="{points}" class="{css_class}"/>' for css_class in ("nd-halo", shape.css_class)]
    anchor = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
    text = _escaped(shape.text, quote=False)
    return [f'<text x="{shape.x}" y="{shape.y}" class="{shape.css_class}"{anchor}>{text}</text>']
