"""Abbreviations: explained where they first appear, and also where no space follows, as in `NATの`. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class FirstAbbreviations(Treeprocessor):
    r"""Takes the place of the treeprocessor of Python-Markdown's `abbr`, whose definitions it shares.

    That one marks every occurrence, in headings too, which is noise; and its `\b` sees no end of a word between
    a Latin letter and a kana, since both are letters.
    """

    def __init__(self, md: Markdown, definitions: Mapping[str, str]) -> None:
        super().__init__(md)
        self.definitions = definitions

    def run(self, root: Element) -> None:
        """Mark the first occurrence of each abbreviation, whole as far as Latin letters and digits go."""
        if self.definitions:
            longest_first = sorted(self.definitions, key=len, reverse=True)  # so that VXLAN is not VX and LAN
            words = "|".join(map(re.escape, longest_first))
            # MTU in `MTU.` and `（MTU）`, not in `MTUs` or `PMTU`; no \b, which sees no end between MTU and が
            pattern = re.compile(rf"(?<![A-Za-z0-9_-])(?:{words})(?![A-Za-z0-9_-])")
            _mark(root, pattern, dict(self.definitions))


def _mark(element: Element, pattern: re.Pattern[str], unseen: dict[str, str]) -> None:
    """Mark in document order; what is marked is removed from `unseen`."""
    if element.tag in _HEADINGS:
        return
    element.text, marked = _split(element.text, pattern, unseen)
    children = list(element)
    element[:0] = marked
    for child in children:
        _mark(child, pattern, unseen)
        child.tail, marked = _split(child.tail, pattern, unseen)
        at = list(element).index(child) + 1
        element[at:at] = marked


def _split(text: str | None, pattern: re.Pattern[str], unseen: dict[str, str]) -> tuple[str | None, list[Element]]:
    """The text up to the first new abbreviation, and an element with its tail for each; code is left alone."""
    if not text or isinstance(text, AtomicString):
        return text, []
    marked: list[Element] = []
    head, end = "", 0
    for match in pattern.finditer(text):
        if title := unseen.pop(match[0], ""):
            between = text[end : match.start()]
            if marked:
                marked[-1].tail = between
            else:
                head = between
            marked.append(_abbr(match[0], title))
            end = match.end()
    if not marked:
        return text, []
    marked[-1].tail = text[end:]
    return head, marked


def _abbr(word: str, title: str) -> Element:
    element = Element("abbr", {"title": title})
    element.text = AtomicString(word)
    return element
