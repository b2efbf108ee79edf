"""Authors' HTML: what does no harm passes, all else is told with its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from netdocs.errors import Diagnostic
from netdocs.page import formatters
from netdocs.page.blocks import Block
from netdocs.page.extension import MARKUP
from netdocs.page.markup import check_markup
from rendering import PAGE, build_of, configured, page_of, problems, with_page
from support import ROOT


class _OnlyMarkup(Extension):
    """Our extension's check of markup, and nothing else of it."""

    def __init__(self, text: str, problems: list[Diagnostic]) -> None:
        super().__init__()
        self.page, self.problems = page_of(with_page(build_of(), text)), problems

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        formatters.register(md)
        md.treeprocessors.register(_Check(md, self), "check", MARKUP)


class _Check(Treeprocessor):
    def __init__(self, md: Markdown, extension: _OnlyMarkup) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Any) -> None:
        check_markup(root, self.md, self.extension.page, self.extension.problems.append)
        stash = self.md.htmlStash.rawHtmlBlocks
        stash[:] = ["" if isinstance(piece, Block) else piece for piece in stash]  # nobody draws them here


def problems_of(text: str) -> list[Diagnostic]:
    """What is wrong with the markup of a page."""
    problems: list[Diagnostic] = []
    extensions, configs = configured()
    Markdown(extensions=[*extensions, _OnlyMarkup(text, problems)], extension_configs=configs).convert(text)
    return problems


def test_every_page_there_is_passes() -> None:
    """What the site is made of is allowed."""
    pages = sorted((ROOT / "docs").rglob("*.md"))
    assert len(pages) > 20
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert problems_of(text.partition("\n---\n")[2] if text.startswith("---") else text) == [], page


@pytest.mark.parametrize(
    "harmless",
    [
        "A <kbd>Ctrl</kbd>, H<sub>2</sub>O, <br> and <br/>.",
        '<div class="nd-hero" markdown>\n\n# Title\n\n</div>',
        '<details open>\n<summary>More</summary>\n<a href="../x.md?a=1&amp;b">x</a>\n</details>',
        "<!-- a comment -->\n\nText <!-- another --> here.",
        "[a](https://example.org) [b](mailto:a@example.org) <a@example.org> <https://example.org> [c](#d) [e](f.md)",
        "![a picture](a.svg){ width=300 }\n\n# Title { #anchor .class }",
        "| a | b |\n|--:|:-:|\n| 1 | 2 |",
        '=== "A"\n\n    One\n\n=== "B"\n\n    Two\n',
        '!!! note "A <b>title</b>"\n\n    Text\n',
        "```html\n<script>alert(1)</script>\n```\n\n`<script>` and `#!python x < 1`",
        "    <iframe>\n\n1 < 2 && 3 > 2",
        'a term\n:   its meaning\n\n*[NAT]: <translation> of "addresses"\n\nNAT',
    ],
)
def test_what_does_no_harm_passes(harmless: str) -> None:
    """Elements of text, what the extensions make of Markdown, and code about anything."""
    assert problems_of(f"# T\n\n{harmless}\n") == []


