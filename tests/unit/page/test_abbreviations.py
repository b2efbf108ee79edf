"""Abbreviations: explained once, and also next to letters that are not Latin."""

from __future__ import annotations

from markdown import Markdown

from netdocs.page.extension import NetdocsExtension
from rendering import build_of

DEFINITIONS = "\n\n*[NAT]: x\n*[NAT64]: y\n"


def html(text: str) -> str:
    return Markdown(extensions=["abbr", NetdocsExtension(build=build_of())]).convert(f"{text}{DEFINITIONS}")


def test_kana_may_follow() -> None:
    """Japanese has no spaces."""
    assert html("NATの規則") == '<p><abbr title="x">NAT</abbr>の規則</p>'


def test_latin_letters_and_hyphens_belong_to_the_word() -> None:
    """Part of another word is no abbreviation, and the longer one wins."""
    assert html("NATO nat-NAT NAT64") == '<p>NATO nat-NAT <abbr title="y">NAT64</abbr></p>'


def test_only_the_first_is_explained() -> None:
    """In the order of the text, whatever elements it is in; more would be noise."""
    assert html("A *b* NAT64, *NAT* and NAT, NAT64 NAT") == (
        '<p>A <em>b</em> <abbr title="y">NAT64</abbr>, <em><abbr title="x">NAT</abbr></em> and NAT, NAT64 NAT</p>'
    )


def test_headings_explain_nothing() -> None:
    """It would end up in the table of contents; the text below explains it."""
    assert "<abbr" not in html("## About NAT")
    assert html("## NAT\n\nNAT").count("<abbr") == 1
    assert html("## NAT\n\nNAT").index("<abbr") > html("## NAT\n\nNAT").index("</h2>")


def test_code_explains_nothing() -> None:
    """What was typed is not explained, and the words after it are."""
    assert html("`NAT` and NAT").endswith('<code>NAT</code> and <abbr title="x">NAT</abbr></p>')
