"""What stands in for a scenario that this machine's kernel cannot play, and when nothing does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netdocs.core.borrowed import has_all, how_to_play, is_stale, lacks_kernel, stand_in
from netdocs.core.keys import digest
from netdocs.core.parse import parse
from netdocs.core.recording import EMULATED, ClaimRecord, Key, Recording, StepRecord
from samples import recording

TEXT = "# Tiny.\n# needs: kernel ipvlan\n# needs: engine >= 26\n# %% start\ntrue\n# claim a: So.\ntrue\n"
TINY = parse("snippets/ipvlan/tiny.sh", TEXT)
NOT_RUN = recording(scenario=TINY.name, not_run="this kernel has no ipvlan", kernel="", version="")
STEPS = (StepRecord("_setup", "", ()), StepRecord("start", "", ()))
COMMITTED = recording(
    *STEPS,
    scenario=TINY.name,
    kernel=f"6.1.0-56-cloud-amd64{EMULATED}",
    key=Key(digest(TEXT), "player", "image"),
    claims=(ClaimRecord("a", "start", 6, "passed"),),
)


def test_a_recording_knows_that_its_kernel_was_borrowed() -> None:
    """Its kernel says so."""
    assert COMMITTED.emulated
    assert not recording().emulated


def test_what_was_played_elsewhere_stands_in() -> None:
    """A reader learns more from it than from a reason."""
    assert lacks_kernel(TINY, NOT_RUN)
    assert COMMITTED == stand_in(TINY, NOT_RUN, COMMITTED)


@pytest.mark.parametrize(
    ("played", "committed"),
    [
        (NOT_RUN, None),
        (NOT_RUN, NOT_RUN),
        (COMMITTED, COMMITTED),
        (replace(NOT_RUN, engine="20.10", not_run="this is engine 20.10"), COMMITTED),
    ],
    ids=["nothing-committed", "committed-not-run", "played-here", "not-for-this-engine"],
)
def test_nothing_stands_in_for_what_can_speak_for_itself(played: Recording, committed: Recording | None) -> None:
    """Neither for a play, nor where the engine is the reason, nor if there is nothing better."""
    assert stand_in(TINY, played, committed) is None


def test_a_kernel_that_nobody_asked_for_is_not_lacking() -> None:
    """Whatever the reason is."""
    assert not lacks_kernel(parse(TINY.path, "# Tiny.\n# %% start\ntrue\n"), NOT_RUN)


def test_a_changed_scenario_makes_its_recording_stale() -> None:
    """If only by a letter."""
    assert not is_stale(TINY, COMMITTED)
    assert is_stale(parse(TINY.path, TEXT.replace("Tiny", "Small")), COMMITTED)


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        (TEXT, True),
        (TEXT + "# %% more\ntrue\n", False),
        (TEXT + "# claim b: So too.\ntrue\n", False),
        (TEXT.replace("# %% start", "# %% start [picture]"), False),
    ],
)
def test_a_recording_may_lack_what_was_written_since(text: str, complete: bool) -> None:
    """Steps, claims and pictures."""
    assert complete is has_all(parse(TINY.path, text), COMMITTED)


def test_how_to_play_it_is_one_command() -> None:
    """To be copied from the message."""
    assert "make record KERNEL=emulated ENGINE=all ONLY=ipvlan/tiny" == how_to_play("ipvlan/tiny")
