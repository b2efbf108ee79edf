"""Reads the catalogues of strings: `en.toml` is complete, other languages fall back to it. Effects."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import msgspec

from netdocs.i18n.strings import Catalogue, ContentStrings, ThemeStrings, merged

SOURCE = "en"


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, English first."""
    files = resources.files("netdocs.i18n").iterdir()
    codes = {file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")}
    return (SOURCE, *sorted(codes - {SOURCE}))


@cache
def catalogue(language: str) -> Catalogue:
    """The strings of a language, English for what it lacks or where it has no catalogue.

    msgspec.ValidationError, naming the key, where a file has a key that nothing uses or English lacks one.
    """
    source = read_toml(SOURCE)
    table = source if language not in languages() else merged(read_toml(language), source)
    return msgspec.convert(table, Catalogue)


def read_toml(language: str) -> dict[str, object]:
    """One file as it stands."""
    return tomllib.loads((resources.files("netdocs.i18n") / f"{language}.toml").read_text(encoding="utf-8"))


def content_strings(language: str) -> ContentStrings:
    """What blocks, captions, claims and scenario pages say."""
    return catalogue(language).content


def theme_strings(language: str) -> ThemeStrings:
    """What templates and scripts say."""
    return catalogue(language).theme
