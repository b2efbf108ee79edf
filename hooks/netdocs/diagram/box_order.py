"""The order of containers in a row, so that few cables have to pass what they do not belong to. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from netdocs.diagram.topology import Bridge, Interface, NamespaceBox

MAX_ORDERED_BOXES = 8
"""Rows longer than that keep the order of their names: they are too wide for one row anyway (eight boxes are 1,000 px
of a column of 690), and `multi_row` leads every cable at the side, whatever the order."""
MAX_PERMUTED_INTERFACES = 3
"""Six orders of three interfaces are tried, not 24 of four: each round tries them for every box."""
OVERLAY_WEIGHT = 3
"""A cable that passes an overlay's box counts as three that pass a bar: it would cross the box's title."""

Order = Sequence[NamespaceBox]


def ordered(boxes: Order, bridges: Sequence[Bridge]) -> list[NamespaceBox]:
    """The boxes, and the interfaces in each, in an order that keeps apart what belongs to different bridges.

    Hill climbing: of all orders that differ by one box moved, or by the interfaces of one box, the best is taken,
    until none is better. All orders of eight boxes would be 40,320, times those of their interfaces; a round looks at
    about a hundred, and few rounds are needed because networks in pages are small. It may end short of the best
    order, but always at the same one, and never at a worse one than by name: equal snapshots give equal drawings.
    """
    best = list(boxes)
    if not 1 < len(boxes) <= MAX_ORDERED_BOXES:
        return best
    weights = {bridge.key: OVERLAY_WEIGHT if bridge.kind == "overlay" else 1 for bridge in bridges}
    cost = _cost(best, weights)
    while True:
        neighbour = min(_neighbours(best), key=lambda order: _cost(order, weights))
        neighbour_cost = _cost(neighbour, weights)
        if neighbour_cost >= cost:  # the cost falls with each round, so this ends
            return best
        best, cost = neighbour, neighbour_cost


def _neighbours(order: Order) -> Iterator[list[NamespaceBox]]:
    for n, box in enumerate(order):
        if len(box.interfaces) <= MAX_PERMUTED_INTERFACES:
            for interfaces in permutations(box.interfaces):
                yield [*order[:n], replace(box, interfaces=interfaces), *order[n + 1 :]]
        remaining = [*order[:n], *order[n + 1 :]]
        yield from ([*remaining[:m], box, *remaining[m:]] for m in range(len(remaining) + 1))


def _cost(order: Order, weights: Mapping[str, int]) -> int:
    """How many interfaces of others stand between those of each bridge, each counted with the bridge's weight.

    A box without interfaces takes a place as well.
    """
    placeholder = (Interface("", "", ()),)
    keys = [interface.bridge for box in order for interface in box.interfaces or placeholder]
    cost = 0
    for bridge, weight in weights.items():
        places = [n for n, key in enumerate(keys) if key == bridge]
        if places:
            cost += weight * (places[-1] - places[0] + 1 - len(places))
    return cost