HARMFUL = {
    "<script>alert(1)</script>": "element script",
    "Text <script>alert(1)</script>": "element script",
    "<div>\n<script>alert(1)</script>\n</div>": "element script",
    '<div markdown>\n<script src="x"></script>\n</div>': "element script",
    "<iframe src='https://example.org'></iframe>": "element iframe",
    "<style>body { display: none }</style>": "element style",
    '<form action="https://example.org"><input name="password"></form>': "element form",
    '<meta http-equiv="refresh" content="0; url=https://example.org">': "element meta",
    '<object data="x"></object>': "element object",
    "<svg onload=alert(1)>": "element svg",
    "<svg><a href='javascript:alert(1)'>x</a></svg>": "element svg",
    "<math><mi></mi></math>": "element math",
    "<template><p>x</p></template>": "element template",
    '<base href="https://example.org/">': "element base",
    '<link rel="stylesheet" href="x">': "element link",
    "x <video src=x></video>": "element video",
    '<img src="x" onerror="alert(1)">': "attribute onerror",
    "<p\nonclick='alert(1)'>x</p>": "attribute onclick",
    '<p style="position: fixed">x</p>': "attribute style",
    '<img srcset="https://example.org/x.png 2x">': "attribute srcset",
    '<a href="x" ping="https://example.org">x</a>': "attribute ping",
    '<table background="https://example.org/x.png">': "attribute background",
    '<p data-md-component="search">x</p>': "attribute data-md-component",
    '<input formaction="x">': "attribute formaction",
    '<input type="password">': "this type",
    '<p id="__config">{}</p>': "this id",
    "# T { #nd-strings }": "this id",
    "A paragraph\n{: onclick=alert(1) }": "attribute onclick",
    "\\<script>": "element script",
    "*A word*{: onclick=alert(1) }": "attribute onclick",
    "# T { onclick=alert(1) }": "attribute onclick",
    "[x](y){ style='position: fixed' }": "attribute style",
    '<div markdown onclick="alert(1)">\n\nx\n\n</div>': "attribute onclick",
    '<a href="javascript:alert(1)">x</a>': "begins with javascript:",
    '<a href=" Java&#10;Script&colon;alert(1)">x</a>': "",
    "[x](javascript:alert(1))": "begins with javascript:",
    "[x](JavaScript:alert(1))": "begins with javascript:",
    "[x](javascript&#58;alert(1))": "begins with javascript:",
    "[x](javascript&colon;alert(1))": "begins with javascript:",
    "[x](<java\tscript:alert(1)>)": "begins with javascript:",
    "[x]\n\n[x]: javascript:alert(1)": "begins with javascript:",
    "[x](vbscript:x)": "begins with vbscript:",
    "[x](data:text/html,<script>alert(1)</script>)": "begins with data:",
    "[x](blob:x)": "begins with blob:",
    "![x](data:image/svg+xml,x)": "begins with data:",
    "![x](https://example.org/x.png)": "an image comes from this site",
    "![x](//example.org/x.png)": "an image comes from this site",
    r"![x](<\\\\example.org/x.png>)": "an image comes from this site",
    "![x]\n\n[x]: https://example.org/x.png": "an image comes from this site",
    '<img src="http://example.org/x.png">': "an image comes from this site",
    '<b title="> onmouse">x" onmouseover=alert(1) x="</b>': "",
    "<b title='x'>y</b>": "not written plainly",
    "<a/onclick=alert(1)>x</a>": "",
    '<div>\n<a href="x"onclick="y">x</a>\n</div>': "attribute onclick",
    '<div title="\n```\nx\n```\n">y</div>': "",
    "<!-- --!><script>alert(1)</script> -->": "",
    "<!--><script>alert(1)</script>-->": "",
    "<?php x ?>": "instruction",
    "<!DOCTYPE html>": "",
    "<![CDATA[ <script>alert(1)</script> ]]>": "",
    "</article><p>x": "element article",
}


@pytest.mark.parametrize(("harmful", "message"), HARMFUL.items(), ids=map(repr, HARMFUL))
def test_what_may_do_harm_is_told(harmful: str, message: str) -> None:
    """By what it is; nothing of it is left out silently."""
    problems = problems_of(f"Text.\n\n{harmful}\n")

    assert problems
    assert any(message in problem.message for problem in problems), problems


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# T\n\nOne.\n\n<script>x</script>\n", 5),
        ("# T\n\nOne\ntwo <img src='x'\nonerror='y'>\n", 5),
        ("# T\n\n[a](b)\n\n[x](javascript:alert(1))\n", 5),
        ("# T\n\nTwo\n{: onclick=alert(1) }\n", 4),
        ("# T\n\n<b>x</b>\n\n</article>\n", 5),
    ],
)
def test_the_place_is_told(text: str, line: int) -> None:
    """File and line, by the extension as pages use it."""
    assert f"docs/en/{PAGE}:{line}" in [problem.location for problem in problems(text, build_of())]


PIECES = [
    "<",
    ">",
    '"',
    "'",
    "=",
    " ",
    "\n",
    "/",
    "!",
    "--",
    "b",
    "a",
    "script",
    "onclick",
    "href",
    "title",
    "x",
    "&lt;",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_piece_of_html_is_read_in_two_ways(piece: str) -> None:
    """What passes has, for another parser too, nothing but allowed elements and attributes."""
    from bs4 import BeautifulSoup  # noqa: PLC0415

    extensions, configs = configured()
    text = f"<b>{piece}</b>"
    if not problems_of(text):
        html = Markdown(extensions=extensions, extension_configs=configs).convert(text)
        for tag in BeautifulSoup(html, "html.parser").find_all(True):
            assert tag.name in {"p", "b", "a", "h1", "h2", "blockquote", "ul", "li", "hr", "pre", "code", "div", "span"}
            assert not [name for name in tag.attrs if name.startswith("on")]
