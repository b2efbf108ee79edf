"""Search, in a real browser: served and opened from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

QUERIES = {
    "an error message": ("bad address", "drivers/bridge/"),
    "a message with the reader's own words in it": (
        'docker: Error response from daemon: Conflict. The container name "/mine" is already in use by container "0a1b2c"',
        "",
    ),
    "a command": ("docker network ls", ""),
    "an address": ("172.17.0.0/16", ""),
    "another form of the word": ("drivers pluggable", ""),
}


def ask(page: Page, query: str) -> list[str]:
    page.keyboard.press("/")
    page.locator("#nd-query").fill(query)
    page.locator("#nd-found a").first.wait_for()
    return page.evaluate("[...document.querySelectorAll('#nd-found a')].map(a => a.getAttribute('href'))")  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", QUERIES)
def test_it_finds(page: Page, address: str, name: str) -> None:
    """What readers type or paste, with the page that has it among the first answers."""
    query, expected = QUERIES[name]
    page.goto(address + "drivers/none/", wait_until="load")
    found = ask(page, query)

    assert found
    assert any(href.startswith(f"../../{expected}") for href in found[:5]), found


def test_following_an_answer_by_keyboard(page: Page, address: str) -> None:
    """Arrow down, Enter: the reader is at the section."""
    page.goto(address, wait_until="load")
    ask(page, "bad address")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#*")

    assert page.url != address


def test_japanese_words_are_found_inside_compounds(page: Page, address: str) -> None:
    """No dictionary is needed: the letters are looked for, also half-width ones and inside longer words."""
    page.goto(address, wait_until="load")
    ask(page, "bridge")
    page.evaluate("window.ndIndex.push(['ja/', 'ブリッジネットワーク', '', 'ポートフォワーディングの説明'])")
    page.evaluate(
        """async () => { delete window.ndSearch;
          const again = document.createElement("script"); again.src = "assets/search.js";
          await new Promise(done => { again.onload = done; document.getElementById("nd-search").close(); document.head.append(again); });
        }"""
    )
    for query in ("ネットワーク", "フォワーディング", "ブリッジ", "ﾈｯﾄﾜｰｸ"):
        assert page.evaluate("query => window.ndFind(query).map(one => one.url)", query) == ["ja/"]


def test_a_folder_on_a_disk_is_enough(page: Page, site: Path) -> None:
    """Opened without a server, pages lead to pages, and search works."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site.parent / "index.html").as_uri(), wait_until="load")
    page.wait_for_url("**/en/index.html")
    page.locator("#nd-nav").get_by_role("link", name="none", exact=True).click()
    page.wait_for_url("**/drivers/none/index.html")
    found = ask(page, "bad address")
    page.locator("#nd-found a").first.click()
    page.wait_for_url("**/index.html#*")

    assert found
    assert [one for one in asked if not one.startswith(("file:", "data:"))] == []


def test_an_address_that_leads_nowhere_leads_to_the_nearest(page: Page, address: str) -> None:
    """A mistyped address is answered with pages that have a similar one, and with all of them."""
    answer = page.goto(address + "driver/brigde", wait_until="load")
    page.locator("#nd-nearest a").first.wait_for()

    assert answer is not None
    assert answer.status == 404
    assert "drivers/bridge/" in [a.get_attribute("href") or "" for a in page.locator("#nd-nearest a").all()][0]
    assert page.locator(".nd-all a").count() > 10
