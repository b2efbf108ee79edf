"""Notes on lines, and long outputs folded around what matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdocs.core.notes import END, HEAD, LONG, START, TAIL, WORTH, NoSuchLineError, dress, hidden_runs
from netdocs.core.words import ENGLISH


def block(*lines: str) -> str:
    printed = "\n".join(lines)
    inner = f'<pre><code><span class="nd-typed">x</span>\n<span class="nd-printed">{printed}</span>\n</code></pre>'
    return f'{START}<div class="nd-block">{inner}</div>{END}'


def note(term: str, text: str) -> str:
    return f"\n<dl>\n<dt><code>{term}</code></dt>\n<dd>{text}</dd>\n</dl>"


def test_a_note_is_attached_to_the_first_line_that_holds_its_term() -> None:
    """The line and the note get the same number."""
    html = dress(block("one", "two eth0", "three eth0") + note("eth0", "The card."), ENGLISH)

    assert '\n<span class="nd-ref" role="img" aria-label="Note 1">1</span>two eth0\nthree eth0<' in html
    assert '<dl class="nd-notes">\n<dt id="note-1-1" data-number="1"><code>eth0</code></dt>\n<dd>The card.</dd>' in html


def test_notes_are_numbered_by_block() -> None:
    """Two blocks on one page do not share anchors."""
    html = dress(block("a") + note("a", "x") + block("b") + note("b", "y"), ENGLISH)

    assert 'id="note-1-1"' in html
    assert 'id="note-2-1"' in html


def test_a_note_that_fits_no_line_is_an_error() -> None:
    """Mistyped, or the output has changed: either way the page says something that is not there."""
    with pytest.raises(NoSuchLineError, match="eth&9"):
        dress(block("one") + note("eth&amp;9", "x"), ENGLISH)


def test_any_other_list_of_definitions_is_left_alone() -> None:
    """Only a list whose every term is code is about lines."""
    other = "\n<dl>\n<dt>A word</dt>\n<dd>What it means.</dd>\n</dl>"

    assert dress(block("one") + other, ENGLISH).endswith(other)


def test_marks_do_not_reach_the_page() -> None:
    """They are for this module alone."""
    assert "<!--" not in dress(block("one"), ENGLISH)


def test_a_long_output_is_folded_around_what_the_prose_points_at() -> None:
    """A word in code in the paragraph before or after keeps its line in view."""
    lines = [f"line {n}" for n in range(60)]
    lines[40] = "here is docker0"
    html = dress(f"<p>Look at <code>docker0</code>.</p>\n{block(*lines)}", ENGLISH)
    parts = html.split("<details")

    assert len(parts) == 3
    assert "here is docker0" in parts[1].split("</details>")[1]
    assert "<summary>31 more lines</summary>" in html
    assert [html.count(f"line {n}<") + html.count(f"line {n}\n") for n in range(60) if n != 40] == [1] * 59


def test_lines_that_differ_stay_in_view() -> None:
    """Those are what the reader of a comparison looks for."""
    lines = [f"line {n}" for n in range(60)]
    lines[30] = '<mark class="nd-differs">other</mark>'

    assert "other" in dress(block(*lines), ENGLISH).split("<details")[1].split("</details>")[1]


def test_a_short_output_is_not_folded() -> None:
    """Up to a screenful everything is in view."""
    assert "<details" not in dress(block(*["x"] * LONG), ENGLISH)


@given(st.integers(0, 300), st.sets(st.integers(0, 299)))
def test_what_is_hidden_is_worth_hiding_and_does_not_matter(count: int, matter: set[int]) -> None:
    """Runs are long enough, in order, within the output, and spare its ends and the lines that matter."""
    runs = hidden_runs(count, matter)
    hidden = [line for first, last in runs for line in range(first, last)]

    assert hidden == sorted(set(hidden))
    assert not set(hidden) & matter
    assert all(last - first >= WORTH for first, last in runs)
    assert all(HEAD <= line < count - TAIL for line in hidden)
    assert not (runs and count <= LONG)
