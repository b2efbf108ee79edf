"""The Content-Security-Policy of pages: what a browser may load and run, whatever a page holds. Pure.

Material's pages have scripts within them. Each is allowed by the hash of its text, and no other one is.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import accumulate
from xml.etree.ElementTree import Element, tostring

FOLDER = "file:"
"""A page in a folder on a disk has no origin, so that 'self' need not mean its neighbours; pages of a server can load
nothing from a disk, whatever their policy says."""
ATTRIBUTE = "http-equiv"
NAME = "Content-Security-Policy"


class _Reader(HTMLParser):
    """Finds the scripts within a page, and where its head has room for the policy."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.room = 0
        """Behind the declaration of the encoding, which has to come within the first 1024 bytes, or behind <head>."""
        self.protected = False
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._script: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "head" or (tag == "meta" and "charset" in attributes):
            line, column = self.getpos()
            self.room = self._lines[line - 1] + column + len(self.get_starttag_text() or "")
        elif tag == "meta":
            self.protected |= (attributes.get(ATTRIBUTE) or "").lower() == NAME.lower()
        elif tag == "script" and "src" not in attributes and attributes.get("type") != "application/json":
            self._script = []

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.scripts.append("".join(self._script))
            self._script = None


def protect(html: str) -> tuple[str, frozenset[str]]:
    """The page with its policy at the top of its head, and the hashes of the scripts that the policy allows.

    A page that has a policy is left as it is.
    """
    reader = _Reader(_without_content(html))
    hashes = frozenset(_hash(script) for script in reader.scripts)
    if reader.protected:
        return html, hashes
    meta = tostring(Element("meta", {ATTRIBUTE: NAME, "content": _policy(hashes, FOLDER)}), "unicode", method="html")
    return html[: reader.room] + meta + html[reader.room :], hashes


def header_file(hashes: Iterable[str]) -> str:
    """`_headers`, as Netlify and Cloudflare Pages read it: one policy for all pages, and what only a header can say."""
    headers = {
        NAME: f"{_policy(hashes)}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
    }
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def hashes_in(header_file: str) -> frozenset[str]:
    """The hashes that a header file allows."""
    words = header_file.replace(";", " ").split()
    return frozenset(word for word in words if word.startswith("'sha256-"))


def _without_content(html: str) -> str:
    """What the theme puts around a page's text: a script in the text is not ours, so it gets no hash."""
    first, last = html.find("<article"), html.rfind("</article>")
    return html[:first] + html[last:] if 0 <= first < last else html


def _policy(hashes: Iterable[str], *folder: str) -> str:
    same_origin = ("'self'", *folder)
    directives = {
        "default-src": same_origin,
        "script-src": (*same_origin, *sorted(hashes)),
        "style-src": same_origin,
        "style-src-attr": ("'unsafe-inline'",),  # widths of figures and tables
        "img-src": (*same_origin, "data:"),  # Material's icons are in its stylesheet
        "frame-src": ("'none'",),
        "object-src": ("'none'",),
        "base-uri": ("'none'",),
        "form-action": same_origin,  # a search that is sent before its answer is there
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
