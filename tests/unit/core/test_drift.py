"""Drift and flakes: what to make of a scenario that printed something else than its recording says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netdocs.core.drift import diff, judge, same
from netdocs.core.recording import ClaimRecord, Recording
from samples import one_step

OLD, NEW, NEWER = (one_step("cmd", f"{word}\n") for word in ("old", "new", "newer"))


def test_volatile_words_are_no_drift() -> None:
    """A second play of the same truth says the same."""
    assert same(OLD, replace(OLD, played="2027-01-01T00:00:00Z", kernel="7.0"))
    assert not same(OLD, NEW)


@pytest.mark.parametrize(
    ("committed", "first", "second", "kind"),
    [(OLD, NEW, NEW, "drift"), (OLD, NEW, OLD, "flake"), (OLD, NEW, NEWER, "flake"), (None, NEW, NEW, "drift")],
)
def test_two_plays_tell_drift_from_flake(
    committed: Recording | None, first: Recording, second: Recording, kind: str
) -> None:
    """The same new output twice is drift; anything that changes from play to play is a flake."""
    found = judge(committed, first, second)

    assert found is not None
    assert (kind, "28.5", "bridge/default.sh") == (found.kind, found.engine, found.scenario)


def test_a_missing_recording_says_so() -> None:
    """There is nothing to compare with."""
    found = judge(None, NEW, NEW)

    assert found is not None
    assert "there is no committed recording" == found.diff


def test_a_difference_reads_like_a_terminal() -> None:
    """Step, machine, command, output, exit code, claims and state, in the form of a patch."""
    before = replace(OLD, claims=(ClaimRecord("a", "start", 3, "passed"),), state="docker1: network x")
    after = replace(one_step("cmd", "new\n", status=2), claims=(ClaimRecord("a", "start", 3, "failed"),), state="")

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
    assert "+not run: no ip_vs" in diff(OLD, replace(OLD, not_run="no ip_vs", steps=()))
