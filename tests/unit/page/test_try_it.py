"""The command under a block that leads a reader to its state."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

from factories import command, recording
from netdocs.recording.model import StepResult
from rendering import build_of, convert

FENCE = '```console exec="on" session="bridge/default" step="start"\n```\n'
SHELL = recording(StepResult("start", (), (command("true", "x"),)))


def details(*recordings: Any, **changes: Any) -> list[Any]:
    return list(BeautifulSoup(convert(FENCE, build_of(*recordings, **changes)), "html.parser").select("details.nd-try"))


def test_it_is_there_without_a_script() -> None:
    """Text that can be unfolded, read and copied; that nothing is published is said."""
    (block,) = details(SHELL, try_image="netdocs/lab")

    assert block.summary.text == "Try it"
    assert block.select_one("pre > code").text.endswith(" netdocs/lab:28.5 at bridge/default start")
    assert "not published" in block.p.text


def test_it_names_the_image_that_is_published() -> None:
    """And says no more that one has to build it."""
    (block,) = details(SHELL, try_image="registry.example/net/lab")

    assert " registry.example/net/lab:28.5 at " in block.code.text
    assert "not published" not in block.p.text


def test_a_site_without_an_image_offers_nothing() -> None:
    """As other sites that use the tooling."""
    assert details(SHELL) == []
