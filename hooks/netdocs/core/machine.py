"""A machine as a block: its namespaces and bridges in groups, its own interfaces at the bottom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from netdocs.core import columns, comb
from netdocs.core.pen import PAD, Pen
from netdocs.core.shapes import BOLD, LINE, MONO, SANS, Block, Line, Out, Rect, Shape, Text, stack, wide
from netdocs.core.topology import Anchor, Box, Machine, Uplink

EDGE, SHELF, DROP = 12, 26, 34
Group = tuple[list[Box], dict[str, Anchor]]


def block(pen: Pen, machine: Machine, room: int) -> Block:
    """The machine, no wider than `room` if that can be."""
    inner = room - 2 * EDGE
    content = stack([_group(pen, *group, inner) for group in groups(machine)], inner, SHELF)
    name = pen.words.picture.known_as.get(machine.name, machine.name)
    head = [(name, "nd-bold nd-label nd-host")]
    head += [(pen.words.picture.host, "nd-label nd-faint")] if machine.engine else []
    texts = [_lines(pen, machine, uplink) for uplink in machine.uplinks]
    width = max([content.w, wide([name], BOLD), wide([head[-1][0]], SANS), *(_wide(each) for each in texts)])
    placed = content.moved(EDGE + (width - content.w) // 2, 18 + LINE * len(head))
    shapes: list[Shape] = [Text(EDGE, 19 + LINE * n, line, cls) for n, (line, cls) in enumerate(head)]
    shapes += placed.shapes
    y = 18 + LINE * len(head) + (content.h + (DROP if placed.outs else 12) if content.shapes else -4)
    bars: dict[str, Rect] = {}
    for uplink, lines in zip(machine.uplinks, texts, strict=True):
        bars[uplink.key] = Rect(EDGE, y, width, LINE * len(lines) + 12, "")
        shapes += pen.bar("card", uplink.key, (EDGE, y, width, LINE * len(lines) + 12), lines)
        y += LINE * len(lines) + 12 + 8
    y += 4
    drawn, outs = _led_out(placed.outs, bars, y)
    outs += [
        Out(EDGE + width // 2, bars[uplink.key].y + bars[uplink.key].h, uplink.wire, "wire")
        for uplink in machine.uplinks
    ]
    frame = Rect(0, 0, width + 2 * EDGE, y, pen.cls("machine", machine.name), 8)
    return Block(frame.w, frame.h, (frame, *shapes, *drawn), tuple(outs))


def _wide(lines: Iterable[tuple[str, str]]) -> int:
    return max(wide([line], MONO if "nd-mono" in cls else SANS) for line, cls in lines) + 2 * PAD


def _led_out(outs: Iterable[Out], bars: Mapping[str, Rect], end: int) -> tuple[list[Shape], list[Out]]:
    """Lines down to the machine's own interfaces; those for something outside go on."""
    shapes: list[Shape] = []
    left: list[Out] = []
    for out in outs:
        bar = bars.get(out.to)
        shapes.append(Line(((out.x, out.y), (out.x, bar.y if bar else end)), f"nd-line nd-{out.kind}"))
        if out.label and bar:
            beside = (-7, "end") if out.x > bar.x + bar.w * 4 // 5 else (7, "start")
            shapes.append(Text(out.x + beside[0], bar.y - 12, out.label, "nd-label", beside[1]))
        if bar is None:
            left.append(replace(out, y=end))
    return shapes, left


def _lines(pen: Pen, machine: Machine, uplink: Uplink) -> list[tuple[str, str]]:
    """What is written on one of the machine's own interfaces."""
    name = pen.sign(uplink.key) + uplink.name
    first, rest = (
        ([name], uplink.addresses) if not machine.engine else ([name, *uplink.addresses[:1]], uplink.addresses[1:])
    )
    lines = [(" ".join(first), "nd-mono nd-bold"), *((address, "nd-mono") for address in rest)]
    if machine.ports and uplink is machine.uplinks[0]:
        lines.append((pen.words.picture.published, "nd-label nd-faint"))
        lines += [(pen.sign(key) + text, "nd-mono") for key, text in machine.ports]
    return lines


def _group(pen: Pen, boxes: Sequence[Box], anchors: Sequence[Anchor], room: int) -> Block:
    tried = columns.block(pen, boxes, anchors)
    return tried if tried.w <= room or not boxes else comb.block(pen, boxes, anchors, room)


def groups(machine: Machine) -> list[tuple[list[Box], list[Anchor]]]:
    """What hangs together; what is plugged into the machine's own card comes last, to be right above it."""
    known = {anchor.key: anchor for anchor in machine.anchors}
    order = list(known)
    found: list[Group] = []
    for box in machine.boxes:
        found = _joined(found, box, known)
    used = {key for _, anchors in found for key in anchors}
    found += [([], {key: anchor}) for key, anchor in known.items() if key not in used]
    found.sort(key=lambda group: (_rank(group), [order.index(key) for key in group[1]]))
    return [(boxes, sorted(anchors.values(), key=lambda one: order.index(one.key))) for boxes, anchors in found]


def _joined(found: Sequence[Group], box: Box, known: Mapping[str, Anchor]) -> list[Group]:
    """The groups with one more box: those it connects become one."""
    own = {card.anchor: known[card.anchor] for card in box.cards if card.anchor in known}
    linked = [group for group in found if own.keys() & group[1].keys() or _alike(group, box, own)]
    boxes = [one for group in linked for one in group[0]]
    anchors = {key: anchor for group in linked for key, anchor in group[1].items()}
    return [*(group for group in found if group not in linked), ([*boxes, box], anchors | own)]


def _alike(group: Group, box: Box, own: Mapping[str, Anchor]) -> bool:
    """Whether neither the group nor the box has an anchor on its machine, and they lead to the same place."""
    return not own and not group[1] and _outward(group[0]) == _outward([box])


def _rank(group: Group) -> int:
    """Bridges first, then what is connected to nothing, then what is on the machine's own card."""
    return 0 if group[1] else 2 if _outward(group[0]) else 1


def _outward(boxes: Sequence[Box]) -> bool:
    return any(card.anchor for box in boxes for card in box.cards)
