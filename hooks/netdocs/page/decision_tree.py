"""The picture of a decision tree, above its list, which stands in a `details` of the class `decision-tree`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markupsafe import Markup

from netdocs.diagram.decision_tree import TreeError, draw_narrow, draw_wide, read_tree
from netdocs.errors import Diagnostic
from netdocs.page.context import PageContext
from netdocs.page.page_blocks import Report
from netdocs.page.templating import render

MARK = "decision-tree"
"""The class of the block whose list is drawn; a page has one at most."""
_HEADING = re.compile("h[1-6]")


def draw_tree(root: Element, md: Markdown, page: PageContext, report: Report) -> None:
    """Put the picture before the list, or report what of the list cannot be drawn."""
    for title, block in _marked(root):
        summary = block.find("summary")
        words = "" if summary is None else "".join(summary.itertext())
        try:
            html = tree_html(page.source.text if page.source else "", title, words)
        except TreeError as error:
            hint = "write symptoms as `- **words**`, branches as `- words → [question](#anchor): `command``"
            report(Diagnostic(page.location(re.escape(error.line)), str(error), hint, actual=error.line))
            return
        picture = Element("p")
        picture.text = md.htmlStash.store(html)
        root.insert(list(root).index(block), picture)
        return


def _marked(root: Element) -> Iterator[tuple[str, Element]]:
    """The blocks to draw, with the heading that each stands below."""
    heading = ""
    for element in root:
        if _HEADING.fullmatch(element.tag):
            heading = "".join(element.itertext())
        elif element.tag == "details" and MARK in element.get("class", "").split():
            yield heading, element


def tree_html(markdown: str, title: str, description: str) -> Markup:
    """The figure of the tree whose list is in this Markdown: for wide and for narrow screens."""
    tree = read_tree(markdown)
    drawings = (("large", draw_wide(tree)), ("small", draw_narrow(tree)))
    return render("decision_tree.html", drawings=drawings, title=title, description=description)
