"""A recording is a file that anybody can have edited: whatever its snapshots hold is drawn as text, or refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import ENGLISH
from golden.cases import cases
from netdocs.diagram.snapshot_fields import SnapshotError
from netdocs.diagram.svg import svg
from netdocs.page.figure import COLUMN, PHONE, drawing
from netdocs.protocol.snapshot import Capture

SNAPSHOTS = [(case / "look.json").read_text(encoding="utf-8") for case in cases("pictures")]
ELEMENTS = ("svg", "title", "desc", "rect", "polyline", "text")
TAGS = {f"{{http://www.w3.org/2000/svg}}{name}" for name in ELEMENTS}
HOSTILE = st.sampled_from(
    ["", " ", "/", "->", "{", "{0}", "²", "9" * 5000, "\0", "\ud800", "\ufffe", "<script>", '"><img onerror=x>',
     "a b c", "999.0.0.1/16", "172.17.0.2/99", "172.17.0.2/16", "::1/129", "docker1", "docker1 eth0",
     "docker1/alpha eth0"],
)  # fmt: skip


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where each field is: everything but the objects themselves."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    if path and not isinstance(tree, dict):
        yield path
    for key, value in items:
        yield from leaves(value, (*path, key))


@st.composite
def damaged(draw: st.DrawFn) -> Capture | None:
    """A snapshot of a real lab with one to three fields changed; None if a recording with it would not load."""
    tree = json.loads(draw(st.sampled_from(SNAPSHOTS)))
    for _ in range(draw(st.integers(1, 3))):
        *parents, last = draw(st.sampled_from(list(leaves(tree))))
        parent = tree
        for key in parents:
            parent = parent[key]
        parent[last] = draw(replacement(parent[last]))
    try:
        return msgspec.convert(tree, Capture)
    except msgspec.ValidationError:
        return None


def replacement(value: Any) -> st.SearchStrategy[Any]:
    """Other values of a field: of its type, or for a list fewer items or the same twice."""
    if isinstance(value, list):
        return st.sampled_from([[], value[:1], value * 2, value[::-1]])
    if isinstance(value, bool):
        return st.just(not value)
    return st.integers(-1, 2**40) if isinstance(value, int) else HOSTILE | st.text()


def drawn(capture: Capture) -> Iterator[ET.Element]:
    """The capture at both widths, as an XML parser reads it."""
    picture = drawing(capture, None, "a-step", "", ENGLISH)
    for room in (COLUMN, PHONE):
        text = svg(picture.draw(room), "picture", picture.title, " ".join(picture.sentences))
        yield ET.fromstring(text)  # noqa: S314  (a string made here)


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_whatever_a_snapshot_holds_is_text_or_refused(capture: Capture | None) -> None:
    """No traceback, no markup that lives, no character that XML forbids."""
    try:
        roots = list(drawn(capture)) if capture else []
    except SnapshotError as error:
        assert error.location  # noqa: PT017  (either outcome is right, and this is what one must have)
        roots = []

    assert {element.tag for root in roots for element in root.iter()} <= TAGS


@pytest.mark.parametrize(
    ("case", "old", "new", "message"),
    [
        (
            "overlay",
            '"172.18.0.1/16"',
            '"172.18.0.1/99"',
            (
                "addresses of docker1 docker_gwbridge: expected an address with its prefix length, such as "
                "172.17.0.2/16; the snapshot has '172.18.0.1/99'"
            ),
        ),
        (
            "overlay",
            '"172.18.0.0/16"',
            '"172.18"',
            (
                "masquerades of docker1: expected ranges such as 172.17.0.0/16 ('172.18' does not appear to be an "
                "IPv4 or IPv6 network); the snapshot has '172.17.0.0/16, 172.18'"
            ),
        ),
        (
            "path-tunnel",
            ' 4097"',
            '"',
            (
                "the packet around the one at docker1 eth0: expected its source, destination and VNI; "
                "the snapshot has '192.0.2.11 192.0.2.12'"
            ),
        ),
    ],
)
def test_what_is_refused_is_named(case: str, old: str, new: str, message: str) -> None:
    """Which field of which interface, what belongs there and what is there."""
    text = next((path / "look.json").read_text(encoding="utf-8") for path in cases("pictures") if path.name == case)

    assert old in text
    with pytest.raises(SnapshotError) as caught:
        list(drawn(msgspec.json.decode(text.replace(old, new), type=Capture)))
    assert str(caught.value) == message
