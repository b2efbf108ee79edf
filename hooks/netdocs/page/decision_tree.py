"""The picture of a decision tree, above its list, which stands in a `details` of the class `decision-tree`. Pure.

The list is the tree and its text alternative: whoever changes or translates the list changes the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markupsafe import Markup

from netdocs.diagram.decision_tree import Branch, Symptom, draw_narrow, draw_wide
from netdocs.errors import Diagnostic
from netdocs.page.context import PageContext
from netdocs.page.page_blocks import Report, inline_text
from netdocs.page.templating import render

MARK = "decision-tree"
"""The class of the block whose list is drawn; a page has one at most."""
_HEADING = re.compile("h[1-6]")


class TreeError(ValueError):
    """An item of the list is neither a symptom nor a branch."""

    def __init__(self, item: Element, md: Markdown) -> None:
        super().__init__("this is neither a symptom nor a branch of the tree")
        self.text = inline_text(item, md).strip()
        words = re.escape(next((text.strip() for text in item.itertext() if text.strip()), ""))
        self.patterns = (rf"^[ \t]*[-*+] [*_`\[]*{words}", words)
        """Where the page has it, first of all as an item."""


def draw_tree(root: Element, md: Markdown, page: PageContext, report: Report) -> None:
    """Put the picture before the list, or report what of the list cannot be drawn."""
    for title, block in _marked(root):
        summary = block.find("summary")
        words = "" if summary is None else "".join(summary.itertext())
        try:
            html = tree_html(read_tree(block, md), title, words)
        except TreeError as error:
            hint = "write symptoms as `- **words**`, branches as `- words → [question](#anchor): `command``"
            report(Diagnostic(page.location(*error.patterns), str(error), hint, actual=error.text))
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


def read_tree(block: Element, md: Markdown) -> tuple[Symptom, ...]:
    """The tree of the nested list in a block; TreeError if an item is neither a symptom nor a branch."""
    return tuple(_symptom(item, md) for item in block.findall("ul/li"))


def _symptom(item: Element, md: Markdown) -> Symptom:
    """`- **It hangs**`, with its branches below."""
    content = _paragraph(item)
    if [child.tag for child in content if child.tag != "ul"] != ["strong"] or _own_text(content):
        raise TreeError(item, md)
    return Symptom(inline_text(content[0], md), tuple(_branch(branch, md) for branch in item.findall("ul/li")))


def _branch(item: Element, md: Markdown) -> Branch:
    """`- no answer → [Does a rule drop it?](#anchor): `iptables -vS``, the colon in either width."""
    content = _paragraph(item)
    *condition, link, command = list(content) if len(content) > 1 else (item, item)
    before = (content.text or "") + "".join(inline_text(child, md) + (child.tail or "") for child in condition)
    is_branch = (
        (link.tag, command.tag) == ("a", "code")
        and link.get("href", "").startswith("#")
        and before.rstrip().endswith("→")
        and (link.tail or "").strip() in (":", "：")
        and not (command.tail or "").strip()
    )
    if not is_branch:
        raise TreeError(item, md)
    anchor = link.get("href", "").removeprefix("#")
    return Branch(before.rstrip(" →"), inline_text(link, md), anchor, inline_text(command, md))


def _own_text(element: Element) -> str:
    """What an element says besides its children."""
    return "".join([element.text or "", *(child.tail or "" for child in element)]).strip()


def _paragraph(item: Element) -> Element:
    """Where the words of an item are: in a loose list they stand in a paragraph."""
    first = item[0] if len(item) else item
    return first if first.tag == "p" else item


def tree_html(tree: tuple[Symptom, ...], title: str, description: str) -> Markup:
    """The figure of a tree: for wide and for narrow screens."""
    drawings = (("large", draw_wide(tree)), ("small", draw_narrow(tree)))
    return render("decision_tree.html", drawings=drawings, title=title, description=description)
