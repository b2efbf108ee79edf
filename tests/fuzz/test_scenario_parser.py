"""Scenarios, their directives and marks: a scenario or an author's error, in bounded time, whatever is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agent.split_commands import split
from fuzz.inputs import bounded, hostile, texts
from netdocs.errors import AuthorError
from netdocs.scenario.directives import StepDirective, parse_directive
from netdocs.scenario.near_misses import intended_directive
from netdocs.scenario.parser import parse
from netdocs.scenario.requirements import parse_requirement
from netdocs.scenario.snapshots import endpoints, validate

DIRECTIVES = (
    "# %% a",
    "# %% b [picture]",
    "# %% c [path docker1 alpha]",
    "# %%",
    " [",
    "]",
    "# claim a: A.",
    "# claim b [engine >= 28]: B.",
    "# claim",
    "# fails",
    "# may fail",
    "# on: client",
    "# nodes: docker1 client",
    "# nodes docker1",
    "# needs: kernel vxlan",
    "# needs: engine >= 28.5",
    "engine >= ",
    "# on client",
    "# failed",
    "#",
    ":",
    "-",
)
SHELL = (*DIRECTIVES, "docker ps", "cat <<EOF", "EOF", "'", "\\", "true")
PYTHON = (
    *DIRECTIVES,
    "assert x",
    "if x:",
    "    y = 1",
    '"""',
    "'",
    "(",
    ")",
    "[",
    "-",
    "not ",
    "x.y",
    "\\",
    "@d",
    "def f():",
    "lambda:",
    "1",
    "+1",
    "else:",
    ";",
    "f'{",
    "}'",
    "\\d",
    "async ",
    "match x:",
)
DEEP = ("-", "not ", "x.", "()", "+1", "lambda:", "(", "[", "elif 1: pass\n", "f(", "{1:")


def steps_cover(path: str, text: str) -> None:
    """Parse it; if that gives a scenario, its steps cover it without gap or overlap."""
    try:
        with bounded():
            steps = parse(path, text).steps
    except AuthorError as error:
        assert all(problem.message and problem.hint for problem in error.problems)  # noqa: PT017  (either is right)
        return
    assert (1, len(text.removesuffix("\n").split("\n")) if text else 0) == (steps[0].first, steps[-1].last)
    assert all(step.last + 1 == following.first for step, following in pairwise(steps))


@given(texts(*SHELL, between=["\n", ""]))
@example("# needs: engine >= " + "9" * 5000)
@example(hostile("# %% ", " ", "x"))
@example(hostile("# %% a [", " [", "]x"))
@example(hostile("# nodes: x", " ", "x"))
@example(hostile("# Claim a", " ", "x"))
@example(hostile("# failed", " ", "x"))
@example(hostile("# %% a [path a ", ":", "!]"))
def test_any_shell_text_is_a_scenario_or_an_authors_error(text: str) -> None:
    """Never another exception, never a hang."""
    steps_cover("snippets/a/b.sh", text)


@given(texts(*PYTHON, between=["\n", ""]))
@example("\0")
@example("\\\n")
def test_any_python_text_is_a_scenario_or_an_authors_error(text: str) -> None:
    """Python's own parser has more ways to fail than SyntaxError."""
    steps_cover("snippets/a/b.py", text)


@pytest.mark.parametrize("unit", DEEP)
def test_python_that_is_nested_too_deeply_is_an_authors_error(unit: str) -> None:
    """The parser says MemoryError, RecursionError or SyntaxError, as the construct has it."""
    steps_cover(
        "snippets/a/b.py", hostile("if 1: pass\n" if unit.startswith("elif") else "x = 1", unit, "1", times=9999)
    )


@given(texts(*DIRECTIVES))
def test_any_comment_is_read(line: str) -> None:
    """A directive, one that was meant, or neither."""
    with bounded():
        intended = intended_directive(line)
        directive = parse_directive(line)

    assert not (intended and directive)


@given(st.from_regex(r"[a-z]([a-z -]*[a-z])?", fullmatch=True), st.lists(st.text("abc :/.", max_size=9), max_size=4))
def test_a_mark_is_read_as_it_was_written(name: str, snapshots: list[str]) -> None:
    """The step's name, and each pair of brackets behind it."""
    marks = "".join(f" [{snapshot}]" for snapshot in snapshots)

    assert StepDirective(name, tuple(snapshots)) == parse_directive(f"# %% {name}{marks}")


@given(texts("picture", "path ", "path a b", "path client 192.0.2.11:8080", "[", "]", "::1", ":80", "a-b.c", "docker1"))
@example(hostile("path a ", "::1", "!"))
@example("path a")
@example("")
def test_any_mark_is_refused_or_has_its_ends(snapshot: str) -> None:
    """What is not refused is a picture, or has an origin and a destination."""
    with bounded():
        wrong = validate(snapshot, ("docker1",))

    if not wrong:
        origin, goal = endpoints(snapshot)
        assert bool(origin) == bool(goal) == (snapshot.split(maxsplit=1)[0] == "path")


@given(texts("engine", ">=", "<", "28", ".5", "kernel", "vxlan"))
@example("engine >= " + "9" * 5000)
def test_any_requirement_is_known_or_not(text: str) -> None:
    """What is understood means the same when it is written out."""
    with bounded():
        requirement = parse_requirement(text)

    assert requirement is None or parse_requirement(str(requirement)) == requirement


@given(texts(*SHELL, between=["\n"]), st.integers(0, 9))
def test_any_step_is_split_whole(text: str, length: int) -> None:
    """Whoever says where a command ends, units hold the lines as they are."""
    lines = text.split("\n")
    with bounded():
        units = split(lines, 1, "docker1", lambda pending: None if len(pending) % 10 >= length else lambda _: True)

    assert all(unit.text == "\n".join(lines[unit.first - 1 : unit.last]) for unit in units)
