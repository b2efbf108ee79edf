"""Engines: which steps print different things, and which lines do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netdocs.core.engines import differing_lines, differing_steps
from netdocs.core.recording import Recording, StepRecord
from samples import entry, recording

ID, OTHER_ID = "3f1a9c0b2d4e", "b7d2e8f01a3c"


def on_engine(*outputs: str) -> Recording:
    """A recording with a step for each output, named a, b and so on."""
    steps = (StepRecord(name, "", (entry("cmd", output),)) for name, output in zip("abcdefgh", outputs, strict=False))
    return recording(*steps)


def test_steps_that_print_the_same_do_not_differ() -> None:
    """Volatile words aside."""
    assert () == differing_steps({"28.5": on_engine(f"{ID}\n"), "26.1": on_engine(f"{OTHER_ID}\n")})


def test_a_step_that_prints_something_else_on_one_engine_differs() -> None:
    """Each by its name."""
    engines = {"28.5": on_engine("x", "y"), "26.1": on_engine("x", "y"), "20.10": on_engine("x", "z")}

    assert ("b",) == differing_steps(engines)


def test_another_exit_code_is_a_difference() -> None:
    """Even where both print nothing."""
    one, other = (recording(StepRecord("a", "", (entry("cmd", status=status),))) for status in (0, 1))

    assert ("a",) == differing_steps({"28.5": one, "26.1": other})


def test_hidden_steps_and_engines_that_did_not_run_say_nothing() -> None:
    """Nobody sees the former, and the latter printed nothing."""
    hidden = (recording(StepRecord("_setup", "", (entry("cmd", output),))) for output in "xy")
    skipped = recording(not_run="no IPv6")

    assert () == differing_steps(dict(zip(("28.5", "26.1"), hidden, strict=True)))
    assert () == differing_steps({"28.5": on_engine("x"), "26.1": skipped})


@pytest.mark.parametrize(
    ("output", "other", "lines"),
    [
        ("", "", set()),
        ("a\nb\nc", "a\nb\nc", set()),
        ("a\nB\nc", "a\nb\nc", {1}),
        ("a\nb\nc", "a\nc", {1}),
        ("a\nc", "a\nb\nc", set()),
        (f"{ID} x", f"{OTHER_ID} x", set()),
        (f"{ID} x", f"{OTHER_ID} y", {0}),
    ],
)
def test_lines_that_the_other_does_not_have(output: str, other: str, lines: set[int]) -> None:
    """Numbers from 0; lines that only the other has cannot be marked."""
    assert lines == differing_lines(output, other)


def test_a_difference_does_not_spread_to_later_steps() -> None:
    """One id more in step a must not make step b differ, which prints an id of its own on both."""
    engines = {"28.5": on_engine("111111111a11 222222222b22", ID), "26.1": on_engine("111111111a11", ID)}

    assert ("a",) == differing_steps(engines)


def test_recordings_of_one_engine_do_not_differ() -> None:
    """There is nothing to compare."""
    assert () == differing_steps({"28.5": replace(on_engine("x"), version="28.5.9")})
