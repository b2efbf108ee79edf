"""Abbreviations that are also found where no space follows, as in Japanese: `NATの` has one."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension, AbbrTreeprocessor


class _Everywhere(AbbrTreeprocessor):
    def run(self, root: Element) -> Element | None:
        """Look for the abbreviations, whole as far as Latin letters and digits go."""
        if self.abbrs:
            longest_first = sorted(self.abbrs, key=len, reverse=True)
            words = "|".join(re.escape(word) for word in longest_first)
            self.RE = re.compile(rf"(?<![A-Za-z0-9_-])(?:{words})(?![A-Za-z0-9_-])")
            self.iter_element(root)
        return None


class Abbreviations(AbbrExtension):
    """Python-Markdown's `abbr` with other word boundaries."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Put our search in the place of theirs."""
        super().extendMarkdown(md)
        md.treeprocessors.deregister("abbr")
        md.treeprocessors.register(_Everywhere(md, self.abbrs), "abbr", 7)  # type: ignore[attr-defined]
