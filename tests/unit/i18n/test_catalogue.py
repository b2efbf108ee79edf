"""Catalogues of strings: complete in English, used, and filled in with the same values in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import msgspec
import pytest

from netdocs.i18n.catalogue import SOURCE, catalogue, content_strings, languages, read_toml, theme_strings
from netdocs.i18n.strings import SCRIPT_STRINGS, Catalogue, merged

ROOT = Path(__file__).parents[3]
TRANSLATIONS = [language for language in languages() if language != SOURCE]
SAME_IN_EVERY_LANGUAGE = {"content.cli", "content.python"}
BUILT_NAMES = re.compile(r"content\.(verdicts|diagram\.(link_modes|display_names))\.|theme\.sections\.")
"""Keys that code looks up by a value, not by a name it spells."""


def texts(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from texts(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_there_are_languages_to_compare() -> None:
    assert languages()[0] == SOURCE
    assert "ja" in TRANSLATIONS


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_fills_in_what_english_fills_in(language: str) -> None:
    """A text that lost a field would lose a date or a count."""
    english = dict(texts(read_toml(SOURCE)))
    translated = {key: value for key, value in texts(read_toml(language)) if key in english}

    assert len(translated) > 100
    assert not {
        key: value
        for key, value in translated.items()
        if isinstance(value, str) and fields(value) != fields(english[key])
    }


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_lacks_nothing(language: str) -> None:
    """What is missing is shown in English; only names that are the same everywhere may be."""
    english, translated = dict(texts(read_toml(SOURCE))), dict(texts(read_toml(language)))
    missing = {key for key in english if key not in translated and not BUILT_NAMES.match(f"{key}.")}

    assert {key for key in missing if not BUILT_NAMES.match(key)} == SAME_IN_EVERY_LANGUAGE
    assert not {key for key in translated if key not in english and not key.startswith("theme.sections.")}


def code_and_templates() -> str:
    files = [*ROOT.glob("hooks/**/*.py"), *ROOT.glob("hooks/**/templates/*"), *ROOT.glob("docs/*/**/*.html")]
    files += ROOT.glob("docs/overrides/assets/javascripts/*.js")
    return "\n".join(path.read_text(encoding="utf-8") for path in files if path.name != "strings.py")


def test_every_string_is_used() -> None:
    """Somewhere in the code or the templates each is asked for by its name."""
    code = code_and_templates()
    names = {key.rpartition(".")[2] for key, _ in texts(read_toml(SOURCE)) if not BUILT_NAMES.match(key)}

    assert {name for name in names if not re.search(rf"[.\"]{name}\b", code)} == set()


def test_a_key_nobody_knows_is_refused() -> None:
    """A misspelt key would silently show English."""
    table = merged({"content": {"captoin_live": "…"}}, read_toml(SOURCE))

    with pytest.raises(msgspec.ValidationError, match="captoin_live"):
        msgspec.convert(table, Catalogue)


def test_scripts_get_what_they_show() -> None:
    """And nothing else: every page carries it."""
    assert set(theme_strings(SOURCE).for_scripts()) == set(SCRIPT_STRINGS)


def test_a_language_without_a_catalogue_gets_english() -> None:
    """A translation may begin before its strings are there."""
    assert catalogue("xx") == catalogue(SOURCE)
    assert content_strings("xx").cli == "CLI"
