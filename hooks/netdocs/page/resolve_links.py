"""Links of our own schemes on the tree of a page: each leads somewhere, or is reported. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown import Markdown

from netdocs.errors import Diagnostic, did_you_mean
from netdocs.page.context import PageContext
from netdocs.page.link_syntax import Target
from netdocs.page.page_blocks import Report
from netdocs.page.urls import mention_anchor

SCHEMES = ("claim", "scenario", "step", "page")


def resolve_links(root: Element, md: Markdown, page: PageContext, report: Report) -> None:
    """Point every link at its target. The first words that a claim proves get an anchor, for the proof to lead to."""
    mentioned: set[str] = set()
    for element in root.iter():
        for attribute in ("href", "src"):
            address = element.get(attribute, "")
            target = page.build.targets.get(address)
            if element.tag == "a" and target:
                _point(element, address, target, page, first=address not in mentioned)
                mentioned.add(address)
            elif is_site_address(address):
                as_written = rf"!\[[^\]]*\]\(\s*<?{re.escape(address)}" if element.tag == "img" else ""
                report(_unresolved(address, as_written, page))
    for address in _in_raw_html(md.htmlStash.rawHtmlBlocks):
        report(_unresolved(address, rf"=\s*[\"']?{re.escape(address)}", page))


def is_site_address(address: str) -> bool:
    """Whether only this site understands the address; the scheme of a URL may be in capitals."""
    return address.partition(":")[0].strip().lower() in SCHEMES and ":" in address


def _point(element: Element, address: str, target: Target, page: PageContext, *, first: bool) -> None:
    scheme, _, name = address.partition(":")
    classes = ["nd-claim" if scheme == "claim" else f"nd-to-{scheme}", *([] if target.proven else ["nd-unproven"])]
    element.set("class", " ".join([*element.get("class", "").split(), *classes]))
    element.set("href", page.relative(target.url))
    if scheme == "claim" and first and not element.get("id"):
        element.set("id", mention_anchor(name))
    # The mark itself is CSS (blocks.css); Material shows the title as a popover (content.tooltips).
    if target.title:
        element.set("title", target.title)


def _unresolved(address: str, as_written: str, page: PageContext) -> Diagnostic:
    """`as_written` is a regular expression for the form in which it cannot be resolved, if that is what is wrong."""
    if address in page.build.targets:
        message, do = "a link that only Markdown can resolve stands in HTML or in an image", f"write [words]({address})"
    else:
        message = "this leads nowhere"
        hint = did_you_mean(address.strip().lower(), page.build.targets)
        do = f"write [words](claim:id) or [words](scenario:page/name.sh), the scheme in small letters{hint}"
    return Diagnostic(page.location(*filter(None, [as_written]), re.escape(address)), message, do, "", repr(address))


class _Addresses(HTMLParser):
    """Collects the addresses in a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value for name, value in attrs if name in ("href", "src") and value]


def _in_raw_html(stash: Iterable[object]) -> Iterator[str]:
    """Addresses of our schemes in HTML that an author wrote; Markdown keeps it as it is."""
    for html in stash:
        # Most of the stash is code and blocks of ours: only what has a scheme of ours in it is worth parsing.
        if isinstance(html, str) and any(f"{scheme}:" in html.lower() for scheme in SCHEMES):
            parser = _Addresses()
            parser.feed(html)
            yield from filter(is_site_address, parser.addresses)
