"""A second language: furniture in it, pages that are not translated yet, the way to the same page in the other one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from msgspec.structs import replace
from playwright.sync_api import Browser

from browsing import ask, served
from factories import command, recording
from netdocs.i18n.catalogue import theme_strings
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import to_json
from netdocs.recording.model import ClaimResult, Fingerprint, StepResult
from support import ROOT, build, project

SHELL = "# A word.\n\n# %% say\necho hello NAT\n# claim a: It says hello.\n[[ $out == hello* ]]\n"
ENGLISH, JAPANESE = theme_strings("en"), theme_strings("ja")

LEARN_LINE = 'After this page you know "<b>this</b>" & more.'
"""What the untranslated page says of itself; quotes and brackets would be HTML if they were not escaped."""

WORDS = """# 最初のページ

[NATの説明](claim:a)と[次のページ](only.md)。

## ブリッジネットワーク

コンテナは同じブリッジネットワークの名前空間で隔離されます。

## ポートフォワーディング

ポートフォワーディングでコンテナのサービスを公開します。DNSサーバーの設定もできます。
"""


@pytest.fixture(scope="module")
def japanese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two English pages, one of them translated, built in both languages from the real configuration."""
    folder = project(tmp_path_factory.mktemp("two-languages"), {"index/word.sh": SHELL})
    recorded = recording(
        StepResult("_setup", (), ()),
        StepResult("say", (), (command("echo hello NAT", "hello NAT\n"),)),
        fingerprint=Fingerprint(digest(SHELL), "", ""),
        claims=(ClaimResult("a", "say", 5, "passed"),),
    )
    target = folder / "recordings" / "28.5" / "index" / "word.sh.json"
    target.parent.mkdir(parents=True)
    target.write_text(to_json(replace(recorded, scenario="index/word.sh")), encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.ja.yml", folder)
    docs = folder / "docs"
    (docs / "en" / "only.md").write_text(
        f"---\nlearn: {LEARN_LINE}\n---\n# Only English\n\nSee [the first page](index.md).\n", encoding="utf-8"
    )
    (docs / "ja").mkdir()
    fence = '```console exec="on" session="index/word" step="say"\n```'
    (docs / "ja" / "index.md").write_text(f"{WORDS}\n{fence}\n", encoding="utf-8")
    for name in ("mkdocs.yml", "mkdocs.ja.yml"):
        config = folder / name
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("nav:\n  - index.md\n", "nav:\n  - index.md\n  - only.md\n"), encoding="utf-8")
        code, printed = build(folder, mode="recorded", config=name)
        assert code == 0, printed[-3000:]
    return folder / "site"


def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def select_one(soup: BeautifulSoup, selector: str) -> Tag:
    element = soup.select_one(selector)
    assert element is not None, selector
    return element


def test_the_furniture_is_japanese(japanese: Path) -> None:
    """Nothing around the text is in English, neither what templates say nor what the tooling puts into the page."""
    html = page(japanese / "ja" / "index.html")
    furniture = (
        str(select_one(html, "header"))
        + str(select_one(html, ".md-sidebar--secondary"))
        + str(select_one(html, ".md-source-file"))
    )

    assert select_one(html, "html")["lang"] == "ja"
    assert select_one(html, ".md-skip").text.strip() == "コンテンツにスキップ"
    assert "が出力" in select_one(html, ".nd-caption").text
    assert JAPANESE.as_markdown in select_one(html, ".md-source-file").text
    english = {
        *ENGLISH.for_scripts().values(),
        ENGLISH.as_markdown,
        "Search",
        "Table of contents",
        "Switch to",
        "Follow",
    }
    assert [text for text in english if text in furniture] == []


def test_an_abbreviation_is_found_before_kana(japanese: Path) -> None:
    """Japanese has no spaces: NATの is NAT and の."""
    assert select_one(page(japanese / "ja" / "index.html"), "abbr").text == "NAT"


def test_an_untranslated_page_is_english_and_says_so(japanese: Path) -> None:
    """The reader's language in the notice, the page's own on its text and on its name in the navigation."""
    html = page(japanese / "ja" / "only" / "index.html")

    assert select_one(html, "html")["lang"] == "ja"
    assert JAPANESE.untranslated in [notice.text for notice in html.select(".nd-notice")]
    assert select_one(html, "article div[lang=en] h1").text.startswith("Only English")
    assert select_one(html, ".md-nav [lang=en]").text == "Only English"


