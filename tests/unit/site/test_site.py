"""The site: one build in one language, from files to finished pages, with a builder and without."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from markdown.preprocessors import Preprocessor
from mkdocs.structure.files import File

from factories import NOW, command, recording
from netdocs.errors import AuthorError
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import to_json
from netdocs.recording.model import ClaimResult, Fingerprint, StepResult
from netdocs.site import extension
from netdocs.site.site import Options, Site, open_site
from rendering import markdown

Write = Callable[[str, str], Path]

SHELL = "# Bridge.\n# %% start\ntrue\n# claim a: There is a bridge.\ntrue\n"
PAGE = '[There is](claim:a).\n\n```console exec="on" session="bridge/default" step="start"\n```\n'
PROOF = '# Proof\n\n```markdown exec="on" show="proof"\n```\n'


@pytest.fixture
def root(tmp_path: Path, write: Write) -> Path:
    """A project with pages, one scenario and its recording."""
    recorded = recording(
        StepResult("_setup", (), ()),
        StepResult("start", (), (command("true"),)),
        fingerprint=Fingerprint(digest(SHELL), "", ""),
        claims=(ClaimResult("a", "start", 5, "passed"),),
    )
    write("snippets/bridge/default.sh", SHELL)
    write("docs/en/drivers/bridge.md", PAGE)
    write("docs/en/reference/proof.md", PROOF)
    write("docs/en/sp ace/ü page.md", PAGE)
    write("recordings/28.5/bridge/default.sh.json", to_json(recorded))
    return tmp_path


def site(root: Path, **options: Any) -> Site:
    return open_site(Options(root, root / "docs" / "en", **options), {"NETDOCS_MODE": "recorded"}, NOW)


def rendered(opened: Site) -> dict[str, BeautifulSoup]:
    """Every page, those of scenarios included, as a builder would render it."""
    pages = {}
    for name, page in opened.build.pages.items():
        text = page.text.removeprefix("---\nsearch:\n  exclude: true\n---\n")
        html = markdown({"build": opened.build, "page": name}).convert(text)
        pages[name] = BeautifulSoup(html, "html.parser")
    return pages


@pytest.mark.parametrize("directory_urls", [True, False])
def test_no_link_of_ours_is_dead(root: Path, directory_urls: bool) -> None:
    """Every link leads to a page that is built and to an id on it, encoded as a URL is."""
    pages = rendered(site(root, directory_urls=directory_urls))
    base = "http://a.example/"
    urls = {base + File(name, "", "", directory_urls).url.removeprefix("./"): page for name, page in pages.items()}
    links = [(url, urljoin(url, str(link["href"]))) for url, page in urls.items() for link in page.select("a")]

    assert len(links) > 10
    for url, target in links:
        path, _, fragment = target.partition("#")
        assert path in urls, (url, target)
        assert not fragment or urls[path].find(id=fragment), (url, target)
    assert any("sp%20ace/%C3%BC%20page" in target for _, target in links)


def test_a_site_without_hooks_makes_the_same_pages(root: Path) -> None:
    """The extension opens the site itself where nobody else does; only the clock is another."""
    options = {"root": str(root), "docs_dir": "docs/en", "language": "en", "mode": "recorded"}
    plain = markdown({**options, "page": "drivers/bridge.md"}, extension.__name__).convert(PAGE)
    hooked = markdown({"build": site(root).build, "page": "drivers/bridge.md"}).convert(PAGE)

    def text(html: str) -> str:
        return re.sub(r"A recording, .*? old", "A recording", html)

    assert text(hooked) == text(plain)
    assert "nd-transcript" in plain


def test_zensical_says_which_page_it_renders(root: Path) -> None:
    """In a preprocessor of its own, since it has no hooks; links begin at the source, for it to move them."""
    md = markdown({"root": str(root), "docs_dir": "docs/en", "mode": "recorded"}, extension.__name__)
    context = Preprocessor(md)
    context.page = SimpleNamespace(path="drivers/bridge.md")  # type: ignore[attr-defined]
    context.run = lambda lines: lines  # type: ignore[method-assign]
    md.preprocessors.register(context, "rendering_context", 0)

    assert 'href="../reference/proof/#claim-a"' in md.convert(PAGE)


def test_pages_that_are_generated_are_named(root: Path) -> None:
    """The page of every scenario is among them."""
    assert ["scenarios/bridge/default.md"] == list(site(root).generated)


def test_a_translation_falls_back_to_the_original(root: Path, write: Write) -> None:
    """What has not been translated is marked as such, and shown."""
    write("docs/ja/drivers/bridge.md", PAGE)
    opened = open_site(Options(root, root / "docs" / "ja", "ja"), {"NETDOCS_MODE": "recorded"}, NOW)

    assert {"drivers/bridge.md": False, "reference/proof.md": True, "sp ace/ü page.md": True} == {
        name: page.untranslated for name, page in opened.build.pages.items() if page.path
    }
    assert {"reference/proof.md", "sp ace/ü page.md"} == set(opened.untranslated)


def test_an_unknown_mode_is_refused(root: Path) -> None:
    """Before anything is run or shown."""
    with pytest.raises(AuthorError, match="NETDOCS_MODE"):
        open_site(Options(root, root / "docs" / "en"), {"NETDOCS_MODE": "fast"}, NOW)


def test_a_site_with_nothing_to_show_says_nothing(tmp_path: Path) -> None:
    """No scenario, no recording, no page."""
    assert {} == site(tmp_path).build.pages
