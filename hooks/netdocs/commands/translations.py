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
from netdocs.i18n.message_files import catalogue_path, read_catalog
from netdocs.i18n.messages import REASON, title_context
from netdocs.scenario.model import Scenario
from netdocs.site.history import git
from netdocs.site.translations import digests, page_state, sections, stated_digests, with_digests
from netdocs.sources import SOURCE_LANGUAGE, languages, read_pages, read_scenarios

WIDTH = 120
"""Of a line in a catalogue, in characters."""
PERSONAL = (b'"Report-', b'"POT-', b'"PO-', b'"Last-', b'"Language-Team', b'"Generated-')
"""What gettext notes in a catalogue's head that git knows better."""


def list_translations(root: Path) -> None:
    """Bring every catalogue up to date, and say what is to be done in every language."""
    scenarios, english = parse_all(read_scenarios(root)), _pages(root, SOURCE_LANGUAGE)
    for language in _translations(root):
        say(f"{language}: {_merge(root, language, scenarios)}")
        translated = _pages(root, language)
        for name, text in english.items():
            if name not in translated:
                say(f"docs/{language}/{name}: not translated yet")
                continue
            for line in _page_report(root, name, text, translated[name]):
                say(line)


def update_digests(root: Path, name: str) -> None:
    """Say of a page (`guides/names`; `all` for every page) that its translations are those of the English as it is now.

    AuthorError if no language has such a page.
    """
    english, changed = _pages(root, SOURCE_LANGUAGE), 0
    for language in _translations(root):
        for page, text in _pages(root, language).items():
            if page in english and name in ("all", page.removesuffix(".md")):
                (root / "docs" / language / page).write_text(with_digests(text, english[page]), encoding="utf-8")
                changed += 1
    if not changed:
        hint = "name it as below docs/en, without .md: make translations UPDATE=guides/names"
        raise AuthorError(Diagnostic("docs", f"no language has a page {name!r}", hint))
    say(f"{changed} pages are said to be up to date")


def _translations(root: Path) -> tuple[str, ...]:
    return tuple(code for code in languages(root / "docs" / SOURCE_LANGUAGE) if code != SOURCE_LANGUAGE)


def _pages(root: Path, language: str) -> dict[str, str]:
    """The pages of a language by their path below its folder."""
    folder = root / "docs" / language
    return {(root / path).relative_to(folder).as_posix(): text for path, text in read_pages(root, folder).items()}


def _page_report(root: Path, name: str, english: str, translation: str) -> Iterator[str]:
    """A line for each section that is to be looked at, and what changed in its English."""
    state, stated = page_state(english, translation), stated_digests(translation)
    if not stated:
        command = f"make translations UPDATE={name.removesuffix('.md')}"
        yield f"{name}: does not say which English it was made from ({command})"
        return
    for anchor in state.outdated:
        yield f"{name}#{anchor}: the English is newer"
        yield from _changes(root, name, anchor, stated.get(anchor, ""), sections(english)[anchor])


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


def _merge(root: Path, language: str, scenarios: tuple[Scenario, ...]) -> str:
    """Bring a catalogue to what scenarios say now; counts. A changed sentence keeps its translation, as fuzzy."""
    catalog, path = read_catalog(root, language), catalogue_path(root, language)
    catalog.update(_template(scenarios, catalog), update_header_comment=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_formatted(catalog))
    messages = [message for message in catalog if message.id]
    fuzzy = sum(message.fuzzy for message in messages)
    missing = sum(not message.string for message in messages)
    return f"{len(messages)} messages, {missing} without translation, {fuzzy} of a changed sentence"


def _formatted(catalog: Catalog) -> bytes:
    """A catalogue as it is committed: without dates and addresses, which would change where no message does."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=WIDTH, ignore_obsolete=True)
    return b"".join(line for line in buffer.getvalue().splitlines(keepends=True) if not line.startswith(PERSONAL))


def _template(scenarios: tuple[Scenario, ...], catalog: Catalog) -> Catalog:
    """Everything that scenarios say, and what the catalogue has of recordings."""
    template = Catalog()
    for scenario in scenarios:
        template.add(scenario.title, context=title_context(scenario.session), locations=[(scenario.path, 0)])
        for claim in scenario.claims:
            template.add(claim.sentence, context=claim.id, locations=[(scenario.path, 0)])
    for message in catalog:
        if message.context == REASON:
            template.add(message.id, context=message.context)
    return template
