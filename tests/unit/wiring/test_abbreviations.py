"""Abbreviations next to letters that are not Latin."""

from __future__ import annotations

from markdown import Markdown

from netdocs.wiring.abbreviations import Abbreviations


def html(text: str) -> str:
    return Markdown(extensions=[Abbreviations()]).convert(f"{text}\n\n*[NAT]: x\n*[NAT64]: y\n")


def test_kana_may_follow() -> None:
    """Japanese has no spaces."""
    assert html("NATの規則") == '<p><abbr title="x">NAT</abbr>の規則</p>'


def test_latin_letters_and_hyphens_belong_to_the_word() -> None:
    """Part of another word is no abbreviation, and the longer one wins."""
    assert html("NATO nat-NAT NAT64") == '<p>NATO nat-NAT <abbr title="y">NAT64</abbr></p>'


def test_without_any_nothing_happens() -> None:
    """Most texts define none."""
    assert Markdown(extensions=[Abbreviations()]).convert("NAT") == "<p>NAT</p>"
