"""A second language: furniture in it, pages that are not translated yet, the way to the same page in the other one."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from netdocs.core.furniture import ENGLISH, JAPANESE, LANGUAGES
from netdocs.core.keys import digest
from netdocs.core.recording import ClaimRecord, Key, StepRecord, to_json
from netdocs.core.words import ENGLISH as ENGLISH_WORDS
from netdocs.core.words import JAPANESE as JAPANESE_WORDS
from samples import entry, recording
from support import ROOT, build, project

SHELL = "# A word.\n\n# %% say\necho hello NAT\n# claim a: It says hello.\n[[ $out == hello* ]]\n"
SAME = {"cli", "python"}
"""What is called the same in both languages."""


@pytest.fixture(scope="module")
def japanese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two English pages, one of them translated, built in both languages from the real configuration."""
    folder = project(tmp_path_factory.mktemp("two-languages"), {"index/word.sh": SHELL})
    made = recording(
        StepRecord("_setup", "", ()),
        StepRecord("say", "", (entry("echo hello NAT", "hello NAT\n"),)),
        key=Key(digest(SHELL), "", ""),
        claims=(ClaimRecord("a", "say", 5, "passed"),),
    )
    target = folder / "recordings" / "28.5" / "index" / "word.sh.json"
    target.parent.mkdir(parents=True)
    target.write_text(to_json(replace(made, scenario="index/word.sh")), encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.ja.yml", folder)
    docs = folder / "docs"
    (docs / "en" / "only.md").write_text("# Only English\n\nSee [the first page](index.md).\n", encoding="utf-8")
    (docs / "ja").mkdir()
    fence = '```console exec="on" session="index/word" step="say"\n```'
    (docs / "ja" / "index.md").write_text(
        f"# 最初のページ\n\n[NATの説明](claim:a)と[次のページ](only.md)。\n\n{fence}\n", encoding="utf-8"
    )
    for name in ("mkdocs.yml", "mkdocs.ja.yml"):
        config = folder / name
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("nav:\n  - index.md\n", "nav:\n  - index.md\n  - only.md\n"), encoding="utf-8")
        code, printed = build(folder, mode="recorded", config=name)
        assert code == 0, printed[-3000:]
    return folder / "site"


def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def one(soup: BeautifulSoup, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


def test_the_furniture_is_japanese(japanese: Path) -> None:
    """Nothing around the text is in English, neither what templates say nor what the tooling puts into the page."""
    html = page(japanese / "ja" / "index.html")
    english = {text for text in ENGLISH.for_scripts().values()} | {ENGLISH.contents, ENGLISH.edit, ENGLISH.search}

    assert one(html, "html")["lang"] == "ja"
    assert one(html, ".nd-skip").text == JAPANESE.skip
    assert "が出力" in one(html, ".nd-quiet").text
    assert not [text for text in english if f">{text}<" in str(html) or f'"{text}"' in str(html)]


def test_an_abbreviation_is_found_before_kana(japanese: Path) -> None:
    """Japanese has no spaces: NATの is NAT and の."""
    assert one(page(japanese / "ja" / "index.html"), "abbr").text == "NAT"


def test_an_untranslated_page_is_english_and_says_so(japanese: Path) -> None:
    """The reader's language in the notice, the page's own on its text and on its name in the navigation."""
    html = page(japanese / "ja" / "only" / "index.html")

    assert one(html, "html")["lang"] == "ja"
    assert JAPANESE.untranslated in [notice.text for notice in html.select(".nd-notice")]
    assert one(html, "article div[lang=en] h1").text.startswith("Only English")
    assert one(html, ".nd-nav a[lang=en]").text == "Only English"


def test_the_switch_stays_on_the_page(japanese: Path) -> None:
    """From a page to the same page in the other language, and back."""
    for language, other in (("en", "ja"), ("ja", "en")):
        here = japanese / language / "only"
        link = one(page(here / "index.html"), f".nd-languages a[hreflang={other}]")

        assert (here / str(link["href"]) / "index.html").resolve() == japanese / other / "only" / "index.html"
        assert link.text == LANGUAGES[other].name


def test_the_root_knows_both_languages(japanese: Path) -> None:
    """`/` leads to the reader's language; without a script it offers both."""
    html = page(japanese / "index.html")

    assert [a["href"] for a in html.select("a")] == ["en/index.html", "ja/index.html"]
    assert '["en", "ja"]' in str(html)


def test_nothing_is_left_untranslated() -> None:
    """Every phrase has a Japanese form of its own."""
    for english, japanese in ((ENGLISH, JAPANESE), (ENGLISH_WORDS, JAPANESE_WORDS)):
        names = type(english).__dataclass_fields__
        same = {name for name in names if getattr(english, name) == getattr(japanese, name)} - SAME

        assert same == set(), "say it in Japanese, too"


def test_templates_and_scripts_say_nothing_themselves() -> None:
    """What a reader sees comes from the words of a language: no letters between tags, none in attributes read aloud."""
    theme = ROOT / "docs" / "theme"
    for path in sorted(theme.rglob("*.html")):
        text = re.sub(r"(?s)\{[%{#].*?[%}#]\}|<script.*?</script>", "", path.read_text(encoding="utf-8"))

        assert not re.search(r">[^<>]*[A-Za-z]{2,}[^<>]*<", text.replace("/</kbd>", "</kbd>")), path
        assert not re.search(r'(aria-label|title|placeholder|alt)="[^"]*[A-Za-z]', text), path
