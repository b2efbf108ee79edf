"""What a diagram is made of: rectangles, lines, text, and groups of them that can be moved. Pure.

All lengths are in the SVG's user units, which are CSS pixels where a drawing is shown at its natural size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

# The width of text has to be known before any browser sees it. The styles (figures.css) set 13 px; the code font is
# 0.6 em per character, which is 7.8. Proportional fonts differ between systems, so these are
# on the wide side of what they have: a box that is a little too wide looks better than text that sticks out.
CHAR_WIDTH_MONO, CHAR_WIDTH_SANS, CHAR_WIDTH_BOLD = 7.83, 7.5, 8.3
CHAR_WIDTH_EAST_ASIAN = 1.7
"""How many Latin characters a character of East Asia is as wide as: it fills a square of 13 px."""
FIRST_EAST_ASIAN = 0x2E80
"""The first code point of the blocks of East Asia (radicals, kana, han and hangul follow)."""

LINE_HEIGHT = 18
"""From one line of text to the next: 1.4 times the font size."""
TITLE_BASELINE = 19
"""From a frame's upper edge to the baseline of the first line of its title."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; its first class says what it stands for, and with that how far in front it is drawn."""

    x: int
    y: int
    width: int
    height: int
    css_class: str
    radius: int = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line from point to point."""

    points: tuple[tuple[int, int], ...]
    css_class: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `anchor` is SVG's `text-anchor`: start, middle or end."""

    x: int
    y: int
    text: str
    css_class: str
    anchor: str = "start"


Shape = Rect | Line | Text


@dataclass(frozen=True, slots=True)
class Port:
    """Where a line leaves a group for something below it."""

    x: int
    y: int
    target: str
    """The key of what the line leads to."""
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together, from 0, 0 to `width`, `height`."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    ports: tuple[Port, ...] = ()

    def translated(self, dx: int, dy: int) -> Group:
        """The same group elsewhere."""
        ports = tuple(replace(port, x=port.x + dx, y=port.y + dy) for port in self.ports)
        return Group(self.width, self.height, tuple(_translated(shape, dx, dy) for shape in self.shapes), ports)


def _translated(shape: Shape, dx: int, dy: int) -> Shape:
    if isinstance(shape, Line):
        return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


def text_width(lines: Iterable[str], char_width: float = CHAR_WIDTH_MONO) -> int:
    """The estimated width of the widest of these lines; 0 for none."""
    return max((round(sum(map(_columns, line)) * char_width) for line in lines), default=0)


def styled_width(lines: Iterable[tuple[str, str]]) -> int:
    """The same for lines with their classes, which say in which font each is."""
    widths = (
        text_width([line], CHAR_WIDTH_MONO if "nd-mono" in css_class else CHAR_WIDTH_SANS) for line, css_class in lines
    )
    return max(widths, default=0)


def word_wrap(words: Iterable[str], room: int, char_width: float, separator: str = " ") -> list[str]:
    """The words in lines no wider than `room`, as far as there is one word to a line."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]}{separator}{word}" if lines else word
        fits = text_width([longer], char_width) <= room
        lines[-1:] = [longer] if fits or not lines else [lines[-1], word]
    return lines


def _columns(character: str) -> float:
    return 1.0 if ord(character) < FIRST_EAST_ASIAN else CHAR_WIDTH_EAST_ASIAN
