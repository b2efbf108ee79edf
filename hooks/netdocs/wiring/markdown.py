"""How a book gets into pages: formatters for markdown-exec, and links resolved in the finished HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import markdown_exec
from markdown import Markdown
from markdown_exec import MarkdownConverter
from markupsafe import Markup

from netdocs.core import scenario_page
from netdocs.core.fences import KINDS
from netdocs.core.links import Target
from netdocs.core.transcript import Tab, tabs
from netdocs.core.words import Words
from netdocs.wiring.build import Book

Rendered = set[tuple[str, str]]


def install(book: Book, words: Words, rendered: Rendered) -> None:
    """Make markdown-exec's fences of our kinds show the book; each shown (session, step) is put in `rendered`."""
    for kind in KINDS:
        markdown_exec.formatters[kind] = _formatter(kind, book, words, rendered)


def _formatter(kind: str, book: Book, words: Words, rendered: Rendered) -> Callable[..., Markup]:
    def show(*, md: Markdown, session: str, extra: Mapping[str, str], **_: Any) -> Markup:
        step = extra["step"]
        rendered.add((session, step))
        return _side_by_side(md, tabs(book.session(session), step, kind, words, datetime.now(UTC)))

    return show


def _side_by_side(md: Markdown, shown: tuple[Tab, ...]) -> Markup:
    """The tabs as the site's own content tabs; their finished HTML is put in after Markdown has run."""
    if len(shown) == 1:
        return Markup(shown[0].html)  # noqa: S704  (built and escaped in core.transcript)
    text = "\n\n".join(f'=== "{tab.label}"\n\n    nd-tab-{number}' for number, tab in enumerate(shown))
    html = MarkdownConverter(md, update_toc=False).convert(text)
    return Markup(_PLACE.sub(lambda found: shown[int(found[1])].html, html))  # noqa: S704  (as above)


_PLACE = re.compile(r"<p>nd-tab-(\d+)</p>")


def targets(book: Book) -> dict[str, Target]:
    """Where `claim:` and `scenario:` links lead."""
    found = {f"scenario:{s.name}": Target(scenario_page.url_of(s.session)) for s in book.plan.scenarios}
    for name, (scenario, claim) in book.plan.claims().items():
        url = f"{scenario_page.url_of(scenario.session)}#{scenario_page.anchor(name)}"
        found[f"claim:{name}"] = Target(url, claim.sentence.replace("`", ""))
    return found


def scenario_pages(book: Book, words: Words) -> dict[str, str]:
    """The Markdown of every scenario's page, by its path below the documents' folder."""
    sessions = dict.fromkeys(scenario.session for scenario in book.plan.scenarios)
    return {
        scenario_page.page_of(s): scenario_page.page(book.plan.dialects(s), book.session(s), words) for s in sessions
    }
