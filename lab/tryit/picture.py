"""A lab's network as an SVG that stands alone: what the pages draw, with their own code. Effects."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from netdocs.diagram import alt_text
from netdocs.diagram.layout import layout
from netdocs.diagram.svg import svg
from netdocs.diagram.topology_builder import build_topology
from netdocs.protocol.snapshot import Snapshot

if TYPE_CHECKING:
    from netdocs.i18n.strings import ContentStrings

FOLDER = Path(__file__).parent
STRINGS, STYLE = "strings.json", "picture.css"
"""Made when the image is built: what diagrams say, without the library that reads the catalogue; their colours."""
WIDTH = 690
"""Pixels: the pages' reading column."""
TITLE = "The network of the lab"


def picture(snapshot: Snapshot, folder: Path = FOLDER) -> str:
    """The network, drawn and in words for who cannot see it."""
    strings = _strings(json.loads((folder / STRINGS).read_text(encoding="utf-8")))
    topology = build_topology(snapshot, strings)
    sentences = " ".join(alt_text.sentences(topology, snapshot, strings.diagram, {}))
    style = (folder / STYLE).read_text(encoding="utf-8")
    return f"{svg(layout(topology, WIDTH, strings, {}), 'lab', TITLE, sentences, style=style)}\n"


def _strings(diagram: dict[str, object]) -> ContentStrings:
    return cast("ContentStrings", SimpleNamespace(diagram=SimpleNamespace(**diagram)))
