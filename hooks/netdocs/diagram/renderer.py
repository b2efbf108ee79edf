"""The parts of a diagram: a container's box, an interface, a bar for what many are plugged into. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from netdocs.diagram.shapes import CHAR_WIDTH_SANS, LINE_HEIGHT, TITLE_BASELINE, Rect, Shape, Text, text_width
from netdocs.diagram.topology import Bridge, Interface, NamespaceBox

if TYPE_CHECKING:  # the image to try has the strings in another form (lab/tryit/picture.py)
    from netdocs.i18n.strings import ContentStrings

Status = Literal["new", "gone", "changed"]
SYMBOLS: Mapping[Status, str] = {"new": "+ ", "gone": "− ", "changed": "± "}

PADDING, BOX_GAP = 8, 12
"""Inside a box, around what is in it; and from one box to the next."""
TITLE_HEIGHT = 28
"""From a box's upper edge to its interfaces: a line of text with room above and below."""
TAB_HEIGHT, TAB_PADDING = 22, 6
"""A tab, in which the end of a cable is named: one line of text with a small margin."""
BAR_PADDING = 12
"""What a bar is higher than its lines of text."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Draws parts in one language; what changed since an earlier diagram stands out."""

    strings: ContentStrings
    changes: Mapping[str, Status]
    """By the part's key."""

    def css_class(self, kind: str, key: str) -> str:
        """The classes of a part: what it is (`nd-bridge`), and how it changed (`nd-new`, `nd-gone`, `nd-changed`)."""
        return f"nd-{kind} nd-{self.changes[key]}" if key in self.changes else f"nd-{kind}"

    def change_mark(self, key: str) -> str:
        """What stands before the name of a part that is new, gone or changed: not everybody sees its colour."""
        return SYMBOLS[self.changes[key]] if key in self.changes else ""

    def interface_size(self, interface: Interface, *, tabs: bool) -> tuple[int, int]:
        """Width and height of an interface; its cable's other end is named in it if `tabs`."""
        lines = self._interface_lines(interface, tabs=tabs)
        return text_width(lines) + 2 * PADDING, LINE_HEIGHT * len(lines) + 8

    def _interface_lines(self, interface: Interface, *, tabs: bool) -> list[str]:
        peer = [f"⇅ {interface.peer}"] if tabs and interface.peer else []
        return [self.change_mark(interface.key) + interface.name, *interface.addresses, *peer]

    def interface(self, interface: Interface, rect: Rect, *, tabs: bool) -> list[Shape]:
        """An interface with its addresses."""
        lines = self._interface_lines(interface, tabs=tabs)
        weight = ["nd-mono nd-bold", *["nd-mono"] * (len(lines) - 1)]
        middle = rect.x + rect.width // 2
        texts = [
            Text(middle, rect.y + LINE_HEIGHT * (n + 1), line, weight[n], "middle") for n, line in enumerate(lines)
        ]
        return [rect, *texts]

    def box_size(self, box: NamespaceBox, *, tabs: bool) -> tuple[int, int]:
        """Width and height of a container's box."""
        sizes = [self.interface_size(interface, tabs=tabs) for interface in box.interfaces]
        content = sum(width for width, _ in sizes) + PADDING * (len(sizes) - 1)
        title = text_width([f"{self.change_mark(box.key)}{box.name} "]) + text_width([box.kind], CHAR_WIDTH_SANS)
        title = max(title, text_width([box.note], CHAR_WIDTH_SANS))
        head = TITLE_HEIGHT + (LINE_HEIGHT if box.note else 0)
        return max(content, title) + 2 * PADDING, head + (max(h for _, h in sizes) + PADDING if sizes else 2)

    def box(self, box: NamespaceBox, frame: Rect, *, tabs: bool) -> tuple[list[Shape], list[int]]:
        """A container's box, and where the middle of each of its interfaces is; the frame gets its class here."""
        x, y, right, baseline = frame.x + PADDING, frame.y, frame.x + frame.width - PADDING, frame.y + TITLE_BASELINE
        kind = "namespace" if box.interfaces else "shared"
        shapes: list[Shape] = [Rect(frame.x, y, frame.width, frame.height, self.css_class(kind, box.key))]
        shapes.append(Text(x, baseline, self.change_mark(box.key) + box.name, "nd-mono nd-bold"))
        shapes.append(Text(right, baseline, box.kind, "nd-label nd-faint", "end"))
        if box.note:
            shapes.append(Text(x, baseline + LINE_HEIGHT, box.note, "nd-label"))
        sizes = [self.interface_size(interface, tabs=tabs) for interface in box.interfaces]
        left = frame.x + (frame.width - sum(width for width, _ in sizes) - PADDING * (len(sizes) - 1)) // 2
        middles = []
        for interface, (width, height) in zip(box.interfaces, sizes, strict=True):
            top = y + frame.height - PADDING - height
            rect = Rect(left, top, width, height, self.css_class("interface", interface.key), 4)
            shapes += self.interface(interface, rect, tabs=tabs)
            middles.append(left + width // 2)
            left += width + PADDING
        return shapes, middles

    def bar_lines(self, bridge: Bridge, room: int) -> list[tuple[str, str]]:
        """What is written on a bar, with its class, in as few lines as there is room for."""
        name = self.change_mark(bridge.key) + bridge.name
        joined = " ".join([name, *bridge.addresses])
        first = [joined] if text_width([joined]) <= room else [name, *bridge.addresses]
        lines = [(first[0], "nd-mono nd-bold"), *((line, "nd-mono") for line in first[1:])]
        notes = () if bridge.kind == "overlay" else bridge.notes
        return [*lines, *((note, "nd-label") for note in notes)]

    def tab(self, key: str, name: str, x: int, y: int) -> list[Shape]:
        """A small box at the edge of a bar: what is plugged in there."""
        width = text_width([name]) + 2 * TAB_PADDING
        rect = Rect(x - width // 2, y, width, TAB_HEIGHT, self.css_class("tab", key), 3)
        return [rect, Text(x, y + 15, name, "nd-mono", "middle")]

    def bar(
        self, kind: str, key: str, rect: Rect, lines: Sequence[tuple[str, str]], middle: int | None = None
    ) -> list[Shape]:
        """A bar with lines of text, in its middle if no other place is said; the rectangle gets its class here."""
        top = rect.y + (rect.height - LINE_HEIGHT * len(lines)) // 2 + 13  # 13 of a line's 18 are above its baseline
        middle = rect.x + rect.width // 2 if middle is None else middle
        texts = [Text(middle, top + LINE_HEIGHT * n, line, cls, "middle") for n, (line, cls) in enumerate(lines)]
        return [Rect(rect.x, rect.y, rect.width, rect.height, self.css_class(kind, key)), *texts]
