"""Pages as they reach the reader: each folder of pages/ is a small project, rendered as the site renders it.

page.md, NAME.sh.txt, recording*.json   as in errors/
case.json        {"live": true} if this machine's engine is to have printed what is in the recordings
expected.html    the page, a line break between any two tags that touch

A recording says how old it is, and nobody can stop the clock of a build: recordings that are shown as such
are from the year 2999, which makes them less than a day old until then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import markdown_exec
import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markdown_exec import MarkdownConverter, markdown_config

from golden.projects import cases, lay_out, read
from netdocs.core.fences import DRAWN, KINDS, PROOF
from netdocs.core.recording import from_json, to_json
from netdocs.wiring.markdown import install
from netdocs.wiring.site import Site

CASES = cases("pages")
FENCES = [
    {"name": kind, "class": kind, "validator": markdown_exec.validator, "format": markdown_exec.formatter}
    for kind in (*KINDS, *DRAWN, PROOF)
]
EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.highlight": {"pygments_lang_class": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.superfences": {"custom_fences": FENCES},
    "pymdownx.tabbed": {"alternate_style": True},
}
"""What mkdocs.yml lists, and the fences that markdown-exec's plugin adds."""


@pytest.fixture(autouse=True)
def markdown_exec_as_configured(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """markdown-exec as its plugin sets it up; its formatters and its counter come back afterwards."""
    for kind in (*KINDS, *DRAWN, PROOF):
        monkeypatch.setitem(markdown_exec.formatters, kind, markdown_exec.formatters.get(kind))
    monkeypatch.setattr(MarkdownConverter, "counter", 0)
    markdown_config.save([*EXTENSIONS], EXTENSIONS)
    yield
    markdown_config.reset()


def open_site(root: Path, *, live: bool) -> Site:
    """The site of a project's recordings, as if they had just been played if `live`."""
    site = Site.open(root, root / "docs" / "en", {"NETDOCS_MODE": "recorded"}, "en", lambda _: None)
    if not live:
        return site
    shown = {name: replace(one, live=True) for name, one in site.book.shown.items()}
    site = replace(site, book=replace(site.book, shown=shown, live=True))
    install(site.book, site.rows, site.words)
    return site


def render(case: Path, root: Path) -> str:
    """The content of a case's page, links resolved."""
    lay_out(case, root)
    site = open_site(root, live=read(case / "case.json", {}).get("live", False))
    markdown = Markdown(extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)
    html = site.finish(markdown.convert((root / "docs" / "en" / "page.md").read_text(encoding="utf-8")), "page/")
    return html.replace("><", ">\n<") + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_page_is_the_one_expected(case: Path, tmp_path: Path, update: bool) -> None:
    """Tag by tag."""
    html = render(case, tmp_path)
    if update:
        (case / "expected.html").write_text(html, encoding="utf-8")

    assert (case / "expected.html").read_text(encoding="utf-8") == html


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_page_holds_what_only_a_terminal_or_a_builder_should_see(case: Path) -> None:
    """No control character, no fence, no link of our own kinds, no script, no placeholder is left."""
    html = (case / "expected.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(html, "html.parser")

    assert [] == [character for character in html if not character.isprintable() and character not in "\n\t"]
    assert [] == soup.select("script, img, iframe, object, style, form, [onclick], [onerror]")
    assert [] == [a["href"] for a in soup.select("a") if str(a["href"]).startswith(("claim:", "scenario:", "step:"))]
    for code in soup.select("pre, code"):
        code.decompose()

    assert [] == [word for word in ("nd-tab-", "```", "~~~", "===", "wzxhzdk") if word in soup.get_text()]


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("pages/*/recording*.json")), ids=str)
def test_the_recordings_are_as_a_store_writes_them(path: Path) -> None:
    """What is rendered here is what a project could have committed."""
    text = path.read_text(encoding="utf-8")

    assert to_json(from_json(text)) == text
