"""What stands in a page for a fence: the request, and its HTML once its neighbours are at hand. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from netdocs.i18n.formatting import date
from netdocs.lab.try_command import try_command
from netdocs.page.annotations import Annotation, annotate
from netdocs.page.claims_table import FILTER_THRESHOLD, count, filter_rows, present
from netdocs.page.context import PageContext
from netdocs.page.fences import FIGURE_LANGUAGES, STEP_LANGUAGES, TRANSLATIONS, Request
from netdocs.page.figure import figure
from netdocs.page.highlight import highlight_html
from netdocs.page.templating import render
from netdocs.page.transcript import Tab, make_tabs, make_tabs_by_engine, make_tabs_of_unrecorded
from netdocs.scenario.model import DIALECTS


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A fence that Markdown has met; it lies in Markdown's stash until its neighbours are known."""

    request: Request

    def __str__(self) -> str:
        """What Python-Markdown asks for when a block was never drawn: nothing may reach a page like that."""
        raise RuntimeError(f"{self.request} was not drawn: is the extension netdocs.page.extension in use?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where on its page a block stands."""

    number: int
    """Counted from 1 among the page's blocks of the same kind: makes ids the page's only ones."""
    anchor: str = ""
    """The fragment it is found by; empty where an earlier block has it."""
    annotations: Sequence[Annotation] = ()
    terms: Sequence[str] = ()
    """Words in code in the paragraphs around it: they point at lines."""


def step_tabs(request: Request, page: PageContext) -> tuple[Tab, ...]:
    """The tabs of a step, without what its place on a page adds."""
    result, now = page.build.result, page.build.now
    unrecorded = make_tabs_of_unrecorded(result.unrecorded(request.session) if request.by_engine else (), page.strings)
    if request.by_engine and (results := result.by_engine(request.session, request.step)):
        by_engine = make_tabs_by_engine(results, request.step, page.strings, now)
        return (*(_to_try(tab, tab.label, request, page) for tab in by_engine), *unrecorded)
    tabs = make_tabs(result.results_for(request.session), request.step, request.language, page.strings, now)
    if unrecorded and all(tab.skipped for tab in tabs):
        return unrecorded
    return tuple(_to_try(tab, result.engine, request, page) for tab in tabs)


def _to_try(tab: Tab, engine: str, request: Request, page: PageContext) -> Tab:
    """The tab with the command that leads to its state; the lab at a reader's terminal plays the shell dialect."""
    if not tab.commands or not page.build.try_image:
        return tab
    return replace(tab, try_command=try_command(page.build.try_image, engine, request.session, request.step))


def step_html(tabs: Sequence[Tab], place: Place, page: PageContext) -> Markup:
    """A step as HTML."""
    annotated = [annotate(tab, place.annotations, place.terms) for tab in tabs]
    tabs_id = f"nd-tabs-{place.number}"
    return render("step.html", tabs=annotated, anchor=place.anchor, number=place.number, tabs_id=tabs_id, page=page)


def block_html(request: Request, number: int, page: PageContext) -> Markup:
    """Everything but a step as HTML; AuthorError where a figure cannot be drawn."""
    if request.language in FIGURE_LANGUAGES:
        name = f"nd-{request.language}-{number}"
        return render("figure.html", figure=figure(request, name, page), page=page)
    if request.step == TRANSLATIONS:
        return render("translations.html", page=page, states=page.build.translations)
    if request.step in DIALECTS:
        return _source(request, page)
    return _claims(request, page)


def is_step(request: Request) -> bool:
    """Whether it shows a step, which annotations may stand below."""
    return request.language in STEP_LANGUAGES


def _claims(request: Request, page: PageContext) -> Markup:
    rows = filter_rows(page.build.rows, request.step, request.session)
    return render(
        "claims_table.html",
        page=page,
        rows=rows,
        engines=list(rows[0].results) if rows else [],
        count=count(rows, page.strings),
        filter=len(rows) > FILTER_THRESHOLD,
        verdicts=present(rows),
        day=partial(date, page.strings),
    )


def _source(request: Request, page: PageContext) -> Markup:
    """The whole file of one dialect."""
    scenario = page.build.result.plan.scenario(f"{request.session}.{request.step}")
    lines = highlight_html(scenario.text.rstrip("\n"), scenario.dialect).split("\n")
    return render("scenario.html", dialect=scenario.dialect, lines=lines)
