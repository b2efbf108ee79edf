"""Splitting a shell step into commands, where bash itself would."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.split_commands import Ends, Unit, bash_is_done, missing_end, split


def commands(*lines: str, first: int = 1) -> list[tuple[int, int, str]]:
    return [(unit.first, unit.last, unit.text) for unit in split(lines, first, "docker1")]


@pytest.mark.parametrize(
    "text",
    [
        "true\n",
        "for n in 1 2; do echo $n; done\n",
        "cat <<END\ntext\nEND\n",
        "echo 'a\nb'\n",
        "echo a \\\n  b\n",
        "echo a\\\\\n",
        "fi\n",
        "echo }\n",
        "[[ a == b ]] &&\ntrue\n",
        "f() {\n  true\n}\n",
        "echo a # it's\n",
    ],
)
def test_bash_would_run_it_now(text: str) -> None:
    """A whole command, or one that no further line can mend."""
    assert bash_is_done(text)


@pytest.mark.parametrize(
    "text",
    [
        "for n in 1 2; do\n",
        "if true\n",
        "while read -r line\n",
        "case x in\n",
        "f() {\n",
        "f()\n",
        "( cd /tmp\n",
        "cat <<END\ntext\n",
        "cat <<-'END' | sort\n",
        "echo 'a\n",
        'echo "a\n',
        "echo $(\n",
        "echo `date\n",
        "echo ${name\n",
        "list=(one\n",
        "echo a |\n",
        "echo a &&\n",
        "echo a ||\n",
        "echo a \\\n",
        "echo $((1 +\n",
        "[[ -f x\n",
    ],
)
def test_bash_would_wait_for_another_line(text: str) -> None:
    """Everything that makes bash show its second prompt."""
    assert not bash_is_done(text)


def test_each_line_is_a_command() -> None:
    """Blank lines and comments between commands are no commands; numbers are the scenario's."""
    assert [(10, 10, "true"), (13, 13, "  false")] == commands("true", "", "# why", "  false", first=10)


def test_commands_of_several_lines_stay_whole() -> None:
    """Comments, blanks and marks inside a command are part of it."""
    lines = ("for n in 1 2; do", "  # fails", "", "  echo $n", "done", "cat <<END", "# on: docker2", "END", "true")

    assert [
        (1, 5, "for n in 1 2; do\n  # fails\n\n  echo $n\ndone"),
        (6, 8, "cat <<END\n# on: docker2\nEND"),
        (9, 9, "true"),
    ] == commands(*lines)


def test_a_mark_is_about_the_next_command_alone() -> None:
    """`# fails`, `# may fail` and claims end with their command; `# on:` lasts."""
    lines = ("a", "# fails", "# on: client", "b", "c", "# may fail", "d", "# claim x: So.", "", "# why", "e", "f")

    assert [
        Unit(1, 1, "a", "docker1", fails=False),
        Unit(4, 4, "b", "client", fails=True),
        Unit(5, 5, "c", "client", fails=False),
        Unit(7, 7, "d", "client", fails=None),
        Unit(11, 11, "e", "client", fails=False, claim="x"),
        Unit(12, 12, "f", "client", fails=False),
    ] == split(lines, 1, "docker1")


def test_the_machine_may_be_another_at_the_start() -> None:
    """A step goes on where the last one was typed."""
    assert ["docker3"] == [unit.node for unit in split(["true"], 1, "docker3")]


def test_a_command_that_never_ends_is_returned_as_it_stands() -> None:
    """Bash will say what is wrong with it."""
    assert [(1, 3, "cat <<END\ntext\n")] == commands("cat <<END", "text", "")


@pytest.mark.parametrize("lines", [[], [""], ["# comment"], ["# claim x: So."], ["   ", "\t# comment"]])
def test_a_step_may_have_no_command(lines: list[str]) -> None:
    """Then there is nothing to run."""
    assert [] == split(lines, 1, "docker1")


LINES = st.lists(
    st.sampled_from(
        ["true", "echo a \\", "for n in 1; do", "done", "cat <<E", "E", "'", "# comment", "# fails", "# on: client",
         "# claim x: So.", "", "  echo b", "(", ")"]
    ),
    max_size=8,
)  # fmt: skip


@given(LINES, st.integers(1, 99))
@settings(max_examples=40)
def test_every_command_line_is_in_one_unit(lines: list[str], first: int) -> None:
    """Units hold the scenario's lines as they are, in order; only comments and blanks are left out."""
    units = split(lines, first, "docker1")
    inside = {number for unit in units for number in range(unit.first, unit.last + 1)}
    outside = [line for number, line in enumerate(lines, first) if number not in inside]

    assert [unit.text for unit in units] == [
        "\n".join(lines[unit.first - first : unit.last - first + 1]) for unit in units
    ]
    assert all(unit.last < next_unit.first for unit, next_unit in pairwise(units))
    assert all(not line.strip() or line.lstrip().startswith("#") for line in outside)


@given(LINES, st.lists(st.booleans(), min_size=8, max_size=8))
def test_whoever_says_where_commands_end_nothing_is_lost(lines: list[str], answers: list[bool]) -> None:
    """The same holds for any judge of what is done."""
    replies = iter(answers)
    units = split(lines, 1, "docker1", lambda _: None if next(replies) else lambda _: True)
    inside = sum(unit.last - unit.first + 1 for unit in units)
    uncounted = [line for line in lines if not line.strip() or line.startswith("#")]

    assert len(lines) - len(uncounted) <= inside <= len(lines)


@pytest.mark.parametrize("text", ["[[ a == b &&\n", "[[ a == b ||\n", "[[ (a == b\n", "[[\n", "[[ !\n"])
def test_a_test_in_double_brackets_may_have_several_lines(text: str) -> None:
    """Claims of the shell dialect are such tests, and they get long."""
    assert not bash_is_done(text)


def test_a_comment_that_ends_in_a_backslash_is_over() -> None:
    """The next line is a command of its own."""
    assert bash_is_done("echo a # C:\\\n")


@pytest.mark.parametrize(
    ("opening", "closing"), [("cat <<END", "END"), ("cat <<-'END' | sort", "\tEND"), ("echo 'a", "b'"), ('x="a', 'b"')]
)
def test_bash_is_asked_as_often_for_many_lines_as_for_few(opening: str, closing: str) -> None:
    """A here-document or quotation of 1,500 lines took half a minute when bash was asked about each."""

    def questions(count: int) -> int:
        texts: list[str] = []

        def ask(text: str) -> Ends | None:
            texts.append(text)
            return missing_end(text)

        units = split([opening, *["text"] * count, closing, "true"], 1, "docker1", ask)
        assert [(1, count + 2), (count + 3, count + 3)] == [(unit.first, unit.last) for unit in units]
        return len(texts)

    assert questions(3) == questions(300) == 3
