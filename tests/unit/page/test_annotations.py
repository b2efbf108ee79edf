"""Annotations on lines, and long outputs collapsed around what matters."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from factories import command, one_step, recording
from netdocs.page.annotations import COLLAPSE_MIN, COLLAPSE_OVER, HEAD, TAIL, hidden_runs
from netdocs.recording.model import StepResult
from rendering import build_of, convert, problems

FENCE = '```console exec="on" session="bridge/default" step="start"\n```\n'


def page(text: str, *lines: str) -> BeautifulSoup:
    """The page of a step that printed these lines."""
    return BeautifulSoup(convert(text, build_of(one_step("x", "\n".join(lines)))), "html.parser")


def test_an_annotation_is_attached_to_the_first_line_that_holds_its_term() -> None:
    """The line and the note get the same number; the term is text, whatever is in it."""
    html = convert(f"{FENCE}\n`<eth0>  x`\n: The *card*.\n", build_of(one_step("x", "one\ntwo <eth0>  x\n<eth0>  x")))

    assert (
        'one\n<span class="nd-annotation" data-search-exclude role="img" aria-label="Note 1">1</span>'
        "two &lt;eth0&gt;  x\n&lt;eth0&gt;" in html
    )
    assert '<dl class="nd-annotations">\n<dt data-number="1" id="note-1-1"><code>&lt;eth0&gt;  x</code></dt>' in html
    assert "<dd>The <em>card</em>.</dd>" in html


def test_several_annotations_at_one_line_are_in_order() -> None:
    """As their definitions are."""
    soup = page(f"{FENCE}\n`a`\n: x\n\n`b`\n: y\n", "a b")

    assert ["1", "2"] == [note.text for note in soup.select(".nd-annotation")]


def test_annotations_are_numbered_by_block() -> None:
    """Two blocks on one page do not share anchors."""
    soup = page(f"{FENCE}\n`a`\n: x\n\n{FENCE}\n`a`\n: y\n", "a")

    assert ["note-1-1", "note-2-1"] == [term["id"] for term in soup.select("dt")]


def test_an_annotation_stands_in_each_output_that_has_its_term() -> None:
    """Once in each."""
    step = StepResult("start", (), (command("x", "a\na"), command("y", "b a")))
    soup = BeautifulSoup(convert(f"{FENCE}\n`a`\n: x\n", build_of(recording(step))), "html.parser")

    assert ["1a\na", "1b a"] == [output.text for output in soup.select(".nd-output-lines")]


def test_annotations_work_inside_lists_and_quotes() -> None:
    """The definition list is the block's next sibling there, too."""
    for text in (f"- x\n\n{FENCE}\n`a`\n: y\n".replace("\n", "\n    "), f"{FENCE}\n`a`\n: y\n".replace("\n", "\n> ")):
        assert ["1"] == [
            note.text for note in page(text if text[0] == "-" else f"> {text}", "a").select(".nd-annotation")
        ]


def test_an_annotation_that_fits_no_line_is_an_error() -> None:
    """Mistyped, or the output has changed: either way the page says something that is not there."""
    (problem,) = problems(f"Prose with `eth&9`.\n\n{FENCE}\n`eth&9`\n: x\n", build_of(one_step("x", "one")))

    assert ("docs/en/drivers/bridge.md:6", "'eth&9'") == (problem.location, problem.actual)


def test_any_other_list_of_definitions_is_left_alone() -> None:
    """Only a list whose every term is code is about lines; and only right after a block."""
    assert [] == page(f"{FENCE}\nA word\n: What it means.\n", "one").select("dt[id]")
    assert [] == page(f"{FENCE}\nA `word`\n: What it means.\n", "one").select("dt[id]")
    assert [] == page(f"{FENCE}\nProse.\n\n`nope`\n: What it means.\n", "one").select("dt[id]")


def lines_with(word: str, at: int) -> list[str]:
    return [word if number == at else f"line {number}" for number in range(60)]


def visible(soup: BeautifulSoup) -> str:
    """What is in view without a click."""
    for details in soup.select("details"):
        details.decompose()
    return soup.text


def test_a_long_output_is_collapsed_around_what_the_prose_points_at() -> None:
    """A word in code in the paragraph before or after keeps its line in view; nothing is lost."""
    for text in (f"Look at `docker0`.\n\n{FENCE}", f"{FENCE}\nLook at `docker0`.", f"{FENCE}\n`docker0`\n: x\n"):
        soup = page(text, *lines_with("here is docker0", 40))
        outputs = "".join(output.text for output in soup.select(".nd-output-lines"))

        assert ["31 more lines", "14 more lines"] == [summary.text for summary in soup.select("summary")]
        assert all(f"line {number}" in outputs for number in range(60) if number != 40)
        assert "here is docker0" in visible(soup)


def test_a_paragraph_between_two_blocks_points_into_both() -> None:
    """It is after the one and before the other."""
    soup = page(f"{FENCE}\nSee `docker0`.\n\n{FENCE}", *lines_with("here is docker0", 40))

    assert visible(soup).count("here is docker0") == 2


def test_a_word_that_is_everywhere_points_nowhere() -> None:
    """Else nothing would be collapsed."""
    assert len(page(f"See `line`.\n\n{FENCE}", *lines_with("x", 1)).select("details")) == 1


def test_a_short_output_is_not_collapsed() -> None:
    """Up to a screenful everything is in view."""
    assert [] == page(FENCE, *["x"] * COLLAPSE_OVER).select("details")


def test_commands_between_outputs_stay_in_view() -> None:
    """Only lines that were printed are hidden, and each `pre` is closed before what hides them."""
    step = StepResult("start", (), (command("first", "\n".join(lines_with("x", 1))), command("second", "y")))
    soup = BeautifulSoup(convert(FENCE, build_of(recording(step))), "html.parser")

    assert [] == soup.select("details .nd-command")
    assert [] == soup.select("pre details")
    assert "$ second\ny" in visible(soup)


@given(st.integers(0, 300), st.sets(st.integers(0, 299)))
def test_what_is_hidden_is_worth_hiding_and_does_not_matter(count: int, important: set[int]) -> None:
    """Runs are long enough, in order, within the output, and spare its ends and the lines that matter."""
    runs = hidden_runs(count, important)
    hidden = [line for first, last in runs for line in range(first, last)]

    assert hidden == sorted(set(hidden))
    assert not set(hidden) & important
    assert all(last - first >= COLLAPSE_MIN for first, last in runs)
    assert all(HEAD <= line < count - TAIL for line in hidden)
    assert not (runs and count <= COLLAPSE_OVER)
