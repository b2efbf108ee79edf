"""Translations of what scenarios say: claims, titles, reasons. Pure.

A message is found by its context and its English text: a claim's id and sentence, `title:bridge/default` and the title,
`reason` and why something was not run. So a sentence that has changed has no translation until somebody writes one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

REASON = "reason"
"""Context of the reasons for which a scenario was not run."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one language that have a translation."""

    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By context and English text."""

    def translate(self, context: str, text: str) -> str:
        """The translation; empty if there is none."""
        return self.texts.get((context, text), "")


@dataclass(frozen=True, slots=True)
class MessageCounts:
    """How many messages of a language are in which state."""

    translated: int = 0
    changed: int = 0
    """Translated from another sentence than the one of today."""
    missing: int = 0


def title_context(session: str) -> str:
    """The context of a scenario's title."""
    return f"title:{session}"
