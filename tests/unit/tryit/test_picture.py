"""`look --svg`: the picture, where it goes, and that the image can draw it with what it has."""

from __future__ import annotations

import base64
import io
import subprocess
import sys
import tarfile
from pathlib import Path

from netdocs.diagram.layout import layout
from netdocs.diagram.shapes import Group
from netdocs.diagram.svg import svg
from netdocs.diagram.topology_builder import build_topology
from netdocs.i18n.catalogue import content_strings
from netdocs.lab.tooling import stylesheet_folder
from netdocs.lab.try_image import context_files
from netdocs.lab.try_picture import picture_files, picture_style
from netdocs.protocol.snapshot import Link, Namespace, Snapshot
from support import ROOT
from tryit.picture import WIDTH, picture
from tryit.picture_file import keep

UPLINK = Link("eth0", addresses=("192.0.2.11/24",), segment="lan")
BRIDGE = Link("docker0", "bridge", addresses=("172.17.0.1/16",), network="bridge")
SNAPSHOT = Snapshot((Namespace("docker1", "docker1", "machine", (UPLINK, BRIDGE)),))
SCRIPT = """
import sys
from netdocs.protocol.snapshot import Link, Namespace, Snapshot
from tryit.picture import picture
uplink = Link("eth0", addresses=("192.0.2.11/24",), segment="lan")
sys.stdout.write(picture(Snapshot((Namespace("docker1", "docker1", "machine", (uplink,)),))))
"""


def drawn_by_the_page() -> Group:
    strings = content_strings("en")
    return layout(build_topology(SNAPSHOT, strings), WIDTH, strings, {})


def shapes(drawing: str) -> list[str]:
    return [line for line in drawing.splitlines() if line.startswith(("<rect", "<text", "<poly"))]


def test_it_is_what_the_page_draws(tmp_path: Path) -> None:
    """Shape by shape; words for who cannot see it."""
    for name, data in picture_files().items():
        (tmp_path / Path(name).name).write_bytes(data)
    drawing = picture(SNAPSHOT, tmp_path)

    assert shapes(drawing)[1:] == shapes(svg(drawn_by_the_page(), "x", "", ""))[1:]
    assert "docker1 has docker0" in drawing


def test_the_image_draws_it_without_a_library(tmp_path: Path) -> None:
    """Engines' images have no msgspec: with the files that the image gets, and the standard library alone."""
    with tarfile.open(fileobj=io.BytesIO(context_files(ROOT, {}))) as tar:
        tar.extractall(tmp_path, filter="data")
    environment = {"PYTHONPATH": str(tmp_path / "machine")}
    done = subprocess.run([sys.executable, "-S", "-c", SCRIPT], env=environment, capture_output=True, check=False)

    assert done.stderr == b""
    assert done.stdout.startswith(b"<svg ")


def test_it_has_the_pages_colours() -> None:
    """Both schemes; no rule of the page around it, and no variable that nobody sets."""
    style = picture_style((stylesheet_folder() / "figures.css").read_text(encoding="utf-8"))
    light, _, dark = style.partition("@media")

    assert "--nd-p-blue: #2b62c4;" in light
    assert "--nd-p-blue: #82aaff;" in dark.splitlines()[0]
    assert "md-typeset" not in style
    assert ".nd-svg .nd-bridge {" in style


def test_it_goes_where_the_reader_gets_at_it(tmp_path: Path) -> None:
    """Into their own folder, or where `docker cp` finds it."""
    data, mounted = base64.b64encode(b"<svg/>").decode(), tmp_path / "mounted"
    message = keep(data, mounted, tmp_path, "4f3c")

    assert message == f"To see it in a browser, type in another terminal: docker cp 4f3c:{tmp_path}/network.svg .\n"
    assert (tmp_path / "network.svg").read_bytes() == b"<svg/>"
    mounted.mkdir()
    assert keep(data, mounted, tmp_path, "4f3c") == "The picture is network.svg in your folder; a browser shows it.\n"
    assert (mounted / "network.svg").read_bytes() == b"<svg/>"


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """In one line; what is no picture, and anything in a lab could send it, is passed over."""
    nowhere = tmp_path / "nothing"

    assert keep("PHN2Zy8+", nowhere, nowhere).startswith(
        f"The picture could not be written to {nowhere}/network.svg: No"
    )
    assert keep("no base 64", tmp_path, tmp_path) == ""
    assert not (tmp_path / "network.svg").exists()
