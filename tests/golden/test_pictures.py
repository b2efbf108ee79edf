"""Drawings of networks that were seen in real labs: each folder of pictures/ holds one.

look.json        what was seen, as a recording keeps it
since.json       what was seen at an earlier step, where the picture shows what has changed
expected.svg     the drawing for the reading column
narrow.svg       the drawing for a phone
expected.txt     the same in words
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest

from golden.projects import cases
from netdocs.core.layout import layout
from netdocs.core.observed import Link, Look, Observation, Space
from netdocs.core.picture import COLUMN, PHONE, Drawing, drawing
from netdocs.core.shapes import Text
from netdocs.core.svg import svg
from netdocs.core.topology import graph
from netdocs.core.words import ENGLISH

CASES = cases("pictures")
SVG = "{http://www.w3.org/2000/svg}"
ROOMS = {"expected.svg": COLUMN, "narrow.svg": PHONE}


def look(case: Path, name: str = "look.json") -> Look | None:
    """What a file of a case says was seen."""
    path = case / name
    return msgspec.json.decode(path.read_bytes(), type=Look) if path.exists() else None


def drawn(case: Path) -> Drawing:
    """The drawing of a case."""
    seen = look(case)
    assert seen is not None
    return drawing(seen, look(case, "since.json"), "a-step", "an-earlier-step", ENGLISH)


def as_svg(case: Path, room: int) -> str:
    """The drawing of a case as a file of its own."""
    made = drawn(case)
    return svg(made.draw(room), "picture", made.title, " ".join(made.sentences)) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("name", ROOMS)
def test_the_drawing_is_the_one_expected(case: Path, name: str, update: bool) -> None:
    """Byte by byte: a drawing that differs means a network that differs."""
    if update:
        (case / name).write_text(as_svg(case, ROOMS[name]), encoding="utf-8")

    assert (case / name).read_text(encoding="utf-8") == as_svg(case, ROOMS[name])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_words_are_the_ones_expected(case: Path, update: bool) -> None:
    """Who cannot see the drawing is told the same."""
    told = "".join(f"{sentence}\n" for sentence in drawn(case).sentences)
    if update:
        (case / "expected.txt").write_text(told, encoding="utf-8")

    assert (case / "expected.txt").read_text(encoding="utf-8") == told


def parsed(path: Path) -> ET.Element:
    """A drawing as an XML parser reads it."""
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314  (a file of our own)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("name", ROOMS)
def test_every_drawing_is_well_formed_and_keeps_inside_its_frame(case: Path, name: str) -> None:
    """An XML parser reads it, it has a title and a description, and no part sticks out."""
    root = parsed(case / name)
    left, top, width, height = map(int, root.attrib["viewBox"].split())
    boxes = [
        tuple(int(rect.attrib[side]) for side in ("x", "y", "width", "height")) for rect in root.iter(f"{SVG}rect")
    ]
    points = [
        tuple(map(int, point.split(",")))
        for line in root.iter(f"{SVG}polyline")
        for point in line.attrib["points"].split()
    ]

    assert [root.find(f"{SVG}{name}") is not None for name in ("title", "desc")] == [True, True]
    assert not [box for box in boxes if box[0] < left or box[1] < top]
    assert not [box for box in boxes if box[0] + box[2] > left + width or box[1] + box[3] > top + height]
    assert not [point for point in points if not (left <= point[0] <= left + width and top <= point[1] <= top + height)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_name_and_address_that_was_seen_is_in_the_words(case: Path) -> None:
    """What the drawing shows of interfaces with an address, the words say."""
    seen = look(case)
    told = " ".join(drawn(case).sentences)
    texts = [shape.text for shape in drawn(case).draw(COLUMN).shapes if isinstance(shape, Text)]
    addresses = {found for text in texts for found in re.findall(r"\b\d+\.\d+\.\d+\.\d+(?:/\d+)?\b", text)}

    assert seen is not None
    assert not [address for address in sorted(addresses) if address not in told]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_two_interfaces_overlap(case: Path) -> None:
    """Cards are boxes beside each other at either width."""
    for name in ROOMS:
        root = parsed(case / name)
        rects = [
            rect for rect in root.iter(f"{SVG}rect") if rect.attrib["class"].split()[0] in ("nd-card", "nd-bridge")
        ]
        places = [[int(rect.attrib[side]) for side in ("x", "y", "width", "height")] for rect in rects]
        pairs = [(one, other) for n, one in enumerate(places) for other in places[n + 1 :]]

        assert not [pair for pair in pairs if _overlap(*pair)], name


def _overlap(one: list[int], other: list[int]) -> bool:
    (x, y, w, h), (a, b, c, d) = one, other
    return x < a + c and a < x + w and y < b + d and b < y + h


def fifty() -> Observation:
    """A bridge with fifty containers."""
    ports = tuple(Link(f"veth{n:07x}", "veth", master="docker0", peer=f"docker1/box{n} eth0") for n in range(50))
    own = Link("eth0", "veth", addresses=("192.0.2.11/24",), wire="lan")
    bridge = Link("docker0", "bridge", addresses=("172.17.0.1/16",), network="bridge")
    host = Space("docker1", "docker1", "machine", (own, bridge, *ports), forwards=True)
    boxes = tuple(
        Space(
            f"docker1/box{n}",
            "docker1",
            "container",
            (Link("eth0", "veth", addresses=(f"172.17.0.{n + 2}/16",), peer=f"docker1 veth{n:07x}"),),
            (f"box{n}",),
        )
        for n in range(50)
    )
    return Observation((host, *boxes))


@pytest.mark.parametrize("room", ROOMS.values())
def test_fifty_containers_are_drawn_in_less_than_a_second_and_fit(room: int) -> None:
    """From what was seen to SVG; no wider than there is room, and nobody is left out."""
    before = time.perf_counter()
    block = layout(graph(fifty(), ENGLISH), room, ENGLISH, {})
    text = svg(block, "fifty", "Fifty", "Fifty containers")
    took = time.perf_counter() - before

    assert took < 1
    assert block.w <= room
    assert [n for n in range(50) if f">box{n}<" not in text or f">172.17.0.{n + 2}/16<" not in text] == []
