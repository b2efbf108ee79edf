"""`make translations`: what of a language is missing or older than the English, and what was changed there. Effects."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from netdocs.build import parse_all
from netdocs.console import say
from netdocs.errors import AuthorError, Diagnostic
from netdocs.i18n.catalogue import content_strings
from netdocs.i18n.message_files import catalogue_path, read_catalog
from netdocs.i18n.messages import REASON
from netdocs.page.translation_state import TranslatedPage
from netdocs.scenario.model import Scenario
from netdocs.site.history import git
from netdocs.site.language_states import language_pages, language_state, translated_languages
from netdocs.site.translations import digests, messages_of, sections, stated_digests, with_digests
from netdocs.sources import SOURCE_LANGUAGE, read_scenarios

WIDTH = 120
"""Of a line in a catalogue, in characters."""
PERSONAL = (b'"Report-', b'"POT-', b'"PO-', b'"Last-', b'"Language-Team', b'"Generated-')
"""What gettext notes in a catalogue's head that git knows better."""


def list_translations(root: Path) -> None:
    """Bring every catalogue up to date, and say what is to be done in every language."""
    scenarios, docs = parse_all(read_scenarios(root)), root / "docs"
    for language in translated_languages(docs):
        _merge(root, language, scenarios)
    english = language_pages(root, docs, SOURCE_LANGUAGE)
    for language in translated_languages(docs):
        translated = language_pages(root, docs, language)
        state = language_state(root, language, english, translated, scenarios)
        say(f"{state.language}: {state.summary(content_strings(SOURCE_LANGUAGE).translations)}")
        for page in state.pages:
            for line in _page_report(root, language, page, english[page.name], translated.get(page.name, "")):
                say(line)


def update_digests(root: Path, name: str) -> None:
    """Say of a page (`guides/names`; `all` for every page) that its translations are those of the English as it is now.

    AuthorError if no language has such a page.
    """
    docs, changed = root / "docs", 0
    english = language_pages(root, docs, SOURCE_LANGUAGE)
    for language in translated_languages(docs):
        for page, text in language_pages(root, docs, language).items():
            if page in english and name in ("all", page.removesuffix(".md")):
                (docs / language / page).write_text(with_digests(text, english[page]), encoding="utf-8")
                changed += 1
    if not changed:
        hint = "name it as below docs/en, without .md: make translations UPDATE=guides/names"
        raise AuthorError(Diagnostic("docs", f"no language has a page {name!r}", hint))
    say(f"{changed} pages are said to be up to date")


def _page_report(root: Path, language: str, page: TranslatedPage, english: str, translation: str) -> Iterator[str]:
    """A line for each section that is to be looked at, and what changed in its English."""
    if page.status == "missing":
        yield f"docs/{language}/{page.name}: not translated yet"
    if page.status == "unstated":
        command = f"make translations UPDATE={page.name.removesuffix('.md')}"
        yield f"{page.name}: does not say which English it was made from ({command})"
    stated = stated_digests(translation)
    for anchor, _ in page.outdated:
        yield f"{page.name}#{anchor}: the English is newer"
        yield from _changes(root, page.name, anchor, stated.get(anchor, ""), sections(english)[anchor])


def _changes(root: Path, name: str, anchor: str, made_from: str, now: str) -> list[str]:
    """The difference between the English that was translated and the English of today; nothing if history lacks it."""
    for earlier in _earlier(root, name):
        if digests(earlier).get(anchor) == made_from:
            lines = sections(earlier)[anchor].splitlines(), now.splitlines()
            return list(difflib.unified_diff(*lines, lineterm="", n=0))[2:]
    return []


def _earlier(root: Path, name: str) -> Iterator[str]:
    """The text of a page in each commit that changed it, the newest first."""
    path = f"docs/{SOURCE_LANGUAGE}/{name}"
    for commit in git(root, "log", "--format=%H", "--", path).split():
        yield git(root, "show", f"{commit}:./{path}")


def _merge(root: Path, language: str, scenarios: tuple[Scenario, ...]) -> None:
    """Bring a catalogue to what scenarios say now. A changed sentence keeps its translation, as fuzzy."""
    catalog, path = read_catalog(root, language), catalogue_path(root, language)
    catalog.update(_template(scenarios, catalog), update_header_comment=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_formatted(catalog))


def _formatted(catalog: Catalog) -> bytes:
    """A catalogue as it is committed: without dates and addresses, which would change where no message does."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=WIDTH, ignore_obsolete=True)
    return b"".join(line for line in buffer.getvalue().splitlines(keepends=True) if not line.startswith(PERSONAL))


def _template(scenarios: tuple[Scenario, ...], catalog: Catalog) -> Catalog:
    """Everything that scenarios say, and what the catalogue has of recordings."""
    template = Catalog()
    for context, text, path in messages_of(scenarios):
        template.add(text, context=context, locations=[(path, 0)])
    for message in catalog:
        if message.context == REASON:
            template.add(message.id, context=message.context)
    return template
