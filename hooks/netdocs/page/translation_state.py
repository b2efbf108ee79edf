"""How far each language is: its pages beside the English ones, and the sentences of scenarios. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from netdocs.i18n.messages import MessageCounts
from netdocs.i18n.strings import TranslationStrings

Status = Literal["missing", "outdated", "unstated", "current"]
STATUSES: tuple[Status, ...] = ("missing", "outdated", "unstated", "current")
"""What a page can be, what needs a translator first; `unstated` does not say which English it was made from."""
STATUS_SYMBOLS: Mapping[Status, str] = {"missing": "○", "outdated": "✗", "unstated": "?", "current": "✓"}
"""Told apart without colour."""


@dataclass(frozen=True, slots=True)
class TranslatedPage:
    """A page of the original, and what a language has of it."""

    name: str
    """The path below the documents' folder, `guides/names.md`."""
    english_title: str
    title: str = ""
    """In its language; empty where it has no such page."""
    status: Status = "missing"
    outdated: tuple[tuple[str, str], ...] = ()
    """Sections whose original has changed: anchor and English heading, which is empty for what is before the first."""


@dataclass(frozen=True, slots=True)
class LanguageState:
    """What there is in one language."""

    language: str
    name: str
    """What its speakers call it."""
    pages: tuple[TranslatedPage, ...]
    messages: MessageCounts

    @property
    def worst_first(self) -> list[TranslatedPage]:
        """The pages, those that need a translator before the others."""
        return sorted(self.pages, key=lambda page: STATUSES.index(page.status))

    def summary(self, strings: TranslationStrings) -> str:
        """How many pages and sentences are in which state, as sentences."""
        pages, messages = Counter(page.status for page in self.pages), self.messages
        return strings.summary.format(
            pages=len(self.pages),
            current=pages["current"],
            outdated=pages["outdated"] + pages["unstated"],
            missing=pages["missing"],
            messages=messages.translated + messages.changed + messages.missing,
            translated=messages.translated,
            changed=messages.changed,
            untranslated=messages.missing,
        )
