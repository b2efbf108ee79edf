"""Fences: which blocks of a page ask for a step, and which lines are in no block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdocs.page.fences import Fence, Request, fences, outside_fences

ASKS = '```console exec="on" session="bridge/default" step="start"'


def page(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def requests(*lines: str) -> list[tuple[int, str, str, str]]:
    """Line, kind, session and step of every fence that is found."""
    return [(f.line, f.language, f.session, f.step) for f in fences("docs/en/page.md", page(*lines))]


def outside(*lines: str) -> list[int]:
    return [number for number, _ in outside_fences(page(*lines))]


def test_a_fence_knows_where_it_stands() -> None:
    """Page and line are those a person would look up."""
    (fence,) = fences("docs/en/page.md", page("# Title", "", ASKS, "```"))

    options = {"exec": "on", "session": "bridge/default", "step": "start"}
    expected = Fence("docs/en/page.md", 3, Request("console", "bridge/default", "start"), "", options)
    assert expected == fence
    assert "docs/en/page.md:3" == fence.location


@pytest.mark.parametrize(
    "line",
    [
        ASKS,
        ASKS.replace("```", "~~~"),
        ASKS.replace("```", "`````"),
        ASKS.replace('"', "'"),
        ASKS.replace("```", "``` "),
        ASKS + "  ",
        '```console step="start" title="a = b" session="bridge/default" exec="1"',
    ],
)
def test_the_ways_to_write_a_fence(line: str) -> None:
    """Backticks or tildes, three or more; single or double quotes; options in any order."""
    closing = line[: len(line) - len(line.lstrip("`~"))]

    assert [(1, "console", "bridge/default", "start")] == requests(line, closing)


@pytest.mark.parametrize("before", ["    ", "> ", "> > ", "    > ", "\t"])
def test_a_fence_may_be_indented_or_quoted(before: str) -> None:
    """Fences stand in lists, tabs, admonitions and quotes."""
    assert [(1, "console", "bridge/default", "start")] == requests(before + ASKS, before + "```")


@pytest.mark.parametrize(
    "line",
    [
        "```console",
        "```",
        '```bash exec="on" session="a/b" step="c"',
        ASKS.replace('exec="on"', ""),
        *(ASKS.replace('"on"', f'"{no}"') for no in ("off", "no", "false", "0", "", "OFF")),
    ],
)
def test_other_blocks_are_not_ours(line: str) -> None:
    """Only `console` and `python` with `exec` on ask for a step."""
    assert [] == requests(line, "```")


def test_a_fence_without_session_or_step_is_found_all_the_same() -> None:
    """What it lacks is for the plan to complain about."""
    assert [(1, "python", "", "")] == requests('```python exec="on"', "```")


def test_a_fence_for_proofs_says_which() -> None:
    """It has no session; what it shows stands where others have their step."""
    assert [(1, "markdown", "", "limited")] == requests('```markdown exec="on" show="limited"', "```")


def test_a_body_is_kept() -> None:
    """A body is an author's mistake that has to be seen; blank lines are none."""
    (full, blank) = fences("p", page(ASKS, "docker ps", "", "```", ASKS, "", "```"))

    assert "docker ps\n" == full.body
    assert "" == blank.body.strip()


def test_a_fence_shown_inside_a_longer_fence_is_text() -> None:
    """Pages about writing pages show fences without meaning them."""
    assert [(7, "console", "bridge/default", "start")] == requests(
        "````markdown", "", ASKS, "```", "", "````", ASKS, "```"
    )


def test_a_fence_of_the_other_kind_does_not_close() -> None:
    """Tildes close tildes and backticks close backticks."""
    assert [] == requests("~~~text", "```", ASKS, "```", "~~~")


def test_an_unclosed_fence_asks_for_nothing() -> None:
    """Markdown shows it as text, and so do we; its lines are prose."""
    assert [] == requests("Prose.", ASKS, "more")
    assert [1, 2, 3] == outside("Prose.", ASKS, "more")


def test_a_code_span_of_three_backticks_opens_nothing() -> None:
    """An info string has no backtick."""
    assert [1, 2] == outside("```code``` is a span", "prose")


def test_lines_outside_fences_are_numbered_as_in_the_page() -> None:
    """The fence's own two lines are no prose either."""
    assert [(1, "a"), (2, ""), (6, ""), (7, "b")] == list(
        outside_fences(page("a", "", "```text", "inside", "```", "", "b"))
    )


LINES = st.lists(
    st.one_of(
        st.sampled_from([ASKS, "```", "````", "~~~", "> ```", "    ```", "```python exec='on'", "", "prose", "`"]),
        st.text(max_size=20),
    ),
    max_size=12,
)


@given(LINES)
def test_every_page_can_be_read(lines: list[str]) -> None:
    """Any text is read without failing; fences begin outside of each other, in order."""
    text = "\n".join(lines)
    numbers = [fence.line for fence in fences("p", text)]

    assert sorted(set(numbers)) == numbers
    assert not {number for number, _ in outside_fences(text)} & set(numbers)


@given(st.text())
def test_any_text_is_a_page(text: str) -> None:
    """No text makes the search for fences fail."""
    assert isinstance(fences("p", text), tuple)


@pytest.mark.parametrize(
    "line",
    [
        '``` {.console exec="on" session="bridge/default" step="start"}',
        "```console { exec=on session=bridge/default step=start }",
        '```console exec session="bridge/default" step="start"',
    ],
)
def test_other_ways_to_write_options_are_a_fence_too(line: str) -> None:
    """What Markdown would run has to be checked, however it is written."""
    assert [(1, "console", "bridge/default", "start")] == requests(line, "```")


def test_an_indented_line_of_backticks_does_not_close() -> None:
    """A fence shown, indented, inside a fence of the same length is text; Markdown takes it so too."""
    assert [5] == outside("```text", "    ```", "    [x](claim:y)", "```", "prose")
