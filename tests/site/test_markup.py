"""The built pages are valid HTML, and no heavier than they may be."""

from __future__ import annotations

import functools
import gzip
import json
import os
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from browsing import ask, run

FIRST_VIEW = 200_000
"""Bytes, compressed, that a page with all it loads may have."""


def material_writes(rule: str, selector: str) -> bool:
    """Whether the finding is about a line of Material's base.html or nav-item.html, which no block lets us change.

    They give `autocomplete` to two checkboxes, and a section that is open an empty `tabindex`.
    """
    if rule == "valid-autocomplete":
        return selector in {"#__drawer", "#__search"}
    return rule == "attribute-allowed-values" and re.fullmatch(r"#__nav_\d+(_\d+)*_label", selector) is not None


def test_every_page_is_valid(site: Path) -> None:
    """html-validate finds nothing in any page of any language but what Material itself writes."""
    _, printed = run("html-validate/bin/html-validate.mjs", "--formatter", "json", str(site.parent), environ=os.environ)
    messages = [
        (file["filePath"], message["line"], message["ruleId"], message["message"])
        for file in json.loads(printed)
        for message in file["messages"]
        if not material_writes(message["ruleId"], message["selector"] or "")
    ]

    assert messages == []


def loaded(page: BeautifulSoup) -> set[str]:
    """The styles and scripts a page names, as it names them, and what Material's script loads by itself."""
    styles = {str(link["href"]) for link in page.select("link[rel=stylesheet]")}
    return styles | {str(script["src"]) for script in page.select("script[src]")}


@pytest.mark.parametrize(("language", "fixture"), [("en", "pages"), ("ja", "japanese_pages")])
def test_the_first_view_is_light(site: Path, request: pytest.FixtureRequest, language: str, fixture: str) -> None:
    """A page with the styles and scripts it loads, compressed as it is sent; the search index is not among them."""
    base, pages = site.parent / language, request.getfixturevalue(fixture)
    weigh = functools.cache(lambda path: len(gzip.compress(path.read_bytes(), 6)))
    always = weigh(base / "search" / "search_index.json") + weigh(base / "assets/javascripts/workers/lazy-search.js")
    weights = {}
    for url, page in pages.items():
        folder = (base / url).parent if url != "404.html" else base
        files = {(folder / name.removeprefix(f"/{language}/")).resolve() for name in loaded(page)}
        weights[url] = weigh(base / url) + always + sum(map(weigh, files))

        assert not any("search_index.js" in path.name or "lunr" in str(path) for path in files), url
    assert len(weights) > 100
    assert {url: weight for url, weight in weights.items() if weight > FIRST_VIEW} == {}


def test_the_index_comes_with_the_first_question(page: Page, address: str) -> None:
    """What every page loads of the search is less than a kilobyte."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address, wait_until="networkidle")
    before = [
        url for url in requests if ("search_index.js" in url and not url.endswith(".json")) or "workers/search." in url
    ]
    ask(page, "bridge")

    assert before == []
    assert [url for url in requests if url.endswith("search_index.js")]
