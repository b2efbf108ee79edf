"""What a page says before it begins."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from factories import one_step
from rendering import build_of, convert

FENCE = '# Title\n\n```console exec="on" session="bridge/default" step="start"\n```\n'
BUILD = build_of(one_step("x"), untranslated_notice="Not & yet", language="ja")
RECORDED = replace(BUILD, result=replace(BUILD.result, live=False))


def test_a_live_site_says_nothing() -> None:
    """Nor does one that shows nothing."""
    assert "nd-notice" not in convert(FENCE, BUILD)
    assert "nd-notice" not in convert("x", replace(build_of(), result=replace(build_of().result, live=False)))


def test_a_site_of_recordings_says_so_on_every_page() -> None:
    """The notice names the days between which they were made."""
    html = convert("x", RECORDED)

    assert html.startswith('<aside class="nd-notice" data-search-exclude="">No Docker Engine was at hand')
    assert html.endswith("made between 23 November 2026 and 23 November 2026.</aside>\n<p>x</p>")


def test_an_untranslated_page_says_so_in_both_languages() -> None:
    """The text is marked with its language, what the tooling adds with the reader's."""
    soup = BeautifulSoup(convert(FENCE, BUILD, untranslated=True), "html.parser")

    assert ["Not & yet"] == [notice.text for notice in soup.select("aside")]
    assert ["ja"] == [caption["lang"] for caption in soup.select("div[lang=en] .nd-caption")]
    assert [] == soup.select("div[lang=en] aside")


def test_a_translated_page_has_no_language_of_its_own() -> None:
    """It is in the site's."""
    assert "lang=" not in convert(FENCE, BUILD)


def test_a_section_that_is_older_than_its_original_says_so_and_leads_there() -> None:
    soup = BeautifulSoup(
        convert("# 題 { #top }\n\n## 古い { #old }\n\n文。\n\n## 今 { #now }\n", BUILD, outdated=frozenset({"old"})),
        "html.parser",
    )
    notices = soup.select("h2 + aside.nd-notice")

    assert [notice.find_previous("h2").get("id") for notice in notices] == ["old"]  # type: ignore[union-attr]
    assert [link.get("href") for link in soup.select("aside.nd-notice a")] == ["../../../en/drivers/bridge/#old"]
