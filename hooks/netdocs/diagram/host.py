"""A host as a group of shapes: its namespaces and bridges in clusters, its own interfaces at the bottom. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from netdocs.diagram import multi_row, single_row
from netdocs.diagram.clusters import clusters
from netdocs.diagram.flow_layout import flow_layout
from netdocs.diagram.renderer import BAR_PADDING, PADDING, Renderer
from netdocs.diagram.shapes import (
    CHAR_WIDTH_BOLD,
    CHAR_WIDTH_SANS,
    LINE_HEIGHT,
    TITLE_BASELINE,
    Group,
    Line,
    Port,
    Rect,
    Shape,
    Text,
    styled_width,
    text_width,
)
from netdocs.diagram.topology import Bridge, Host, HostInterface, NamespaceBox

HOST_PADDING, CLUSTER_GAP = 12, 26
"""Inside a host's frame; and between clusters, wide enough that one is not taken for part of the other."""
UPLINK_LENGTH = 34
"""From the clusters to the host's interfaces: room for the name of a line out (`NAT`) beside it."""
EMPTY_MARGIN, INTERFACE_GAP, FOOT = 12, 8, 4
"""Above the interfaces where no line comes down, between two of them, and what the last has less below it."""

LABEL_GAP = 7
"""From a line to what it is called."""

StyledLines = Sequence[tuple[str, str]]


def layout(renderer: Renderer, host: Host, room: int) -> Group:
    """The host, no wider than `room` if that can be."""
    inner = room - 2 * HOST_PADDING
    content = flow_layout([_cluster(renderer, *cluster, inner) for cluster in clusters(host)], inner, CLUSTER_GAP)
    title = _title(renderer, host)
    texts = {interface.key: _interface_lines(renderer, host, interface) for interface in host.interfaces}
    widths = (styled_width(lines) + 2 * PADDING for lines in texts.values())
    title_widths = (text_width([title[0][0]], CHAR_WIDTH_BOLD), text_width([title[-1][0]], CHAR_WIDTH_SANS))
    width = max([content.width, *title_widths, *widths])
    top = 18 + LINE_HEIGHT * len(title)
    placed = content.translated(HOST_PADDING + (width - content.width) // 2, top)
    below = UPLINK_LENGTH if placed.ports else EMPTY_MARGIN
    bars, bottom = _bars(texts, width, top + (content.height + below if content.shapes else -FOOT))
    lines, ports = _route_outgoing(placed.ports, bars, bottom)
    ports += _to_segments(host, bars)
    shapes: list[Shape] = [
        Rect(0, 0, width + 2 * HOST_PADDING, bottom, renderer.css_class("host", host.name), 8),
        *(Text(HOST_PADDING, TITLE_BASELINE + LINE_HEIGHT * n, line, cls) for n, (line, cls) in enumerate(title)),
        *placed.shapes,
    ]
    for key, bar in bars.items():
        shapes += renderer.bar("interface", key, bar, texts[key])
    return Group(width + 2 * HOST_PADDING, bottom, (*shapes, *lines), tuple(ports))


def _cluster(renderer: Renderer, boxes: Sequence[NamespaceBox], bridges: Sequence[Bridge], room: int) -> Group:
    """In one row if that fits: there each cable is a straight line. Else in several, whose cables take a detour."""
    row = single_row.layout(renderer, boxes, bridges)
    return row if row.width <= room or not boxes else multi_row.layout(renderer, boxes, bridges, room)


def _title(renderer: Renderer, host: Host) -> StyledLines:
    strings = renderer.strings.diagram
    name = (strings.display_names.get(host.name, host.name), "nd-bold nd-label nd-host-name")
    return [name, (strings.host, "nd-label nd-faint")] if host.has_engine else [name]


def _interface_lines(renderer: Renderer, host: Host, interface: HostInterface) -> StyledLines:
    """What is written on one of the host's own interfaces; on the first also the ports that the host publishes."""
    name, addresses = renderer.change_mark(interface.key) + interface.name, interface.addresses
    beside = 1 if host.has_engine else 0  # a host without an engine is a narrow box: its address gets its own line
    lines = [(" ".join([name, *addresses[:beside]]), "nd-mono nd-bold")]
    lines += [(address, "nd-mono") for address in addresses[beside:]]
    if host.ports and interface is host.interfaces[0]:
        lines.append((renderer.strings.diagram.published_ports, "nd-label nd-faint"))
        lines += [(renderer.change_mark(key) + text, "nd-mono") for key, text in host.ports]
    return lines


def _bars(texts: Mapping[str, StyledLines], width: int, y: int) -> tuple[dict[str, Rect], int]:
    """A bar for each interface from `y` down, and where the host ends below them."""
    bars = {}
    for key, lines in texts.items():
        bars[key] = Rect(HOST_PADDING, y, width, LINE_HEIGHT * len(lines) + BAR_PADDING, "")
        y += bars[key].height + INTERFACE_GAP
    return bars, y + FOOT


def _to_segments(host: Host, bars: Mapping[str, Rect]) -> list[Port]:
    """The cables from the host's interfaces to the segments of the lab."""
    return [
        Port(bar.x + bar.width // 2, bar.y + bar.height, interface.segment, "segment")
        for interface in host.interfaces
        for bar in [bars[interface.key]]
    ]


def _down(port: Port, end: int, passed: Iterable[Rect]) -> Iterator[Line]:
    """The line from a port down to `end`, not drawn where it passes an interface: it runs in it, not across its text.

    What a tunnel carries does leave the host by that interface.
    """
    y = port.y
    for bar in passed:
        yield Line(((port.x, y), (port.x, bar.y)), f"nd-line nd-{port.kind}")
        y = bar.y + bar.height
    yield Line(((port.x, y), (port.x, end)), f"nd-line nd-{port.kind}")


def _route_outgoing(ports: Sequence[Port], bars: Mapping[str, Rect], end: int) -> tuple[list[Shape], list[Port]]:
    """Lines down to the host's own interfaces; those for something outside go on from `end`."""
    shapes: list[Shape] = []
    outside: list[Port] = []
    for port in ports:
        bar = bars.get(port.target)
        shapes += _down(port, bar.y if bar else end, () if bar else tuple(bars.values()))
        if bar is None:
            outside.append(replace(port, y=end))
    return [*shapes, *_labels(ports, bars)], outside


def _labels(ports: Sequence[Port], bars: Mapping[str, Rect]) -> list[Text]:
    """What lines are called, each right of its line; left of it where another line, a label or the frame is there.

    From right to left: only the rightmost have no choice. Lines that were led into one lane are one, with one label.
    """
    occupied = [(port.x, port.x) for port in ports]
    labels = []
    lanes = {(port.x, port.target, port.label): port for port in ports}
    for port in sorted(lanes.values(), key=lambda port: -port.x):
        bar, width = bars.get(port.target), text_width([port.label], CHAR_WIDTH_SANS)
        if bar and port.label:
            left, right = port.x + LABEL_GAP, port.x + LABEL_GAP + width
            is_free = right <= bar.x + bar.width and not any(left < end and start < right for start, end in occupied)
            dx, anchor = (LABEL_GAP, "start") if is_free else (-LABEL_GAP, "end")
            labels.append(Text(port.x + dx, bar.y - 12, port.label, "nd-label", anchor))
            occupied.append((left, right) if is_free else (port.x - LABEL_GAP - width, port.x - LABEL_GAP))
    return labels
