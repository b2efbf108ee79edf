"""The Python dialect: statements, comments that are marks, and the source a reader sees."""

from __future__ import annotations

import pytest

from netdocs.errors import AuthorError
from netdocs.protocol.job import Unit
from netdocs.scenario.directives import StepDirective
from netdocs.scenario.model import Claim
from netdocs.scenario.python_source import PythonSource, Statement, execution_units, statement_of, visible_source


def source(*lines: str) -> PythonSource:
    return PythonSource.read("snippets/a/b.py", "\n".join(lines) + "\n")


def test_the_title_is_the_first_line_of_the_docstring() -> None:
    """What follows the first line of the docstring is for the reader of the file."""
    assert "Two containers." == source('"""Two containers.', "", 'And more."""').title
    assert "" == source("x = 1").title


def test_text_that_is_not_python_is_the_authors_problem() -> None:
    """The line, the compiler's words and the text of the line are in the message."""
    with pytest.raises(AuthorError) as caught:
        source("x = 1", "y = (2 +")

    (problem,) = caught.value.problems
    assert ("snippets/a/b.py:2", "'(' was never closed: y = (2 +") == (problem.location, problem.actual)


def test_a_nul_byte_is_reported_without_a_made_up_line() -> None:
    """Where the compiler names no line, the path stands alone."""
    with pytest.raises(AuthorError) as caught:
        source("x = 1\0")

    assert "snippets/a/b.py" == caught.value.problems[0].location


@pytest.mark.parametrize("text", ["x = " + "-" * 480 + "1", "x" + ".x" * 300, "x = 1" + " + 1" * 200])
def test_a_deep_tree_is_refused(text: str) -> None:
    """Python parses it; what reads a tree with a call for each level, as `ast.unparse` does, would not get through."""
    with pytest.raises(AuthorError, match="nested too deeply"):
        source(text)


def test_a_tree_of_ordinary_depth_is_read() -> None:
    """The control: far deeper than scenarios are."""
    assert source("x = " + "-" * 80 + "1").statements


def test_a_decorated_statement_begins_at_its_decorator() -> None:
    """A decorator and what it decorates run together."""
    statements = source("@cache", "def f():", "    return 1", "assert f()").statements

    assert (Statement(1, 3, asserts=False), Statement(4, 4, asserts=True)) == statements


def test_marks_are_comments_never_strings() -> None:
    """A line of a string that looks like a mark is text."""
    directives = source(
        "# %% one", 'text = """', "# %% two", '"""', "for x in ():", "    # %% three", "    pass"
    ).directives()

    assert {1: StepDirective("one")} == directives


@pytest.mark.parametrize(
    ("lines", "proof"),
    [
        (["# claim a: So.", "assert x"], Statement(2, 2, asserts=True)),
        (["# claim a: So.", "", "# why", "assert (", "    x", ")"], Statement(4, 6, asserts=True)),
        (["# claim a: So.", "x = 1", "assert x"], None),
        (["# claim a: So.", "if x:", "    assert x"], None),
        (["# claim a: So."], None),
    ],
)
def test_a_claim_is_proven_by_the_next_statement(lines: list[str], proof: Statement | None) -> None:
    """Only an assertion at module level, and only if nothing comes between, proves a claim."""
    assert proof == statement_of(source(*lines), 1, len(lines) + 1)


def test_an_assertion_beyond_the_given_line_proves_nothing() -> None:
    """The assertion of the next step or the next claim is not this claim's."""
    assert statement_of(source("# claim a: So.", "# %% next", "assert x"), 1, 2) is None


def test_code_runs_together_until_a_claim_comes() -> None:
    """Each claim's assertion is a unit; an assertion of nobody's is code."""
    text = source("a = 1", "b = 2", "# claim c: So.", "assert a", "assert b", "d = 4", "# claim e: So.", "assert d")
    claims = (Claim("c", "So.", 3), Claim("e", "So.", 7))

    assert (Unit(1, 2), Unit(4, 4, "c"), Unit(5, 6), Unit(8, 8, "e")) == execution_units(text, 1, 8, claims)


def test_units_stay_within_the_step() -> None:
    """Statements of other steps are not this step's."""
    text = source("a = 1", "# %% one", "b = 2", "# %% two", "c = 3")

    assert (Unit(3, 3),) == execution_units(text, 2, 3, ())


def test_readers_see_neither_marks_nor_claims() -> None:
    """What proves is taken out whole; ordinary comments and assertions stay."""
    text = source(
        "# %% one",
        "",
        "# Ask the engine.",
        "x = 1",
        "# claim a: So.",
        "# why",
        "assert (",
        "    x",
        ")",
        "assert x",
        "",
    )

    assert "# Ask the engine.\nx = 1\nassert x" == visible_source(text, 1, 11, (Claim("a", "So.", 5),))


def test_holes_left_by_claims_are_closed() -> None:
    """No more than two blank lines stay in a row, none at the ends."""
    text = source("# %% one", "x = 1", "", "", "# claim a: So.", "assert x", "", "", "y = 2", "", "")

    assert "x = 1\n\n\ny = 2" == visible_source(text, 1, 11, (Claim("a", "So.", 5),))


def test_a_step_of_claims_alone_shows_nothing() -> None:
    """Where everything proves, there is nothing to read."""
    assert "" == visible_source(source("# %% one", "# claim a: So.", "assert 1"), 1, 3, (Claim("a", "So.", 2),))


@pytest.mark.parametrize("character", ["\f", "\x1c", "\x85", "\u2028"])
def test_lines_are_those_python_counts(character: str) -> None:
    """A form feed or a line separator inside a string does not begin a line."""
    text = source("# %% one", f'x = "{character}"', "# %% two", "y = 1")

    assert "y = 1" == visible_source(text, 3, 4, ())
