"""Pages as they reach the reader: each folder of pages/ is a small project, rendered as the site renders it.

page.md, NAME.sh.txt, recording*.json   as in errors/
case.json        {"live": true} if this machine's engine is to have printed what is in the recordings
expected.html    the page, a line break between any two tags that touch, drawings left out (pictures/ has them)
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from factories import NOW
from golden.cases import cases, lay_out, read
from netdocs.page.context import Build
from netdocs.recording.format import from_json, to_json
from netdocs.site.site import Options, open_site
from rendering import markdown

CASES = cases("pages")
DRAWING = re.compile(r"(<svg [^>]*>).*?(</svg>)", re.DOTALL)


def build(root: Path, *, live: bool) -> Build:
    """The build of a project's recordings, as if they had just been made if `live`."""
    recorded = open_site(Options(root, root / "docs" / "en"), {"NETDOCS_MODE": "recorded"}, NOW).build
    if not live:
        return recorded
    results = {name: replace(result, live=True) for name, result in recorded.result.results.items()}
    return replace(recorded, result=replace(recorded.result, results=results, live=True), recordings_notice="")


def render(case: Path, root: Path) -> str:
    """The content of a case's page."""
    lay_out(case, root)
    page_build = build(root, live=read(case / "case.json", {}).get("live", False))
    html = markdown({"build": page_build, "page": "page.md"}).convert(page_build.pages["page.md"].text)
    return DRAWING.sub(r"\1\2", html).replace("><", ">\n<") + "\n"


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

    assert [] == [word for word in ("```", "~~~", "===", "wzxhzdk") if word in soup.get_text()]


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("pages/*/recording*.json")), ids=str)
def test_the_recordings_are_as_a_store_writes_them(path: Path) -> None:
    """What is rendered here is what a project could have committed."""
    text = path.read_text(encoding="utf-8")

    assert to_json(from_json(text)) == text
