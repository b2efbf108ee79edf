"""Errors: problems told in a few lines, the place first, what to do last."""

from __future__ import annotations

import pytest

from netdocs.core.errors import AuthorError, MachineError, NetdocsError, Problem, raise_for


def test_a_problem_says_only_what_it_knows() -> None:
    """Facts that are not there leave no empty lines."""
    assert "page.md:3: it is wrong\n  do: mend it" == Problem("page.md:3", "it is wrong", "mend it").message()


def test_the_facts_of_a_problem_are_in_order() -> None:
    """Place, what, expected, seen, output, what to do; further lines of a fact are indented."""
    problem = Problem("a.sh:3", "it is wrong", "mend it", "one\ntwo", "three", "printed\n")

    assert [
        "a.sh:3: it is wrong",
        "  expected: one",
        "    two",
        "  seen: three",
        "  it printed:",
        "    | printed",
        "  do: mend it",
    ] == problem.message().split("\n")


def test_output_of_blanks_is_no_output() -> None:
    """A program that printed nothing to read is not quoted."""
    assert "a: b\n  do: c" == Problem("a", "b", "c", output=" \n\n").message()


def test_long_output_is_shortened_from_the_front() -> None:
    """The end of what a program printed is where it says what went wrong."""
    message = Problem("a", "b", "c", output="\n".join(map(str, range(20)))).message()

    assert ["    | (8 lines before)", "    | 8"] == message.split("\n")[2:4]
    assert "    | 19" == message.split("\n")[-2]


def test_an_error_tells_all_its_problems() -> None:
    """Every problem is told, a blank line between two."""
    error = NetdocsError(Problem("a", "b", "c"), Problem("d", "e", "f"))

    assert "a: b\n  do: c\n\nd: e\n  do: f" == str(error)


def test_nothing_is_raised_for_no_problems() -> None:
    """No problem, no error."""
    raise_for([])


def test_an_authors_problems_are_raised_together() -> None:
    """One error holds all of them."""
    with pytest.raises(AuthorError) as caught:
        raise_for(Problem(name, "it is wrong", "mend it") for name in "ab")

    assert ["a", "b"] == [problem.where for problem in caught.value.problems]


def test_both_families_are_netdocs_errors() -> None:
    """Who catches NetdocsError misses nothing."""
    assert issubclass(AuthorError, NetdocsError)
    assert issubclass(MachineError, NetdocsError)
