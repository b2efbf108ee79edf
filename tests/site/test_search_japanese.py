"""Search on the Japanese pages: words in katakana and their parts, both spellings, English words, pasted errors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing import ask

FIRST, FEW = 1, 3

QUERIES = {
    "コンテナ 名前解決": ("guides/names/", FEW),
    "コンテナー 名前解決": ("guides/names/", FEW),
    "ポート公開": ("guides/publish/", FIRST),
    "ポートフォワーディング": ("guides/publish/", FIRST),
    "ポートマッピング": ("guides/publish/", FIRST),
    "固定IPアドレス": ("guides/addresses/", FIRST),
    "名前空間": ("concepts/namespaces/", FIRST),
    "ネットワーク名前空間": ("concepts/namespaces/", FIRST),
    "デフォルトブリッジ": ("drivers/default-bridge/", FEW),
    "ブリッジ": ("drivers/bridge/", FEW),
    "ホストからコンテナに接続": ("guides/reach/", FEW),
    "インターネットに接続できない": ("guides/troubleshoot/", FEW),
    "サービス Swarm": ("swarm/services/", FEW),
    "ルーティングメッシュ": ("swarm/ingress/", FIRST),
    "プロミスキャスモード": ("drivers/macvlan/", FEW),
    "プラグイン": ("drivers/your-own/", FEW),
    "用語集": ("reference/glossary/", FIRST),
    "port forwarding": ("guides/publish/", FIRST),
    "static ip": ("guides/addresses/", FIRST),
    "host.docker.internal": ("guides/reach/", FIRST),
    "bad address": ("reference/errors/", FEW),
    "docker compose": ("guides/compose/", FIRST),
}
"""What is typed or pasted, the page that answers it, and how many pages may come up to it."""


@pytest.fixture(scope="module")
def searching(root: str, browser: Browser) -> Iterator[Page]:
    """A Japanese page on which one question is asked after another."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{root}ja/drivers/none/", wait_until="load")
    yield page
    page.close()


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_that_answers_comes_first(searching: Page, query: str) -> None:
    """Or among the first three."""
    expected, most = QUERIES[query]

    assert expected in ask(searching, query)[:most]


@pytest.mark.parametrize(
    "spellings", [("コンテナ", "コンテナー"), ("サーバー", "サーバ"), ("インターフェース", "インタフェイス")]
)
def test_both_spellings_find_the_same(searching: Page, spellings: tuple[str, str]) -> None:
    """With and without the long vowel at the end."""
    usual, other = (ask(searching, spelling) for spelling in spellings)

    assert usual
    assert other == usual
