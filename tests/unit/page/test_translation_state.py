"""The state of the translations, as a page shows it in any language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup

from factories import ENGLISH
from netdocs.i18n.catalogue import content_strings
from netdocs.i18n.messages import MessageCounts
from netdocs.page.context import Build
from netdocs.page.page_inputs import narrowed
from netdocs.page.translation_state import LanguageState, TranslatedPage
from netdocs.site.markdown_export import to_markdown
from rendering import PAGE, build_of, convert, page_of, with_page

FENCE = '```markdown exec="on" show="translations"\n```'
CURRENT = TranslatedPage("guides/names.md", "Names", "名前", "current")
OUTDATED = TranslatedPage("drivers/none.md", "A | B", "なし", "outdated", (("front-matter", ""), ("why", "Why?")))
MISSING = TranslatedPage("index.md", "First <page>")
UNSTATED = TranslatedPage("try.md", "Try it", "試す", "unstated")
STATE = LanguageState("ja", "日本語", (CURRENT, OUTDATED, MISSING, UNSTATED), MessageCounts(7, 2, 1))


def build(**changes: Any) -> Build:
    return replace(build_of(), translations=(STATE,), **changes)


def rows(html: str) -> list[list[str]]:
    """The words of every row of the table."""
    soup = BeautifulSoup(html, "html.parser")
    return [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in soup.select("tbody tr")]


def links(html: str) -> list[tuple[str, str | None, str | None]]:
    """Address, language of what it leads to and language of its words, of every link."""
    soup = BeautifulSoup(html, "html.parser")
    return [(str(a["href"]), a.get("hreflang"), a.get("lang")) for a in soup.select("tbody a")]  # type: ignore[misc]


def test_what_needs_a_translator_comes_first() -> None:
    """Missing pages, then those with older sections, then those that do not say, then the rest."""
    assert rows(convert(FENCE, build())) == [
        ["First <page>", "○ missing", ""],
        ["A | B", "✗ outdated", "front matter · Why?"],
        ["Try it", "? does not say which English it was made from", ""],
        ["Names", "✓ current", ""],
    ]


def test_pages_and_sentences_are_counted() -> None:
    """What does not say which English it is from counts among the older."""
    summary = STATE.summary(ENGLISH.translations)

    assert "of 4 pages, 1 are made from the English of today, 2 from an older one, and 1 are missing" in summary
    assert "Of 10 claims and titles of scenarios, 7 are translated, 2 have changed since, and 1 are missing" in summary


def test_links_lead_to_the_translation_and_to_english_sections() -> None:
    """From an English page; a page that is missing is named by its English one."""
    assert links(convert(FENCE, build())) == [
        ("../../", None, None),
        ("../../../ja/drivers/none/", "ja", None),
        ("../none/", None, None),
        ("../none/#why", None, None),
        ("../../../ja/try/", "ja", None),
        ("../../../ja/guides/names/", "ja", None),
    ]


def test_a_translated_page_tells_its_readers_what_is_english() -> None:
    """Its own pages under their own titles; English words are marked as such."""
    japanese = build(strings=content_strings("ja"), language="ja")
    html = convert(FENCE, japanese)

    assert [row[0] for row in rows(html)] == ["First <page>", "なし", "試す", "名前"]
    assert links(html)[:4] == [
        ("../../../en/", None, "en"),
        ("../none/", None, None),
        ("../../../en/drivers/none/", None, None),
        ("../../../en/drivers/none/#why", "en", "en"),
    ]


def test_a_site_in_one_language_says_so() -> None:
    assert ENGLISH.translations.none in convert(FENCE, replace(build(), translations=()))


def test_it_is_read_as_plain_markdown_too() -> None:
    """A table whose cells hold no bar of their own."""
    exported = to_markdown(page_of(with_page(build(), f"# State\n\n{FENCE}\n")))

    assert "**日本語**: of 4 pages" in exported
    assert "| A \\| B | ✗ outdated | front matter · Why? |" in exported


def test_only_a_page_that_shows_the_state_is_made_of_it() -> None:
    """Or a change of one translation would make every page anew."""
    assert narrowed(with_page(build(), FENCE), PAGE).translations == (STATE,)
    assert narrowed(with_page(build(), "# Page\n"), PAGE).translations == ()
