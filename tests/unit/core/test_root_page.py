"""Pages that only lead somewhere else."""

from __future__ import annotations

from netdocs.core.furniture import ENGLISH
from netdocs.core.root_page import moved_page, root_page


def test_the_root_offers_every_language() -> None:
    """By links, and by a script that knows them."""
    html = root_page({"en": "English", "ja": "日本語"}, "A & B")

    assert '<a href="ja/index.html" hreflang="ja" lang="ja">日本語</a>' in html
    assert 'const known = ["en", "ja"];' in html
    assert "<title>A &amp; B</title>" in html


def test_a_moved_page_leads_on() -> None:
    """By a script that keeps the anchor, by refresh, and by a link."""
    html = moved_page("../guides/names/", ENGLISH)

    assert 'location.replace("../guides/names/" + location.hash)' in html
    assert 'url=../guides/names/"' in html
    assert '<a href="../guides/names/">' in html
    assert 'content="noindex"' in html
