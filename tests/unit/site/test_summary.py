"""The sentence that sums a page up."""

from __future__ import annotations

from netdocs.site.summary import LIMIT, summary


def test_it_is_the_first_paragraph_in_one_line() -> None:
    """Without markup, and without what stands around the text."""
    html = '<aside class="nd-notice">Recorded.</aside><h1>T</h1>\n<p>One <code>a</code> &amp;\ntwo.</p><p>Three.</p>'

    assert summary(html) == "One a & two."


def test_captions_and_filters_are_no_summary() -> None:
    """A page may begin with a block."""
    assert summary('<p class="nd-caption">printed by</p><p class="nd-lead">What it is.</p>') == "What it is."


def test_a_long_one_ends_with_a_word() -> None:
    """And says that it goes on."""
    text = summary(f"<p>{'word ' * 60}</p>")

    assert text.endswith("word…")
    assert len(text) <= LIMIT


def test_it_is_whole_sentences_if_they_fit() -> None:
    """What search engines and chats show of a page does not break off in the middle of a thought."""
    long = f"<p>A network joins containers, and a name leads from one to another. {'word ' * 60}</p>"

    assert summary(long) == "A network joins containers, and a name leads from one to another."
    assert summary(f"<p>Short. {'word ' * 60}</p>").endswith("word…")
    assert summary(f"<p>{'語' * 60}。{'語' * 160}</p>") == f"{'語' * 60}。"


def test_a_page_without_a_paragraph_has_none() -> None:
    """Material falls back to the site's description."""
    assert summary("<h1>T</h1><pre>code</pre>") == ""
