"""A finished page cut at its headings: what search looks through, and the sentence that sums the page up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

SKIPPED = {"script", "style", "svg", "button", "sup"}
SKIPPED_CLASSES = {"headerlink", "nd-quiet", "nd-notice", "nd-ref", "nd-proof", "tabbed-labels", "nd-filter", "nd-file"}
"""Furniture, and what is on other pages as well."""
HEADINGS = {"h1", "h2", "h3", "h4"}
BREAKS = {"p", "li", "tr", "dt", "dd", "pre", "div", "td", "th", "summary", "figure", *HEADINGS}
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
SUMMARY = 160
"""Letters of a summary at most."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it, up to the next one."""

    anchor: str
    """Empty for what precedes the first heading, and for the page's title."""
    heading: str
    text: str


class _Cutter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self.skipping: list[str] = []
        self.in_heading = False
        self.summary: list[str] = []
        self.summing = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in VOID:
            return
        if self.skipping or tag in SKIPPED or SKIPPED_CLASSES & set(given.get("class", "").split()):
            self.skipping.append(tag)
            return
        if tag in HEADINGS:
            self.sections.append(("" if tag == "h1" else given.get("id", ""), [], []))
            self.in_heading = True
        if tag == "p" and not self.summary:
            self.summing = "p"
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.skipping.pop()
            return
        if tag in HEADINGS:
            self.in_heading = False
        if tag == "p":
            self.summing = ""
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in BREAKS:
            self.sections[-1][2].append("\n")

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        _, heading, text = self.sections[-1]
        (heading if self.in_heading else text).append(data)
        if self.summing:
            self.summary.append(data)


def _cut(html: str) -> _Cutter:
    cutter = _Cutter()
    cutter.feed(html)
    cutter.close()
    return cutter


def sections(html: str) -> tuple[Section, ...]:
    """The sections of a page's content that hold something."""
    found = (Section(anchor, _line(head), _once("".join(text))) for anchor, head, text in _cut(html).sections)
    return tuple(section for section in found if section.heading or section.text)


def summary(html: str) -> str:
    """The page's first paragraph, cut at the end of a word."""
    cutter = _Cutter()
    for part in html.split("</p>"):  # a page is long, and its first paragraph is near its beginning
        cutter.feed(f"{part}</p>")
        if cutter.summary:
            break
    text = _line(cutter.summary)
    if len(text) <= SUMMARY:
        return text
    cut = text[: SUMMARY - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _line(parts: Iterable[str]) -> str:
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _once(text: str) -> str:
    """The lines of a text, each once: both dialects print the same."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.split("\n"))
    return " ".join(dict.fromkeys(line for line in lines if line))


def index(pages: Mapping[str, tuple[str, str]]) -> str:
    """The search index as a script, which also a page opened from a folder can load.

    `pages` gives title and content by URL below the site's root.
    """
    entries = [
        [
            f"{url}#{section.anchor}" if section.anchor else url,
            title,
            section.heading if section.anchor else "",
            section.text,
        ]
        for url, (title, html) in pages.items()
        for section in sections(html)
    ]
    return f"window.ndIndex={json.dumps(entries, ensure_ascii=False, separators=(',', ':'))};\n"
