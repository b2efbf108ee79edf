"""Recordings held against each other: plays of one scenario, engines, and the two dialects."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from factories import command, one_step, recording
from netdocs.recording.compare import classify, diff, differing_lines, differing_steps, equivalent, state_differences
from netdocs.recording.model import ClaimResult, Recording, StepResult, to_lines

OLD, NEW, NEWER = (one_step("cmd", f"{word}\n") for word in ("old", "new", "newer"))


def test_volatile_words_are_no_drift() -> None:
    """A second play of the same truth says the same."""
    assert equivalent(OLD, replace(OLD, recorded_at="2027-01-01T00:00:00Z", kernel="7.0"))
    assert not equivalent(OLD, NEW)


@pytest.mark.parametrize(
    ("committed", "first", "second", "kind"),
    [(OLD, NEW, NEW, "drift"), (OLD, NEW, OLD, "flake"), (OLD, NEW, NEWER, "flake"), (None, NEW, NEW, "drift")],
)
def test_two_plays_tell_drift_from_flake(
    committed: Recording | None, first: Recording, second: Recording, kind: str
) -> None:
    """The same new output twice is drift; anything that changes from play to play is a flake."""
    finding = classify(committed, first, second)

    assert finding is not None
    assert (kind, "28.5", "bridge/default.sh") == (finding.kind, finding.engine, finding.scenario)


def test_what_to_do_about_drift_and_about_a_flake() -> None:
    """What printed something else twice may be right; what did so once is not waited for."""
    drift, flake = (classify(OLD, NEW, second) for second in (NEW, OLD))

    assert drift
    assert flake
    assert drift.hint.endswith("keep it: make record ENGINE=28.5 ONLY=bridge/default")
    assert "let it wait" in flake.hint


def test_a_missing_recording_says_so() -> None:
    """There is nothing to compare with."""
    finding = classify(None, NEW, NEW)

    assert finding is not None
    assert "there is no committed recording" == finding.diff


def test_a_difference_reads_like_a_terminal() -> None:
    """Step, machine, command, output, exit code, claims and state, in the form of a patch."""
    before = replace(OLD, claims=(ClaimResult("a", "start", 3, "passed"),), state_lines=("docker1: network x",))
    after = replace(one_step("cmd", "new\n", exit_code=2), claims=(ClaimResult("a", "start", 3, "failed"),))

    assert [
        "--- recorded",
        "+++ played",
        "@@ -1,5 +1,5 @@",
        " # %% start",
        " docker1$ cmd",
        "-old",
        "-claim a: passed",
        "-docker1: network x",
        "+new",
        "+(exit code 2)",
        "+claim a: failed",
    ] == diff(before, after).split("\n")


def test_a_scenario_that_is_no_longer_run_says_why() -> None:
    """The reason is the first line."""
    assert "+not run: no ip_vs" in diff(OLD, replace(OLD, skipped_reason="no ip_vs", steps=()))


ID, OTHER_ID = "3f1a9c0b2d4e", "b7d2e8f01a3c"


def on_engine(*outputs: str) -> Recording:
    """A recording with a step for each output, named a, b and so on."""
    steps = (StepResult(name, (), (command("cmd", output),)) for name, output in zip("abcdefgh", outputs, strict=False))
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
    succeeded, failed = (recording(StepResult("a", (), (command("cmd", exit_code=status),))) for status in (0, 1))

    assert ("a",) == differing_steps({"28.5": succeeded, "26.1": failed})


def test_hidden_steps_and_engines_that_did_not_run_say_nothing() -> None:
    """Nobody sees the former, and the latter printed nothing."""
    hidden = (recording(StepResult("_setup", (), (command("cmd", output),))) for output in "xy")
    skipped = recording(skipped_reason="no IPv6")

    assert () == differing_steps(dict(zip(("28.5", "26.1"), hidden, strict=True)))
    assert () == differing_steps({"28.5": on_engine("x"), "26.1": skipped})


@pytest.mark.parametrize(
    ("output", "reference", "lines"),
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
def test_lines_that_the_reference_does_not_have(output: str, reference: str, lines: set[int]) -> None:
    """Numbers from 0; lines that only the reference has cannot be marked."""
    assert lines == differing_lines(output, reference)


def test_a_difference_does_not_spread_to_later_steps() -> None:
    """One id more in step a must not make step b differ, which prints an id of its own on both."""
    engines = {"28.5": on_engine("111111111a11 222222222b22", ID), "26.1": on_engine("111111111a11", ID)}

    assert ("a",) == differing_steps(engines)


def test_recordings_of_one_engine_do_not_differ() -> None:
    """There is nothing to compare."""
    assert () == differing_steps({"28.5": replace(on_engine("x"), version="28.5.9")})


SHELL = recording(
    state_lines=("docker1: network mine bridge local 172.18.0.0/16", "docker1: container alpha running mine=172.18.0.2")
)
PYTHON = replace(SHELL, scenario="bridge/default.py")


def test_dialects_that_leave_the_same_behind_do_not_differ() -> None:
    """The same networks, containers and addresses."""
    assert [] == list(state_differences(SHELL, PYTHON))


def test_what_is_volatile_makes_no_difference() -> None:
    """A port that the engine picked may be another."""
    shell = replace(SHELL, state_lines=("docker1: container web running 80/tcp->0.0.0.0:32768",))
    python = replace(PYTHON, state_lines=("docker1: container web running 80/tcp->0.0.0.0:32770",))

    assert [] == list(state_differences(shell, python))


def test_a_difference_is_told_with_both_sides() -> None:
    """The lines that only one dialect leaves behind, each marked with its side."""
    python = replace(PYTHON, state_lines=to_lines(PYTHON.state.replace("172.18.0.2", "172.18.0.3")))
    (problem,) = state_differences(SHELL, python)

    assert "snippets/bridge/default.py" == problem.location
    assert [
        "- only after bridge/default.sh",
        "+ only after bridge/default.py",
        "- docker1: container alpha running mine=172.18.0.2",
        "+ docker1: container alpha running mine=172.18.0.3",
    ] == problem.actual.split("\n")


def test_a_dialect_that_was_not_run_is_not_compared() -> None:
    """Nothing is known of what it would leave behind."""
    skipped = replace(PYTHON, skipped_reason="this kernel has no ip_vs", state_lines=())

    assert [] == list(state_differences(SHELL, skipped))
    assert [] == list(state_differences(skipped, SHELL))
