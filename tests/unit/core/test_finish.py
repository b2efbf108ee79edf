"""Last touches to a page."""

from __future__ import annotations

from netdocs.core.finish import first_abbreviations, foreign, scrolling_tables


def test_an_abbreviation_is_explained_once_and_not_in_headings() -> None:
    """More would be noise, and would end up in the table of contents."""
    nat = '<abbr title="x">NAT</abbr>'

    assert first_abbreviations(f"<h2 id='a'>{nat}</h2><p>{nat} {nat}</p>") == f"<h2 id='a'>NAT</h2><p>{nat} NAT</p>"


def test_tables_scroll_in_boxes() -> None:
    """Those that the tooling made have a box already."""
    made = '<div class="nd-table"><table class="nd-proof"></table></div>'

    assert (
        scrolling_tables(f"<table><tr></tr></table>{made}")
        == f'<div class="nd-scroll"><table><tr></tr></table></div>{made}'
    )


def test_a_foreign_page_says_so_in_both_languages() -> None:
    """The text is marked with its language, what the tooling adds with the reader's."""
    html = foreign('<p>x</p><p class="nd-quiet">y</p>', "en", "ja", "Not & yet")

    assert html.startswith('<aside class="nd-notice">Not &amp; yet</aside>\n<div lang="en">')
    assert '<p class="nd-quiet" lang="ja">y</p>' in html