def test_a_page_says_what_its_reader_will_know(japanese: Path) -> None:
    """Below its title, as text and not as HTML, and how long it takes in the site's language; in the Markdown too."""
    for language, minutes in (("en", ENGLISH.reading_time), ("ja", JAPANESE.reading_time)):
        html, time = page(japanese / language / "only" / "index.html"), minutes.format(minutes=2)
        line = select_one(html, "h1 + .nd-learn")

        assert line.text == f"{LEARN_LINE} {time}"
        assert select_one(html, ".nd-learn__time").get("lang") == ("ja" if language == "ja" else None)
        exported = (japanese / language / "only.md").read_text(encoding="utf-8")
        assert f"# Only English\n\n*{LEARN_LINE} {time}*\n\nSee" in exported
    assert not page(japanese / "en" / "index.html").select(".nd-learn")


def test_the_switch_stays_on_the_page(japanese: Path) -> None:
    """From a page to the same page in the other language, and back."""
    for language, target in (("en", "ja"), ("ja", "en")):
        folder = japanese / language / "only"
        link = select_one(page(folder / "index.html"), f".md-select a[hreflang={target}]")

        assert (folder / str(link["href"]) / "index.html").resolve() == japanese / target / "only" / "index.html"
        assert link.text.strip() == {"en": "English", "ja": "日本語"}[target]


def test_search_engines_learn_of_the_other_language(japanese: Path) -> None:
    """Each page names itself in each language, without detours in the address."""
    for language in ("en", "ja"):
        html = page(japanese / language / "only" / "index.html")
        links = [tag for tag in html.select("head link[hreflang]") if "alternate" in tag["rel"]]

        assert [tag["hreflang"] for tag in links] == ["en", "ja"]
        for tag in links:
            assert str(tag["href"]).count("..") == len(re.findall(r"^(?:\.\./)+", str(tag["href"]))[0]) / 3


def test_the_root_knows_both_languages(japanese: Path) -> None:
    """`/` leads to the reader's language; without a script it offers both."""
    html = page(japanese / "index.html")

    assert [(a["href"], a["hreflang"]) for a in html.select("a")] == [("en/index.html", "en"), ("ja/index.html", "ja")]


def test_the_language_that_was_chosen_is_kept_and_so_is_the_section(japanese: Path, browser: Browser) -> None:
    """The switch leads to the same section, and `/` to that language, whatever the browser prefers."""
    with served(japanese) as address:
        context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
        reading = context.new_page()
        reading.goto(f"{address}", wait_until="load")
        reading.wait_for_url("**/en/")
        reading.goto(f"{address}en/#the-section", wait_until="load")
        reading.locator(".md-select").hover()
        reading.locator(".md-select__link[hreflang=ja]").click()
        reading.wait_for_url("**/ja/#the-section")
        reading.goto(f"{address}", wait_until="load")
        reading.wait_for_url("**/ja/")
        context.close()


JAPANESE_QUERIES = {
    "ブリッジ": "",
    "ブリッジネットワーク": "",
    "ネットワーク": "",
    "フォワーディング": "",
    "ポートフォワーディング": "",
    "ﾈｯﾄﾜｰｸ": "",
    "名前空間": "",
    "隔離": "",
    "コンテナの公開": "",
    "DNSサーバー": "",
    "サーバー": "",
    "only english": "only/",
}
"""What is typed, and the page that comes first: words, parts of compounds, half-width letters, words with particles."""


@pytest.mark.parametrize("query", JAPANESE_QUERIES)
def test_japanese_words_are_found(japanese: Path, browser: Browser, query: str) -> None:
    """Also inside longer words, where no space tells where a word begins."""
    with served(japanese) as address:
        searching = browser.new_page(viewport={"width": 1280, "height": 900})
        searching.goto(f"{address}ja/", wait_until="load")
        answers = ask(searching, query)
        searching.close()

    assert answers[:1] == [JAPANESE_QUERIES[query]]


def test_a_japanese_word_that_is_nowhere_is_not_found(japanese: Path, browser: Browser) -> None:
    """No page is better than a wrong one."""
    with served(japanese) as address:
        searching = browser.new_page(viewport={"width": 1280, "height": 900})
        searching.goto(f"{address}ja/", wait_until="load")
        answers = ask(searching, "オーケストレーション")
        searching.close()

    assert answers == []


def test_templates_and_scripts_say_nothing_themselves() -> None:
    """What a reader sees comes from the words of a language: no letters between tags, none in attributes read aloud."""
    templates = sorted((ROOT / "docs" / "overrides").rglob("*.html"))
    assert templates
    for path in templates:
        text = re.sub(r"(?s)\{[%{#].*?[%}#]\}|<script.*?</script>", "", path.read_text(encoding="utf-8"))

        assert not re.search(r">[^<>]*[A-Za-z]{2,}[^<>]*<", text.replace("/</kbd>", "</kbd>")), path
        assert not re.search(r'(aria-label|title|placeholder|alt)="[^"]*[A-Za-z]', text), path
