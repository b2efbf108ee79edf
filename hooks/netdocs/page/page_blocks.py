"""Blocks on the tree of a page: each is drawn knowing its neighbours, and what was drawn is what was planned. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE
from markupsafe import Markup

from netdocs.errors import AuthorError, Diagnostic
from netdocs.page.annotations import Annotation, unmatched
from netdocs.page.blocks import Block, Place, block_html, is_step, step_html, step_tabs
from netdocs.page.context import PageContext
from netdocs.page.fences import Request, fences
from netdocs.page.urls import step_anchor

Report = Callable[[Diagnostic], object]
"""What is done with a problem."""


@dataclass(slots=True)
class Drawer:
    """Draws the blocks of one page, in the order of its text."""

    md: Markdown
    page: PageContext
    report: Report
    counts: Counter[str] = field(default_factory=Counter)
    """Blocks drawn so far by kind: a language for figures, "step" for steps."""
    anchors: set[str] = field(default_factory=set)
    requests: list[Request] = field(default_factory=list)
    """Everything that was drawn."""

    def draw(self, root: Element) -> None:
        """Put the HTML of every block where Markdown keeps it for the page, and report what does not fit the plan."""
        stash = self.md.htmlStash.rawHtmlBlocks
        for number, parent, index in _stashed(root):
            block = stash[number]
            if isinstance(block, Block):
                self.requests.append(block.request)
                stash[number] = self._html(block.request, parent, index)
        for problem in _unplanned(self.page, self.requests):
            self.report(problem)
        # What is in no paragraph (a comment, an indented code block) has been reported, and must not stop this page.
        stash[:] = [Markup() if isinstance(html, Block) else html for html in stash]

    def _html(self, request: Request, parent: Sequence[Element], index: int) -> Markup:
        kind = "step" if is_step(request) else request.language
        self.counts[kind] += 1
        number = self.counts[kind]
        if not is_step(request):
            return self._block(request, number)
        before, definitions, after = _neighbours(parent, index)
        annotations = _annotations(definitions, number, self.md) if definitions is not None else ()
        terms = [term for paragraph in (before, after) if paragraph is not None for term in _terms(paragraph, self.md)]
        tabs = step_tabs(request, self.page)
        for term in unmatched(tabs, annotations):
            self.report(_no_such_line(self.page, term))
        return step_html(tabs, Place(number, self._anchor(request), annotations, terms), self.page)

    def _block(self, request: Request, number: int) -> Markup:
        """Nothing stands in the place of what cannot be drawn: that has been reported."""
        try:
            return block_html(request, number, self.page)
        except AuthorError as error:
            for problem in error.problems:
                self.report(problem)
            return Markup()

    def _anchor(self, request: Request) -> str:
        """The fragment of the step, the first time this page shows it; empty after that."""
        anchor = step_anchor(request.session, request.step)
        first = anchor not in self.anchors
        self.anchors.add(anchor)
        return anchor if first else ""


Stashed = tuple[int, Sequence[Element], int]


def _stashed(parent: Element) -> Iterator[Stashed]:
    """What stands for raw HTML below an element, in the order of the text.

    Its number in the stash and, for a paragraph that is nothing else, the paragraph's siblings and place among them.
    Where it is in the middle of other text (in a tight list), there are no siblings: it has no neighbours there.
    """
    yield from _in_text(parent.text)
    for index, child in enumerate(parent):
        lone = (
            HTML_PLACEHOLDER_RE.fullmatch((child.text or "").strip()) if child.tag == "p" and not len(child) else None
        )
        if lone:
            yield int(lone[1]), list(parent), index
        else:
            yield from _stashed(child)
        yield from _in_text(child.tail)


def _in_text(text: str | None) -> Iterator[Stashed]:
    yield from ((int(match[1]), (), 0) for match in HTML_PLACEHOLDER_RE.finditer(text or ""))


def _neighbours(siblings: Sequence[Element], index: int) -> tuple[Element | None, Element | None, Element | None]:
    """The paragraph before a block, the definition list right after it, and the paragraph after both."""

    def at(place: int, tag: str) -> Element | None:
        element = siblings[place] if 0 <= place < len(siblings) else None
        return element if element is not None and element.tag == tag else None

    definitions = at(index + 1, "dl")
    return at(index - 1, "p"), definitions, at(index + 1 if definitions is None else index + 2, "p")


def _annotations(definitions: Element, block: int, md: Markdown) -> tuple[Annotation, ...]:
    """The annotations of a definition list whose every term is code, which get ids; any other list is just a list."""
    names = [element for element in definitions if element.tag == "dt"]
    if (
        not names
        or not all(map(_is_code, names))
        or any(
            [after.tag for after in definitions][place + 1 : place + 2] != ["dd"]
            for place, element in enumerate(definitions)
            if element.tag == "dt"
        )
    ):
        return ()
    definitions.set("class", "nd-annotations")
    for number, name in enumerate(names, 1):
        name.set("id", f"note-{block}-{number}")
        name.set("data-number", str(number))
    return tuple(Annotation(number, code_text(name[0], md)) for number, name in enumerate(names, 1))


def _is_code(name: Element) -> bool:
    """Whether a term is nothing but code."""
    return (
        len(name) == 1 and name[0].tag == "code" and not (name.text or "").strip() and not (name[0].tail or "").strip()
    )


def _terms(paragraph: Element, md: Markdown) -> list[str]:
    """What a paragraph says in code."""
    return [code_text(code, md) for code in paragraph.iter("code")]


def code_text(code: Element, md: Markdown) -> str:
    """The text of inline code, which pymdownx.inlinehilite keeps in the stash, escaped."""
    stash = md.htmlStash.rawHtmlBlocks
    text = HTML_PLACEHOLDER_RE.sub(lambda match: str(stash[int(match[1])]), "".join(code.itertext()))
    return unescape(text)


def _no_such_line(page: PageContext, term: str) -> Diagnostic:
    message, do = "an annotation is about something that no line of the block above it says", "write what a line says"
    as_definition = rf"^[ \t>]*`+ ?{re.escape(term)} ?`+[ \t]*$"
    return Diagnostic(page.location(as_definition, re.escape(term)), message, do, "", repr(term))


def _unplanned(page: PageContext, drawn: Sequence[Request]) -> Iterator[Diagnostic]:
    """A problem for every fence that the plan has and the page has not, or the other way round."""
    if page.source is None:
        return
    extra = Counter(drawn)
    for fence in fences(page.source.path or page.name, page.source.text):
        if extra[fence.request]:
            extra[fence.request] -= 1
        else:
            message = "this fence is not on the page: it stands in a comment, in HTML, or in an indented code block"
            yield Diagnostic(fence.location, message, "move it to where Markdown is read, or remove it")
    for request in extra.elements():
        message = "a fence is on the page that does not stand in its text, so nothing has checked it"
        do = "write it in the page itself, not in a file that is included"
        opening = f'{request.language}, session="{request.session}", step="{request.step}"'
        yield Diagnostic(page.source.path or page.name, message, do, "", opening)
