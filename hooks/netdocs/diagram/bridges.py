"""What cables lead to: a bridge's bar, the namespace around it if it has one of its own, and its ways out. Pure."""

from __future__ import annotations

from netdocs.diagram.renderer import BAR_PADDING, PADDING, TAB_HEIGHT, Renderer
from netdocs.diagram.shapes import (
    CHAR_WIDTH_SANS,
    LINE_HEIGHT,
    TITLE_BASELINE,
    Port,
    Rect,
    Shape,
    Text,
    styled_width,
    text_width,
)
from netdocs.diagram.topology import Bridge, Uplink

OVERLAY_INSET = 10
"""From the frame of an overlay's namespace to the bridge in it, left and right."""
TUNNEL_OFFSET = 36
"""From a bridge's left end to the middle of its tunnel's tab: half of `vxlan0` in its tab, and a margin."""
UPLINK_OFFSET, UPLINK_GAP = 28, 30
"""From a bridge's right end to its first line out, right of the text of bridges below; from that to the next."""


def min_width(renderer: Renderer, bridge: Bridge) -> int:
    """The least width that it needs."""
    inner = styled_width(renderer.bar_lines(bridge, 0)) + 2 * PADDING
    if bridge.kind != "overlay":
        return inner
    return max(inner + 2 * OVERLAY_INSET, text_width(bridge.notes, CHAR_WIDTH_SANS) + 2 * PADDING)


def height(renderer: Renderer, bridge: Bridge, width: int, *, tabs: bool) -> int:
    """How high it is at a width, with or without tabs on its upper edge."""
    lines = renderer.bar_lines(bridge, _text_room(bridge, width))
    bar = LINE_HEIGHT * len(lines) + BAR_PADDING
    return _head(bridge) + (TAB_HEIGHT if tabs else 0) + bar + _foot(bridge)


def upper_edge(bridge: Bridge, y: int) -> int:
    """Where its tabs begin, or the bar itself if it has none, when its top is at `y`."""
    return y + _head(bridge)


def _text_room(bridge: Bridge, width: int) -> int:
    return width - 2 * PADDING - (2 * OVERLAY_INSET if bridge.kind == "overlay" else 0)


def _head(bridge: Bridge) -> int:
    """The title of an overlay's namespace, above its bridge."""
    return LINE_HEIGHT * len(bridge.notes) + 10 if bridge.kind == "overlay" else 0


def _foot(bridge: Bridge) -> int:
    """What is below the bridge in an overlay's namespace: the tab of its tunnel, if it has one."""
    return 0 if bridge.kind != "overlay" else TAB_HEIGHT + 12 if bridge.uplinks else 8


def draw(renderer: Renderer, bridge: Bridge, rect: Rect, *, tabs: bool) -> tuple[list[Shape], list[Port]]:
    """The bridge at its place, and the lines that leave it."""
    x, width, shapes = rect.x, rect.width, list[Shape]()
    lines = renderer.bar_lines(bridge, _text_room(bridge, width))
    if bridge.kind == "overlay":
        shapes += _overlay_frame(renderer, bridge, rect)
        x, width = x + OVERLAY_INSET, width - 2 * OVERLAY_INSET
    top = upper_edge(bridge, rect.y) + (TAB_HEIGHT if tabs else 0)
    bottom = rect.y + rect.height - _foot(bridge)
    kind = "bridge" if bridge.kind == "overlay" else bridge.kind
    shapes += renderer.bar(kind, bridge.key, Rect(x, top, width, bottom - top, ""), lines)
    ports: list[Port] = []
    for number, uplink in enumerate(bridge.uplinks):
        # In the middle of the bar a line out is under its text; in multi_row the cables come from the left, and
        # below the bars further ones follow: there lines out keep to the right end.
        middle = x + width * (number + 1) // (len(bridge.uplinks) + 1)
        right = x + width - UPLINK_OFFSET - UPLINK_GAP * number
        position = x + TUNNEL_OFFSET if uplink.kind == "tunnel" else middle if tabs else right
        drawn, port = _leave(renderer, bridge, uplink, position, bottom)
        shapes += drawn
        ports.append(port)
    return shapes, ports


def _overlay_frame(renderer: Renderer, bridge: Bridge, rect: Rect) -> list[Shape]:
    """The namespace that an overlay's bridge is in, and its title."""
    css_class = renderer.css_class("namespace", bridge.key.rpartition(" ")[0])
    x, y = rect.x + PADDING, rect.y + TITLE_BASELINE
    title = [Text(x, y + LINE_HEIGHT * n, note, "nd-label nd-over") for n, note in enumerate(bridge.notes)]
    return [Rect(rect.x, rect.y, rect.width, rect.height, css_class), *title]


def _leave(renderer: Renderer, bridge: Bridge, uplink: Uplink, x: int, bottom: int) -> tuple[list[Shape], Port]:
    if uplink.kind == "tunnel":
        tab = renderer.tab(bridge.key, uplink.label, x, bottom)
        return tab, Port(x, bottom + TAB_HEIGHT, uplink.target, uplink.kind)
    return [], Port(x, bottom, uplink.target, uplink.kind, uplink.label)
