"""The order of containers in a row: cables straight, what belongs together beside each other."""

from __future__ import annotations

from netdocs.diagram.box_order import ordered
from netdocs.diagram.topology import Bridge, Interface, NamespaceBox


def box(name: str, *bridges: str) -> NamespaceBox:
    return NamespaceBox(
        name,
        name,
        "container",
        "",
        tuple(Interface(f"{name} eth{n}", f"eth{n}", (), key) for n, key in enumerate(bridges)),
    )


def bridge(key: str, kind: str = "bridge") -> Bridge:
    return Bridge(key, key, (), (), kind)


def ports(boxes: list[NamespaceBox]) -> list[str]:
    return [interface.bridge for ordered in boxes for interface in ordered.interfaces]


def test_a_container_on_two_networks_stands_between_them() -> None:
    """Its interfaces are above the bridges they are plugged into, whatever their numbers."""
    boxes = [box("app", "back"), box("db", "back"), box("proxy", "front", "back"), box("visitor", "front")]

    assert ports(ordered(boxes, [bridge("front"), bridge("back")])) == ["back", "back", "back", "front", "front"]


def test_what_is_on_an_overlay_keeps_together() -> None:
    """Both containers have a way out besides; those cables go round the overlay's namespace."""
    boxes = [box("alpha", "mesh", "way-out"), box("beta", "mesh", "way-out")]
    order = ports(ordered(boxes, [bridge("mesh", "overlay"), bridge("way-out")]))

    assert order == ["way-out", "mesh", "mesh", "way-out"]


def test_what_is_in_order_stays() -> None:
    """Nothing is moved without a gain."""
    boxes = [box("alpha", "one"), box("beta", "one"), box("gamma")]

    assert ordered(boxes, [bridge("one")]) == boxes
