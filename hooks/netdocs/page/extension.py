"""The Python-Markdown extension that makes a page: fences, links, abbreviations, on the tree, once. Wiring.

It needs Python-Markdown, pymdownx.superfences and markdown-exec, and no builder. List it after the other extensions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.treeprocessors import Treeprocessor

from netdocs.errors import AuthorError, Diagnostic
from netdocs.page.abbreviations import FirstAbbreviations
from netdocs.page.context import PageContext
from netdocs.page.decision_tree import draw_tree
from netdocs.page.formatters import register
from netdocs.page.markup import check_markup
from netdocs.page.notices import add_notices
from netdocs.page.page_blocks import Drawer, inline_text
from netdocs.page.resolve_links import resolve_links
from netdocs.page.short_options import SHORT_OPTION

MARKUP, BLOCKS, LINKS, NOTICES = 6.5, 6, -10, -20
"""When our treeprocessors run; a higher number is earlier.

Markup is checked when all of an author's is there, attribute lists (8) and abbreviations (7) too, and none of ours.
Blocks need the inline code that `inline` (20) makes. Links come after MkDocs' `relpath` (0), which would take our
finished links for wrong ones. Notices come after all that look for the page's title among the root's children (1).
"""


class NetdocsExtension(Extension):
    """Draws what a `Build` holds into the page that is being converted."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            # Not None: Python-Markdown reads every value as a boolean whose default is None or a boolean.
            "build": ["", "The netdocs.page.context.Build to draw from"],
            "page": ["", "The page's path below the documents' folder"],
            "report": ["", "Called with each Diagnostic; without it AuthorError is raised"],
            "check": [True, "Whether what an author may write in HTML is limited to what does no harm"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Register with everything that has a part in a page."""
        register(md)
        if "abbr" in md.treeprocessors and isinstance(abbr := md.treeprocessors["abbr"], AbbrTreeprocessor):
            md.treeprocessors.register(FirstAbbreviations(md, abbr.abbrs), "abbr", 7)
        if self.getConfig("check"):
            md.treeprocessors.register(_Run(md, self._check), "netdocs_markup", MARKUP)
        md.treeprocessors.register(_Run(md, self._draw), "netdocs_blocks", BLOCKS)
        md.treeprocessors.register(_Run(md, self._resolve), "netdocs_links", LINKS)
        md.treeprocessors.register(_Run(md, self._notice), "netdocs_notices", NOTICES)
        md.treeprocessors.register(_Run(md, _keep_options_whole), "netdocs_options", NOTICES)

    def context(self, _md: Markdown) -> PageContext:
        """The build, seen from the page that is being converted."""
        return PageContext(self.getConfig("build"), self.getConfig("page"))

    def _check(self, md: Markdown, root: Element) -> None:
        check_markup(root, md, self.context(md), self._report)

    def _draw(self, md: Markdown, root: Element) -> None:
        Drawer(md, self.context(md), self._report).draw(root)
        draw_tree(root, md, self.context(md), self._report)

    def _resolve(self, md: Markdown, root: Element) -> None:
        resolve_links(root, md, self.context(md), self._report)

    def _notice(self, md: Markdown, root: Element) -> None:
        add_notices(root, self.context(md))

    def _report(self, problem: Diagnostic) -> None:
        report = self.getConfig("report")
        if not report:
            raise AuthorError(problem)
        report(problem)


def _keep_options_whole(md: Markdown, root: Element) -> None:
    for code in root.iter("code"):
        if SHORT_OPTION.fullmatch(inline_text(code, md)):
            code.set("class", "nd-option")


class _Run(Treeprocessor):
    """A treeprocessor that is one function."""

    def __init__(self, md: Markdown, function: Callable[[Markdown, Element], None]) -> None:
        super().__init__(md)
        self.function = function

    def run(self, root: Element) -> None:
        """Hand the tree on."""
        self.function(self.md, root)


def makeExtension(**options: Any) -> NetdocsExtension:  # noqa: N802  (Python-Markdown's name)
    """For `extensions=["netdocs.page.extension"]`."""
    return NetdocsExtension(**options)
