"""Reads how far each language is: its pages, compared with the English ones, and its catalogue of messages. Effects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from netdocs.i18n.message_files import message_counts, read_catalog
from netdocs.page.translation_state import LanguageState
from netdocs.scenario.model import Scenario
from netdocs.site.translations import messages_of, translated_page
from netdocs.sources import SOURCE_LANGUAGE, languages, read_pages

Pages = Mapping[str, str]
"""The text of pages by their path below the folder of their language."""


def translated_languages(docs: Path) -> tuple[str, ...]:
    """The languages besides the original; `docs` has a folder for each."""
    return tuple(code for code in languages(docs / SOURCE_LANGUAGE) if code != SOURCE_LANGUAGE)


def language_pages(root: Path, docs: Path, language: str) -> dict[str, str]:
    """The pages of a language by their path below its folder."""
    folder = docs / language
    return {(root / path).relative_to(folder).as_posix(): text for path, text in read_pages(root, folder).items()}


def language_states(root: Path, docs: Path, scenarios: Iterable[Scenario]) -> tuple[LanguageState, ...]:
    """How far each language besides the original is. AuthorError if a page or a catalogue cannot be read."""
    english, scenarios = language_pages(root, docs, SOURCE_LANGUAGE), tuple(scenarios)
    return tuple(
        language_state(root, language, english, language_pages(root, docs, language), scenarios)
        for language in translated_languages(docs)
    )


def language_state(
    root: Path, language: str, english: Pages, translated: Pages, scenarios: Iterable[Scenario]
) -> LanguageState:
    """How far a language is that has these pages."""
    catalog = read_catalog(root, language)
    pages = tuple(translated_page(name, text, translated.get(name)) for name, text in sorted(english.items()))
    counts = message_counts(catalog, ((context, text) for context, text, _ in messages_of(scenarios)))
    name = catalog.locale.display_name if catalog.locale else ""
    return LanguageState(language, name or language, pages, counts)
