"""Errors: problems told in a few lines, the place first, what to do last."""

from __future__ import annotations

import pytest

from netdocs.errors import AuthorError, Diagnostic, MachineError, NetdocsError, disk_error, name_some, raise_if_any


def test_a_problem_says_only_what_it_knows() -> None:
    """Facts that are not there leave no empty lines."""
    assert "page.md:3: it is wrong\n  hint: mend it" == str(Diagnostic("page.md:3", "it is wrong", "mend it"))


def test_the_facts_of_a_problem_are_in_order() -> None:
    """Place, what, expected, seen, output, what to do; further lines of a fact are indented."""
    problem = Diagnostic("a.sh:3", "it is wrong", "mend it", "one\ntwo", "three", "printed\n")

    assert [
        "a.sh:3: it is wrong",
        "  expected: one",
        "    two",
        "  actual: three",
        "  it printed:",
        "    | printed",
        "  hint: mend it",
    ] == str(problem).split("\n")


HOSTILE = "\x1b]0;title\x07\x1b[2J\x1b]52;c;eA==\x07a\rb\x9b31m\u202egnp\u2066"


def test_nothing_a_problem_quotes_moves_a_terminal() -> None:
    """Names of files, facts and output come from strangers: a line of theirs stands where it says it does."""
    problem = Diagnostic(f"x{HOSTILE}\nok.md:1", HOSTILE, HOSTILE, HOSTILE, HOSTILE, f"one\n{HOSTILE}\n")
    message = str(NetdocsError(problem))

    assert not {character for character in message if not character.isprintable()} - {"\n"}
    assert message.startswith("x\\x1b]0;title")
    assert "\\nok.md:1: " in message.split("\n", maxsplit=1)[0]
    assert "    | b\\x9b31m\\u202egnp\\u2066" in message.split("\n")


def test_output_of_blanks_is_no_output() -> None:
    """A program that printed nothing to read is not quoted."""
    assert "a: b\n  hint: c" == str(Diagnostic("a", "b", "c", output=" \n\n"))


def test_long_output_is_shortened_from_the_front() -> None:
    """The end of what a program printed is where it says what went wrong."""
    message = str(Diagnostic("a", "b", "c", output="\n".join(map(str, range(20)))))

    assert ["    | (8 lines before)", "    | 8"] == message.split("\n")[2:4]
    assert "    | 19" == message.split("\n")[-2]


def test_an_error_tells_all_its_problems() -> None:
    """Every problem is told, a blank line between two."""
    error = NetdocsError(Diagnostic("a", "b", "c"), Diagnostic("d", "e", "f"))

    assert "a: b\n  hint: c\n\nd: e\n  hint: f" == str(error)


def test_nothing_is_raised_for_no_problems() -> None:
    """No problem, no error."""
    raise_if_any([])


def test_an_authors_problems_are_raised_together() -> None:
    """One error holds all of them."""
    with pytest.raises(AuthorError) as caught:
        raise_if_any(Diagnostic(name, "it is wrong", "mend it") for name in "ab")

    assert ["a", "b"] == [problem.location for problem in caught.value.problems]


def test_both_families_are_netdocs_errors() -> None:
    """Who catches NetdocsError misses nothing."""
    assert issubclass(AuthorError, NetdocsError)
    assert issubclass(MachineError, NetdocsError)


@pytest.mark.parametrize(
    ("error", "place", "reason"),
    [
        (OSError(28, "No space left on device", "/x/site/a.html"), "/x/site/a.html", "No space left on device"),
        (OSError(27, "File too large", "/lib/a.js", None, "/x/site/a.js"), "/x/site/a.js", "File too large"),
        (BrokenPipeError(32, "Broken pipe"), "a file", "Broken pipe"),
        (OSError("what a library says"), "a file", "what a library says"),
    ],
)
def test_what_a_disk_refuses_names_the_file(error: OSError, place: str, reason: str) -> None:
    """The one that was written, where one is copied to another."""
    (problem,) = disk_error(error).problems

    assert (place, reason) == (problem.location, problem.actual)


def test_half_a_character_is_shown_with_what_is_around_it() -> None:
    """There is no file to name: it is found by its neighbours."""
    with pytest.raises(UnicodeEncodeError) as caught:
        "before \ud800 after".encode()
    (problem,) = disk_error(caught.value).problems

    assert "before \\\\ud800 after" in problem.actual


def test_a_few_names_are_all_named() -> None:
    """In the order they have."""
    assert name_some("c", ["b", "a"]) == "b, a"


def test_of_many_names_those_most_alike_come_first() -> None:
    """A terminal full of names hides what is wrong."""
    names = [*(f"network/{number}" for number in range(200)), "inspect/first"]
    text = name_some("inspect/frist", names)

    assert text.startswith("inspect/first, ")
    assert text.endswith(" and 189 more")
    assert text.count(", ") == 11
