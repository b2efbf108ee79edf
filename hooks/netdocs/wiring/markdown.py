"""How a book gets into pages: formatters for markdown-exec, and where links lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

import markdown_exec
from markdown import Markdown
from markdown_exec import MarkdownConverter
from markupsafe import Markup
from pymdownx.superfences import SuperFencesException  # type: ignore[import-untyped]

from netdocs.core import urls
from netdocs.core.fences import DRAWN, KINDS, PROOF, drawn
from netdocs.core.notes import END, START
from netdocs.core.picture import Wanted, figure
from netdocs.core.proof import Row, asked_for, table
from netdocs.core.transcript import Shown, Tab, tabs, tabs_by_engine
from netdocs.core.words import Words
from netdocs.wiring.build import Book

Seen = WeakKeyDictionary[Markdown, set[str]]
"""Anchors each page (each has a Markdown instance of its own) has already."""


def install(book: Book, rows: tuple[Row, ...], words: Words) -> None:
    """Make markdown-exec's fences show the book.

    Steps are `console` and `python`, drawings `picture` and `path`, proofs `markdown`.
    """
    seen: Seen = WeakKeyDictionary()
    for kind in KINDS:
        markdown_exec.formatters[kind] = _step_formatter(kind, book, words, seen)
    for kind in DRAWN:
        markdown_exec.formatters[kind] = _drawing_formatter(kind, book, words, WeakKeyDictionary())
    markdown_exec.formatters[PROOF] = _proof_formatter(rows, words)


def _loud(formatter: Callable[..., Markup]) -> Callable[..., Markup]:
    """The formatter with every exception one that superfences lets through: it would print the fence as text."""

    def show(**given: Any) -> Markup:
        try:
            return formatter(**given)
        except Exception as error:
            raise SuperFencesException(f"a fence could not be shown: {type(error).__name__}: {error}") from error

    return show


def _proof_formatter(rows: tuple[Row, ...], words: Words) -> Callable[..., Markup]:
    def show(*, extra: Mapping[str, str], **_: Any) -> Markup:
        return Markup(table(asked_for(rows, extra["show"]), words))  # noqa: S704  (escaped in core.proof)

    return _loud(show)


def _step_formatter(kind: str, book: Book, words: Words, seen: Seen) -> Callable[..., Markup]:
    def show(*, md: Markdown, session: str, extra: Mapping[str, str], **_: Any) -> Markup:
        step, now = extra["step"], datetime.now(UTC)
        if extra.get("by") == "engine" and (known := _every_engine(book, session, step)):
            shown = tabs_by_engine(known, step, words, now)
        else:
            shown = tabs(book.session(session), step, kind, words, now)
        return _block(_place(md, urls.step_anchor(session, step), seen), _side_by_side(md, shown))

    return _loud(show)


def _drawing_formatter(
    kind: str, book: Book, words: Words, count: WeakKeyDictionary[Markdown, int]
) -> Callable[..., Markup]:
    """Shows what was seen at the end of a step; `count` numbers the drawings of each page, for their ids."""

    def show(*, md: Markdown, session: str, extra: Mapping[str, str], **_: Any) -> Markup:
        page = getattr(md, "_original_md", md)
        count[page] = count.get(page, 0) + 1
        wanted = Wanted(extra["step"], drawn(kind, extra), extra.get("since", ""))
        html = figure(book.session(session)[0], wanted, f"nd-{kind}-{count[page]}", words, datetime.now(UTC))
        return Markup(html)  # noqa: S704  (built and escaped in core.picture)

    return _loud(show)


def _every_engine(book: Book, session: str, step: str) -> dict[str, Shown]:
    """The step's first dialect on every engine, if engines differ in it; else nothing."""
    for shown in book.session(session):
        if step in shown.differing:
            known = book.on_engines(shown.recording.scenario)
            return {
                engine: Shown(
                    one, shown.live and engine == book.engine, stale=one.key.scenario != book.text_of(one.scenario)
                )
                for engine, one in known.items()
                if one.step(step) or one.not_run
            }
    return {}


def _place(md: Markdown, anchor: str, seen: Seen) -> str:
    """The anchor, the first time this page needs it; empty after that."""
    page = getattr(md, "_original_md", md)
    first = anchor not in seen.setdefault(page, set())
    seen[page].add(anchor)
    return anchor if first else ""


def _block(anchor: str, html: str) -> Markup:
    place = f' id="{anchor}"' if anchor else ""
    return Markup(f'{START}<div class="nd-block"{place}>{html}</div>{END}')  # noqa: S704  (built and escaped in core.transcript)


def _side_by_side(md: Markdown, shown: tuple[Tab, ...]) -> str:
    """The tabs as the site's own content tabs; their finished HTML is put in after Markdown has run."""
    if len(shown) == 1:
        return shown[0].html
    text = "\n\n".join(f'=== "{tab.label}"\n\n    nd-tab-{number}' for number, tab in enumerate(shown))
    html = MarkdownConverter(md, update_toc=False).convert(text)
    return _PLACE.sub(lambda found: shown[int(found[1])].html, html)


_PLACE = re.compile(r"<p>nd-tab-(\d+)</p>")
