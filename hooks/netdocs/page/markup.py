"""What an author may write in HTML and attribute lists: elements, attributes and addresses that do no harm. Pure.

Nothing is taken out: what is not allowed is told. Cleaners (nh3, bleach) take out and do not say what or where. So
that no browser can read a piece of HTML otherwise than it is read here, a tag has to be written plainly: as it would be
if it were written out from what was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE, STX

from netdocs.errors import Diagnostic
from netdocs.page.blocks import Block
from netdocs.page.context import PageContext
from netdocs.page.page_blocks import Report

_NAMES = (
    "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2"
    " h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q rp rt ruby s samp section small span strong sub"
    " summary sup table tbody td tfoot th thead time tr u ul var wbr"
)
ELEMENTS = frozenset(_NAMES.split())
"""`input` and `label` are what tabs consist of."""
ATTRIBUTES = {
    "*": "class id lang dir title role markdown",
    "a": "href rel",
    "img": "src alt width height loading",
    "details": "open",
    "div": "data-tabs",
    "ol": "start reversed type",
    "li": "value",
    "col": "span",
    "colgroup": "span",
    "td": "colspan rowspan headers style",
    "th": "colspan rowspan headers scope style",
    "time": "datetime",
    "input": "type name checked disabled",
    "label": "for",
}
ALLOWED = {element: frozenset(names.split()) for element, names in ATTRIBUTES.items()}
VALUES = {
    "style": re.compile(r"text-align: (?:left|center|right);"),  # how Markdown aligns the columns of a table
    "type": re.compile(r"radio|checkbox|[1aAiI]"),
    "id": re.compile(r"(?!nd-|__(?!tabbed_|codelineno-|span-)).+", re.DOTALL),  # those the theme's scripts look for
}
"""Attributes whose values are limited."""
_SITE_SCHEMES = ("", "claim", "scenario", "step", "page")
SCHEMES = {"href": (*_SITE_SCHEMES, "http", "https", "mailto"), "src": _SITE_SCHEMES}
"""What an address may begin with; "" is an address without a scheme. Images come from this site."""
HINT = "write it in Markdown; to show it as it is, put it between backticks"


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a piece of markup, and how that begins in the page's source."""

    message: str
    written: str
    actual: str = ""
    hint: str = HINT


def check_markup(root: Element, md: Markdown, page: PageContext, report: Report) -> None:
    """Report everything in the page, as its author wrote it, that is not allowed. Nothing of ours is in it yet."""
    faults = [fault for element in root.iter() for fault in _element_faults(element, md)]
    for stashed in md.htmlStash.rawHtmlBlocks:
        if isinstance(stashed, Element):
            faults += [fault for element in stashed.iter() for fault in _element_faults(element, md)]
        elif not isinstance(stashed, Block):
            faults += _Raw(str(stashed)).faults
    for fault in faults:
        location = page.location(re.escape(fault.written)) if fault.written else page.location()
        report(Diagnostic(location, fault.message, fault.hint, actual=fault.actual))


def _element_faults(element: Element, md: Markdown) -> Iterator[_Fault]:
    if not isinstance(element.tag, str):  # a comment
        return
    restore = md.treeprocessors["unescape"]
    for name, value in {"": "", **element.attrib}.items():
        written = (value or "").replace(AMP_SUBSTITUTE, "&")
        plain = restore.unescape(written) if isinstance(restore, UnescapeTreeprocessor) else written
        yield from _faults(element.tag, name, plain, plain or name)


def _faults(tag: str, name: str, value: str, written: str) -> Iterator[_Fault]:
    """What is wrong with an element (no name) or with one of its attributes; `written` is how it is in the source."""
    if tag not in ELEMENTS:
        if not name:
            yield _Fault(f"the element {tag} is not allowed on a page", written or f"<{tag}", f"<{tag}>")
    elif name and not _is_allowed(tag, name):
        yield _Fault(f"the attribute {name} of {tag} is not allowed on a page", written, f'{name}="{value}"')
    elif name in VALUES and not VALUES[name].fullmatch(value):
        yield _Fault(f"this {name} is not allowed on a page", written, f'{name}="{value}"')
    elif name in ("href", "src") and (message := _address_fault(name, unescape(value))):
        yield _Fault(message, written, value, "link to a page, or to https://…; put images beside the page")


def _is_allowed(tag: str, name: str) -> bool:
    return name in ALLOWED["*"] or name in ALLOWED.get(tag, ()) or name.startswith("aria-")


def _address_fault(name: str, address: str) -> str:
    """Browsers pass over blanks and control characters in an address, and take a backslash for a slash."""
    plain = "".join(character for character in address if character > " ").replace("\\", "/")
    start = re.split("[/?#]", plain, maxsplit=1)[0]
    scheme = start.partition(":")[0].lower() if ":" in start else ""
    if name == "src" and (plain.startswith("//") or scheme in ("http", "https")):
        return "an image comes from this site, and from no other host"
    return "" if scheme in SCHEMES[name] else f"an address that begins with {scheme}: is not allowed"


class _Raw(HTMLParser):
    """Reads a piece of HTML that Markdown keeps as it is."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.faults: list[_Fault] = []
        self._tags = 0
        self.feed(html)
        self.close()
        if not self.faults and html.count("<") != self._tags:
            self._refuse("a tag that is not whole", html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags += 1
        text = self.get_starttag_text() or ""
        self.faults += _faults(tag, "", "", text)
        for name, value in attrs:
            self.faults += _faults(tag, name, value or "", text)
        if not self.faults and (STX in text or _words(text) != _words(_plain(tag, attrs))):
            self._refuse("this tag is not written plainly", text, f"write {_plain(tag, attrs)}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._tags += 1
        self.faults += _faults(tag, "", "", f"</{tag}")

    def handle_comment(self, data: str) -> None:
        self._tags += 1 + data.count("<")
        if "--!" in data or "<!--" in data or data.startswith((">", "->")):  # browsers end or begin one there
            self._refuse("this comment is not written plainly", data)

    def handle_decl(self, decl: str) -> None:
        self._refuse("a declaration is not allowed on a page", decl)

    def unknown_decl(self, data: str) -> None:
        self._refuse("a declaration is not allowed on a page", data)

    def handle_pi(self, data: str) -> None:
        self._refuse("a processing instruction is not allowed on a page", data)

    def _refuse(self, message: str, html: str, hint: str = HINT) -> None:
        lines = html.strip().splitlines() or [""]
        self.faults.append(_Fault(message, lines[0], lines[0], hint))


def _plain(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    """The tag as it has to be written."""
    names = {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;"}
    values = ((name, "".join(names.get(character, character) for character in value or "")) for name, value in attrs)
    words = [name if not value else f'{name}="{value}"' for name, value in values]
    return f"<{' '.join([tag, *words])}>"


def _words(tag: str) -> list[str]:
    """What matters of how a tag is written."""
    return tag.lower().removesuffix(">").removesuffix("/").split()
