"""Two dialects, one story: what they leave behind is compared, not hoped."""

from __future__ import annotations

from dataclasses import replace

from netdocs.core.story import differences
from samples import recording

SHELL = recording(
    state="docker1: network mine bridge local 172.18.0.0/16\ndocker1: container alpha running mine=172.18.0.2"
)
PYTHON = replace(SHELL, scenario="bridge/default.py")


def test_dialects_that_leave_the_same_behind_tell_one_story() -> None:
    """The same networks, containers and addresses."""
    assert [] == list(differences(SHELL, PYTHON))


def test_what_is_volatile_makes_no_difference() -> None:
    """A port that the engine picked may be another."""
    shell = replace(SHELL, state="docker1: container web running 80/tcp->0.0.0.0:32768")
    python = replace(PYTHON, state="docker1: container web running 80/tcp->0.0.0.0:32770")

    assert [] == list(differences(shell, python))


def test_a_difference_is_told_with_both_sides() -> None:
    """The lines that only one dialect leaves behind, each marked with its side."""
    python = replace(PYTHON, state=PYTHON.state.replace("172.18.0.2", "172.18.0.3"))
    (problem,) = differences(SHELL, python)

    assert "snippets/bridge/default.py" == problem.where
    assert [
        "- only after bridge/default.sh",
        "+ only after bridge/default.py",
        "- docker1: container alpha running mine=172.18.0.2",
        "+ docker1: container alpha running mine=172.18.0.3",
    ] == problem.seen.split("\n")


def test_a_dialect_that_was_not_run_is_not_compared() -> None:
    """Nothing is known of what it would leave behind."""
    skipped = replace(PYTHON, not_run="this kernel has no ip_vs", state="")

    assert [] == list(differences(SHELL, skipped))
    assert [] == list(differences(skipped, SHELL))
