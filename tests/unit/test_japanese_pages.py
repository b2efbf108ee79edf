"""The Japanese pages beside the English ones: the same pages, sections, fences and claims, and words for everything."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from netdocs.i18n.catalogue import read_toml
from netdocs.i18n.message_files import read_catalog
from netdocs.page.fences import blocks
from netdocs.page.link_syntax import claim_links
from netdocs.site.translations import TOP, page_state, sections, stated_digests, with_digests
from support import ROOT

ENGLISH, JAPANESE = ROOT / "docs" / "en", ROOT / "docs" / "ja"
PAGES = sorted(path.relative_to(ENGLISH).as_posix() for path in ENGLISH.rglob("*.md"))
TRANSLATED = [page for page in PAGES if (JAPANESE / page).exists()]
WAITING = 5
"""Pages that may wait for their translator, so that a pull request with a page in English goes through."""
SAME_IN_JAPANESE = {
    "content.cli",
    "content.python",
    "content.diagram.nat",
    "content.diagram.link_modes",
}
"""Strings that need no Japanese, by the names of their tables."""
TERM = re.compile(r"- expected: (?P<expected>.+)\n +pattern: /(?P<pattern>.+)/")
"""A rule of locale/ja/terms.yml: textlint reads the pages with it, and the tests below what textlint does not read."""


def text(folder: Path, page: str) -> str:
    return (folder / page).read_text(encoding="utf-8")


def built_of(markdown: str) -> dict[str, tuple[list[str], Counter[str]]]:
    """What each section is built of: the opening lines of its fences, and how often it links to each claim."""
    return {
        anchor: (
            [block.opening[0].strip() for block in blocks(body)],
            Counter(link.claim for link in claim_links("", body)),
        )
        for anchor, body in sections(markdown).items()
        if anchor != TOP
    }


def not_older(english: str, japanese: str) -> set[str]:
    """The sections that were translated from the English as it is now; all of a page that does not say."""
    return set(page_state(english, japanese).current if stated_digests(japanese) else sections(english)) - {TOP}


def keys(table: object, prefix: str = "") -> set[str]:
    """The names of all strings, tables and names joined by full stops."""
    if not isinstance(table, dict):
        return {prefix}
    return {name for key, value in table.items() for name in keys(value, f"{prefix}.{key}" if prefix else str(key))}


def test_pages_are_in_both_languages() -> None:
    """A few may wait for their translator, and there is none in Japanese alone."""
    assert {path.relative_to(JAPANESE).as_posix() for path in JAPANESE.rglob("*.md")} <= set(PAGES)
    assert len(PAGES) - len(TRANSLATED) <= WAITING, sorted(set(PAGES) - set(TRANSLATED))


def test_most_sections_are_not_older_than_the_english() -> None:
    """Or the next test would compare little."""
    states = [page_state(text(ENGLISH, page), text(JAPANESE, page)) for page in TRANSLATED]
    current, outdated = (sum(len(getattr(state, kind)) for state in states) for kind in ("current", "outdated"))

    assert outdated * 10 < current
    assert all(stated_digests(text(JAPANESE, page)) for page in TRANSLATED)


@pytest.mark.parametrize("page", TRANSLATED)
def test_a_japanese_page_is_built_like_the_english_one(page: str) -> None:
    """Sections by their anchors, fences by their opening lines, claims by section: links lead to both alike.

    What is older than the English is on the list of `make translations`, and not compared.
    """
    english, japanese = text(ENGLISH, page), text(JAPANESE, page)
    compared = not_older(english, japanese)

    of_both = [
        {anchor: parts for anchor, parts in built_of(markdown).items() if anchor in compared}
        for markdown in (english, japanese)
    ]
    assert list(of_both[1]) == list(of_both[0])
    assert of_both[1] == of_both[0]


def test_only_what_is_older_is_not_compared() -> None:
    """A change of one English section leaves the others to be compared."""
    before, after = "# A\n\n## B\n\nold\n", "# A\n\n## B\n\nnew\n"
    japanese = with_digests("# あ {#a}\n\n## い {#b}\n", before)

    assert not_older(before, japanese) == {"a", "b"}
    assert not_older(after, japanese) == {"a"}
    assert not_older(after, "# あ {#a}\n") == {"a", "b"}


def test_the_interface_has_no_english_left() -> None:
    """Every string has a Japanese one, but for those that are the same."""
    missing = keys(read_toml("en")) - keys(read_toml("ja"))

    assert {name for name in missing if not any(name.startswith(prefix) for prefix in SAME_IN_JAPANESE)} == set()


def test_the_glossary_explains_the_same_abbreviations() -> None:
    """A word that is explained to English readers is to Japanese ones."""
    words = {
        language: [
            line.partition("]:")[0] for line in text(ROOT / "docs" / "includes", f"glossary.{language}.md").split("\n")
        ]
        for language in ("en", "ja")
    }

    assert sorted(words["ja"]) == sorted(words["en"])


def other_terms(japanese: str) -> list[str]:
    """What a text has that `locale/ja/terms.yml` writes another way."""
    rules = TERM.finditer(text(ROOT / "locale" / "ja", "terms.yml"))
    return [match.group() for rule in rules for match in re.finditer(rule["pattern"], japanese)]


def test_rules_of_terms_are_read() -> None:
    """Or the next tests would find nothing."""
    assert other_terms("サーバとコンテナーとチェイン") == ["コンテナー", "サーバ", "チェイン"]


def test_claims_use_the_terms_of_the_pages() -> None:
    """A claim is shown beside the words of a page, so it has its words."""
    claims = {str(message.context): str(message.string) for message in read_catalog(ROOT, "ja") if message.string}

    assert {claim: terms for claim, words in claims.items() if (terms := other_terms(words))} == {}


@pytest.mark.parametrize("path", ["hooks/netdocs/i18n/ja.toml", "docs/includes/glossary.ja.md", "mkdocs.ja.yml"])
def test_the_interface_uses_the_terms_of_the_pages(path: str) -> None:
    """Buttons, captions, and what is shown for abbreviations."""
    assert other_terms(text(ROOT, path)) == []
