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
    "コンテナ 外から つながらない": ("guides/publish/", FEW),
    "コンテナ間通信": ("drivers/bridge/", FEW),
    "docker ネットワーク 違い 種類": ("reference/drivers/", FEW),
    "コンテナ名でpingが通らない": ("guides/names/", FEW),
    "コンテナからホストのDBに接続": ("guides/reach/", FEW),
    "ホストのlocalhostに接続したい": ("guides/reach/", FEW),
    "ポート 8080 既に使われている": ("guides/publish/", FEW),
    "Bind for 0.0.0.0:8080 failed": ("reference/errors/", FEW),
    "ufw 効かない": ("guides/firewall/", FEW),
    "iptablesのルールが無視される": ("guides/firewall/", FEW),
    "再起動したらIPアドレスが変わった": ("guides/addresses/", FEW),
    "IPアドレスを固定したい": ("guides/addresses/", FEW),
    "172.17と社内ネットワークが被る": ("guides/addresses/", FEW),
    "名前解決できない": ("guides/names/", FEW),
    "Temporary failure in name resolution": ("guides/names/", FEW),
    "別のcomposeのコンテナにつなぐ": ("guides/compose/", FEW),
    "社内プロキシ": ("guides/build/", FEW),
    "macvlan ホストから通信できない": ("drivers/macvlan/", FEW),
    "コンテナにLANのIPを割り当てる": ("drivers/macvlan/", FEW),
    "インターネットに出られないようにする": ("guides/internal/", FEW),
    "コンテナの中でtcpdump": ("guides/share/", FEW),
    "クライアントのIPが取れない": ("swarm/ingress/", FEW),
    "MTU 1450 大きいファイル 止まる": ("guides/mtu/", FEW),
    "ロードバランシング ラウンドロビン": ("swarm/services/", FEW),
    "Chromecast 見つからない": ("guides/multicast/", FEW),
    "ネームスペース": ("concepts/namespaces/", FEW),
    "フォワーディング 無効": ("guides/firewall/", FEW),
    "IPマスカレード": ("guides/reach/", FEW),
    "--link 非推奨": ("drivers/default-bridge/", FEW),
    "k8sとの違い": ("swarm/kubernetes/", FEW),
    "WSL2 localhost つながらない": ("guides/elsewhere/", FEW),
    "nginx 502 リバースプロキシ 再作成": ("guides/restarts/", FEW),
    "コネクションリフューズド": ("reference/errors/", FEW),
    "疎通確認": ("guides/troubleshoot/", FEW),
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


def test_an_address_that_leads_nowhere_is_answered_in_its_language(root: str, browser: Browser) -> None:
    """Though the server has one page for all of them; and the address is still known."""
    page = browser.new_page()
    page.goto(f"{root}ja/drivers/brigde/", wait_until="load")
    page.wait_for_url("**/ja/404.html?*")
    page.locator("#nd-suggestions a").first.wait_for()

    assert page.locator("html").get_attribute("lang") == "ja"
    assert "drivers/bridge/" in (page.locator("#nd-suggestions a").first.get_attribute("href") or "")
    page.close()
