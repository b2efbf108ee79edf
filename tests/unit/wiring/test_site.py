"""The site: one build in one language, from files to finished pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown_exec
import pytest

from netdocs.core.errors import AuthorError
from netdocs.core.fences import KINDS, PROOF
from netdocs.core.keys import digest
from netdocs.core.recording import ClaimRecord, Key, StepRecord, to_json
from netdocs.wiring.site import Site
from samples import entry, recording

Write = Callable[[str, str], Path]

SHELL = "# Bridge.\n# %% start\ntrue\n# claim a: There is a bridge.\ntrue\n"
PAGE = '[There is](claim:a).\n\n```console exec="on" session="bridge/default" step="start"\n```\n'


@pytest.fixture
def root(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one page, one scenario and its recording; markdown-exec is put back afterwards."""
    for kind in (*KINDS, PROOF):
        monkeypatch.setitem(markdown_exec.formatters, kind, markdown_exec.formatters[kind])
    made = recording(
        StepRecord("_setup", "", ()),
        StepRecord("start", "", (entry("true"),)),
        key=Key(digest(SHELL), "", ""),
        claims=(ClaimRecord("a", "start", 5, "passed"),),
    )
    write("snippets/bridge/default.sh", SHELL)
    write("docs/en/drivers/bridge.md", PAGE)
    write("recordings/28.5/bridge/default.sh.json", to_json(made))
    return tmp_path


def site(root: Path, **environ: str) -> Site:
    return Site.open(root, root / "docs" / "en", {"NETDOCS_MODE": "recorded", **environ}, "en", lambda _: None)


def test_a_site_of_recordings_says_so_on_every_page(root: Path) -> None:
    """The notice names the days between which they were made."""
    html = site(root).finish("<p>x</p>", "drivers/bridge/")

    assert html.startswith('<aside class="nd-notice">No Docker Engine was at hand')
    assert "made between 23 November 2026 and 23 November 2026." in html
    assert html.endswith("</aside>\n<p>x</p>")


def test_links_are_finished_as_seen_from_their_page(root: Path) -> None:
    """The same claim has another address on every page."""
    opened = site(root)
    link = '<a href="claim:a">x</a>'

    assert 'href="../../scenarios/bridge/default/#claim-a"' in opened.finish(link, "drivers/bridge/")
    assert 'href="scenarios/bridge/default/#claim-a"' in opened.finish(link, "")


def test_pages_that_are_made_are_named(root: Path) -> None:
    """The page of every scenario is among them."""
    assert "scenarios/bridge/default.md" in site(root).pages()


def test_an_unknown_mode_is_refused(root: Path) -> None:
    """Before anything is played or shown."""
    with pytest.raises(AuthorError, match="NETDOCS_MODE"):
        site(root, NETDOCS_MODE="fast")


def test_a_site_with_nothing_to_show_says_nothing(tmp_path: Path) -> None:
    """No scenario, no recording, no notice."""
    assert "<p>x</p>" == site(tmp_path).finish("<p>x</p>", "")
