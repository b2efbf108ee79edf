"""The order of containers in a row: cables straight, what belongs together beside each other."""

from __future__ import annotations

import pytest

from netdocs.core.columns import ordered
from netdocs.core.names import natural, short
from netdocs.core.topology import Anchor, Box, Card


def box(name: str, *anchors: str) -> Box:
    return Box(
        name, name, "container", "", tuple(Card(f"{name} eth{n}", f"eth{n}", (), key) for n, key in enumerate(anchors))
    )


def anchor(key: str, kind: str = "bridge") -> Anchor:
    return Anchor(key, key, (), (), kind)


def ports(boxes: list[Box]) -> list[str]:
    return [card.anchor for each in boxes for card in each.cards]


def test_a_container_on_two_networks_stands_between_them() -> None:
    """Its interfaces are above the bridges they are plugged into, whatever their numbers."""
    boxes = [box("app", "back"), box("db", "back"), box("proxy", "front", "back"), box("visitor", "front")]

    assert ports(ordered(boxes, [anchor("front"), anchor("back")])) == ["back", "back", "back", "front", "front"]


def test_what_is_on_an_overlay_keeps_together() -> None:
    """Both containers have a way out besides; those cables go round the overlay's namespace."""
    boxes = [box("alpha", "mesh", "way-out"), box("beta", "mesh", "way-out")]
    found = ports(ordered(boxes, [anchor("mesh", "overlay"), anchor("way-out")]))

    assert found == ["way-out", "mesh", "mesh", "way-out"]


def test_what_is_in_order_stays() -> None:
    """Nothing is moved without a gain."""
    boxes = [box("alpha", "one"), box("beta", "one"), box("gamma")]

    assert ordered(boxes, [anchor("one")]) == boxes


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("alpha", "alpha"),
        ("web.1.7bqctjblfyt46zibb3g8ea00r", "web.1"),
        ("web.vai1w2kckrbssmampst4gc4x2.7bqctjblfyt46zibb3g8ea00r", "web.vai1w2kckrbssmampst…"),
        ("a-name-that-nobody-would-like-to-type", "a-name-that-nobody-woul…"),
    ],
)
def test_long_names_are_shortened(name: str, shown: str) -> None:
    """A task of a service is called what `docker service ps` calls it."""
    assert short(name) == shown


def test_numbers_are_sorted_as_numbers() -> None:
    """As a person would."""
    assert sorted(["box10", "box2", "box"], key=natural) == ["box", "box2", "box10"]
