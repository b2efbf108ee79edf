"""Words of the page around the page."""

from __future__ import annotations

from string import Formatter

import pytest

from netdocs.core.furniture import ENGLISH, LANGUAGES, SCRIPT, furniture


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same(language: str) -> None:
    """A phrase that lost a blank would lose a date or a count."""
    said = furniture(language)
    for name in type(said).__dataclass_fields__:
        own = getattr(said, name)
        if isinstance(own, str):
            assert blanks(own) == blanks(getattr(ENGLISH, name)), name


def test_scripts_get_what_they_say() -> None:
    """And nothing else: every page carries it."""
    assert set(ENGLISH.for_scripts()) == set(SCRIPT)


def test_a_language_nobody_has_words_for_gets_english() -> None:
    """Better than nothing."""
    assert furniture("xx") is ENGLISH
