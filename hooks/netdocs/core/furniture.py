"""Words of the page around the page: what templates and scripts say, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

SCRIPT = (
    "copy", "copied", "enlarge", "close", "scrolls", "found", "nothing",
)  # fmt: skip
"""What scripts say; the page hands it to them."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The phrases of one language; braces are filled in by `str.format`, or by the script."""

    name: str
    """The language's own name."""
    skip: str
    menu: str
    pages: str
    contents: str
    around: str
    previous: str
    next: str
    languages: str
    scheme: str
    search: str
    search_hint: str
    found: str
    nothing: str
    close: str
    copy: str
    copied: str
    enlarge: str
    scrolls: str
    edit: str
    as_markdown: str
    changed: str
    played: str
    untranslated: str
    not_found: str
    not_found_why: str
    nearest: str
    all_pages: str
    sections: Mapping[str, str]
    """Sections of the navigation, by what mkdocs.yml calls them; those not here are called that."""

    def for_scripts(self) -> dict[str, str]:
        """What scripts say."""
        return {name: text for name, text in asdict(self).items() if name in SCRIPT}


ENGLISH = Furniture(
    name="English",
    skip="Skip to content",
    menu="All pages",
    pages="Pages",
    contents="On this page",
    around="Previous and next page",
    previous="Previous",
    next="Next",
    languages="Language",
    scheme="Light or dark",
    search="Search",
    search_hint="Error message, command, address …",
    found="Results: {count}",
    nothing="Nothing found. Try fewer words, or the part of the message that is not about your own machine.",
    close="Close",
    copy="Copy",
    copied="Copied",
    enlarge="Enlarge",
    scrolls="Wide content, scrolls sideways",
    edit="Edit this page",
    as_markdown="This page as Markdown",
    changed="Last changed on {date}",
    played="Last played on {date}, on Docker Engine {version}",
    untranslated="This page has not been translated yet.",
    not_found="There is no such page",
    not_found_why="It may have moved, or the address may have been mistyped.",
    nearest="Did you mean one of these?",
    all_pages="All pages",
    sections={},
)

JAPANESE = Furniture(
    name="日本語",
    skip="本文へ移動",
    menu="すべてのページ",
    pages="ページ一覧",
    contents="このページの内容",
    around="前後のページ",
    previous="前へ",
    next="次へ",
    languages="言語",
    scheme="明るい表示と暗い表示の切り替え",
    search="検索",
    search_hint="エラーメッセージ、コマンド、アドレスなど",
    found="{count}件見つかりました",
    nothing="見つかりませんでした。語を減らすか、エラーメッセージのうち環境に依存しない部分で試してください。",
    close="閉じる",
    copy="コピー",
    copied="コピーしました",
    enlarge="拡大",
    scrolls="横にスクロールできる内容",
    edit="このページを編集",
    as_markdown="このページのMarkdown版",
    changed="最終更新：{date}",
    played="最終実行：{date}（Docker Engine {version}）",
    untranslated="このページはまだ日本語に訳されていません。英語版を表示しています。",
    not_found="ページが見つかりません",
    not_found_why="移動したか、アドレスが間違っている可能性があります。",
    nearest="お探しのページはこちらでしょうか",
    all_pages="すべてのページ",
    sections={
        "Start here": "はじめに",
        "Concepts": "しくみ",
        "Drivers": "ドライバー",
        "Guides": "ガイド",
        "Swarm": "Swarm",
        "Reference": "リファレンス",
        "Contribute": "参加する",
    },
)

LANGUAGES = {"en": ENGLISH, "ja": JAPANESE}


def furniture(language: str) -> Furniture:
    """The words of a language, English where it has none yet."""
    return LANGUAGES.get(language, ENGLISH)
