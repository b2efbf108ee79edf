"""The last touches to a page's HTML, whatever turned Markdown into it."""

from __future__ import annotations

import re
from html import escape

_ABBR = re.compile(r"<abbr title=\"[^\"]*\">(?P<word>.*?)</abbr>")
_HEADING = re.compile(r"<(?P<tag>h[1-6])[ >].*?</(?P=tag)>", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_QUIET = '<p class="nd-quiet">'


def first_abbreviations(html: str) -> str:
    """Each abbreviation explained where it first appears, and in headings not at all: more would be noise."""
    html = _HEADING.sub(lambda found: _ABBR.sub(r"\g<word>", found[0]), html)
    seen: set[str] = set()

    def first(found: re.Match[str]) -> str:
        again = found["word"] in seen
        seen.add(found["word"])
        return found["word"] if again else found[0]

    return _ABBR.sub(first, html)


def scrolling_tables(html: str) -> str:
    """Tables in boxes of their own, so that a wide one scrolls and not the page."""
    return _TABLE.sub(lambda found: f'<div class="nd-scroll">{found[0]}</div>', html)


def foreign(html: str, original: str, language: str, notice: str) -> str:
    """A page that is not translated: marked as being in its own language, with a notice in the reader's."""
    own = html.replace(_QUIET, f'<p class="nd-quiet" lang="{language}">')
    return f'<aside class="nd-notice">{escape(notice)}</aside>\n<div lang="{original}">\n{own}\n</div>'
