"""Fences that Markdown would print as text, and attributes that mean nothing: errors with their place."""

from __future__ import annotations

import pytest

from netdocs.errors import Diagnostic
from netdocs.page.check_fences import fence_problems

FENCE = '```console exec="on" session="bridge/default" step="start"'


def problems(*lines: str) -> list[Diagnostic]:
    return list(fence_problems("docs/en/page.md", "\n".join(["# Page", "", *lines, ""])))


@pytest.mark.parametrize(
    "lines",
    [
        [FENCE, "```"],
        ["````markdown", FENCE, "```", "````"],
        [f"Write `{FENCE.strip('`')}` on a line."],
        ["```sh", "session=x step=1", "```"],
        ["```console", "$ exec sh", "```"],
        ['```markdown exec="on" show="proof"', "```"],
        ['```path exec="on" session="a/b" step="c" from="d" to="e"', "```"],
        ["The exec option and a session, step by step."],
    ],
)
def test_what_is_meant_is_no_problem(lines: list[str]) -> None:
    """Fences, fences that are shown, and prose about them."""
    assert [] == problems(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["```console exec=on session=bridge/default step=start", "```"],
        [FENCE.replace('"on"', "on"), "```"],
        [FENCE + " , ", "```"],
        [FENCE, "text"],
        ["    " + FENCE, "  ```"],
        [FENCE, "````"],
        [FENCE.replace('"', "”"), "```"],
        ['console exec="on" session="bridge/default" step="start"'],
        ["> " + FENCE, "```"],
        [FENCE.replace("```", "``"), "``"],
    ],
)
def test_a_fence_that_markdown_would_print_is_a_problem(lines: list[str]) -> None:
    """Without quotes, unclosed, closed at another indentation: the page would show the line itself."""
    (problem, *_) = problems(*lines)

    assert "docs/en/page.md:3" == problem.location
    assert lines[0].strip() == problem.actual


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('```bash exec="on" session="bridge/default" step="start"', "write one of those expected"),
        ('```pyhton exec="on" session="a/b" step="c"', "did you mean 'python'?"),
        ('```console session="bridge/default" step="start"', 'add exec="on"'),
        ('```console exec="off" session="bridge/default" step="start"', 'add exec="on"'),
        ('```picture step="start"', 'add exec="on"'),
        ('```sh exec="on"', "write one of those expected"),
        ('``` {.console session="a/b"}', 'add exec="on"'),
    ],
)
def test_a_block_that_asks_for_a_step_and_is_not_executed_is_a_problem(line: str, hint: str) -> None:
    """Nobody writes `session` on a fence that is meant as plain code."""
    (problem,) = problems(line, "```")

    assert "docs/en/page.md:3" == problem.location
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("attribute", "actual", "hint"),
    [
        ('foo="bar"', 'foo="bar"', "remove it"),
        ('sesion="a/b"', 'sesion="a/b"', "did you mean 'session'?"),
        ("linenums", 'linenums="linenums"', "remove it"),
        ('by="engines"', 'by="engines"', 'write by="engine"'),
        ('compare="one"', 'compare="one"', "remove it"),
    ],
)
def test_an_attribute_that_means_nothing_is_a_problem(attribute: str, actual: str, hint: str) -> None:
    """It would be ignored, and an author would believe that it works."""
    (problem,) = problems(f"{FENCE} {attribute}", "```")

    assert ("docs/en/page.md:3", actual) == (problem.location, problem.actual)
    assert hint in problem.hint


@pytest.mark.parametrize("line", ["```x " + 'a="" ' * 26 + "!", "> ~~~ {" + "a" * 1000 + "}"])
def test_a_line_that_superfences_would_read_for_ever_is_refused(line: str) -> None:
    """Before Markdown sees it: its own expression tries every way to read the options."""
    (problem,) = problems(line)

    assert "docs/en/page.md:3" == problem.location
    assert "too long" in problem.message
