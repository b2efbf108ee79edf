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
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest

from factories import ENGLISH
from golden.cases import cases
from netdocs.diagram.layout import layout
from netdocs.diagram.shapes import Line, Text, styled_width
from netdocs.diagram.svg import Z_ORDER, svg
from netdocs.diagram.topology_builder import build_topology
from netdocs.page.figure import COLUMN, PHONE, Drawing, drawing
from netdocs.protocol.snapshot import Capture, Link, Namespace, Snapshot

CASES = cases("pictures")
STYLES = Path(__file__).parents[2] / "docs" / "overrides" / "assets" / "stylesheets" / "figures.css"
SVG = "{http://www.w3.org/2000/svg}"
ROOMS = {"expected.svg": COLUMN, "narrow.svg": PHONE}


def look(case: Path, name: str = "look.json") -> Capture | None:
    """What a file of a case says was seen."""
    path = case / name
    return msgspec.json.decode(path.read_bytes(), type=Capture) if path.exists() else None


def drawn(case: Path) -> Drawing:
    """The drawing of a case."""
    capture = look(case)
    assert capture is not None
    return drawing(capture, look(case, "since.json"), "a-step", "an-earlier-step", ENGLISH)


def as_svg(case: Path, room: int) -> str:
    """The drawing of a case as a file of its own."""
    picture = drawn(case)
    return svg(picture.draw(room), "picture", picture.title, " ".join(picture.sentences)) + "\n"


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
    sentences = "".join(f"{sentence}\n" for sentence in drawn(case).sentences)
    if update:
        (case / "expected.txt").write_text(sentences, encoding="utf-8")

    assert (case / "expected.txt").read_text(encoding="utf-8") == sentences


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


def test_every_class_has_a_style() -> None:
    """A rectangle without one would be black."""
    classes = {
        css_class
        for case in CASES
        for name in ROOMS
        for element in parsed(case / name).iter()
        for css_class in element.attrib.get("class", "").split()
    }
    styled = set(re.findall(r"\.(nd-[a-z-]+)", STYLES.read_text(encoding="utf-8")))

    assert {f"nd-{kind}" for kind in Z_ORDER if kind not in ("line", "text")} <= classes
    assert classes - styled == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_name_and_address_that_was_seen_is_in_the_words(case: Path) -> None:
    """What the drawing shows of interfaces with an address, the words say."""
    capture = look(case)
    sentences = " ".join(drawn(case).sentences)
    texts = [shape.text for shape in drawn(case).draw(COLUMN).shapes if isinstance(shape, Text)]
    addresses = {address for text in texts for address in re.findall(r"\b\d+\.\d+\.\d+\.\d+(?:/\d+)?\b", text)}

    assert capture is not None
    assert not [address for address in sorted(addresses) if address not in sentences]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("room", ROOMS.values(), ids=["column", "phone"])
def test_no_line_crosses_text(case: Path, room: int) -> None:
    """But the title of an overlay network, which has a halo for that: its cables end below it."""
    shapes = drawn(case).draw(room).shapes
    texts = [shape for shape in shapes if isinstance(shape, Text) and "nd-over" not in shape.css_class]
    lines = [shape for shape in shapes if isinstance(shape, Line)]

    assert texts
    assert lines
    assert [(text.text, line.points) for text in texts for line in lines if _crosses(line, text)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("room", ROOMS.values(), ids=["column", "phone"])
def test_no_two_texts_overlap(case: Path, room: int) -> None:
    """Not even by the estimate of their widths, which is on the wide side."""
    texts = [shape for shape in drawn(case).draw(room).shapes if isinstance(shape, Text)]
    pairs = [(text, later) for n, text in enumerate(texts) for later in texts[n + 1 :] if abs(text.y - later.y) < 12]

    assert texts
    assert [pair for pair in pairs if _left(pair[0]) < _right(pair[1]) and _left(pair[1]) < _right(pair[0])] == []


def _left(text: Text) -> int:
    width = styled_width([(text.text, text.css_class)])
    return text.x - {"start": 0, "middle": width // 2, "end": width}[text.anchor]


def _right(text: Text) -> int:
    return _left(text) + styled_width([(text.text, text.css_class)])


def _crosses(line: Line, text: Text) -> bool:
    """Whether a vertical piece of a line runs through the middle of a line of text."""
    return any(
        x == other_x and _left(text) < x < _right(text) and min(y, other_y) < text.y - 5 < max(y, other_y)
        for (x, y), (other_x, other_y) in pairwise(line.points)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_two_interfaces_overlap(case: Path) -> None:
    """Cards are boxes beside each other at either width."""
    for name in ROOMS:
        root = parsed(case / name)
        rects = [
            rect for rect in root.iter(f"{SVG}rect") if rect.attrib["class"].split()[0] in ("nd-interface", "nd-bridge")
        ]
        places = [[int(rect.attrib[side]) for side in ("x", "y", "width", "height")] for rect in rects]
        pairs = [(first, second) for n, first in enumerate(places) for second in places[n + 1 :]]

        assert not [pair for pair in pairs if _overlap(*pair)], name


def _overlap(first: list[int], second: list[int]) -> bool:
    (x, y, w, h), (a, b, c, d) = first, second
    return x < a + c and a < x + w and y < b + d and b < y + h


def fifty() -> Snapshot:
    """A bridge with fifty containers."""
    ports = tuple(Link(f"veth{n:07x}", "veth", master="docker0", peer=f"docker1/box{n} eth0") for n in range(50))
    uplink = Link("eth0", "veth", addresses=("192.0.2.11/24",), segment="lan")
    bridge = Link("docker0", "bridge", addresses=("172.17.0.1/16",), network="bridge")
    host = Namespace("docker1", "docker1", "machine", (uplink, bridge, *ports), ip_forward=True)
    boxes = tuple(
        Namespace(
            f"docker1/box{n}",
            "docker1",
            "container",
            (Link("eth0", "veth", addresses=(f"172.17.0.{n + 2}/16",), peer=f"docker1 veth{n:07x}"),),
            (f"box{n}",),
        )
        for n in range(50)
    )
    return Snapshot((host, *boxes))


@pytest.mark.parametrize("room", ROOMS.values())
def test_fifty_containers_are_drawn_in_less_than_a_second_and_fit(room: int) -> None:
    """From what was seen to SVG; no wider than there is room, and nobody is left out."""
    before = time.perf_counter()
    picture = layout(build_topology(fifty(), ENGLISH), room, ENGLISH, {})
    text = svg(picture, "fifty", "Fifty", "Fifty containers")
    took = time.perf_counter() - before

    assert took < 1
    assert picture.width <= room
    assert [n for n in range(50) if f">box{n}<" not in text or f">172.17.0.{n + 2}/16<" not in text] == []
