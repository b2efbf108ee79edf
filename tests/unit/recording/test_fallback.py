"""What stands in for a scenario that this machine's kernel cannot play, and when nothing does."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from factories import recording
from netdocs.recording.completeness import incompleteness
from netdocs.recording.fallback import fallback_recording, is_stale, missing_kernel_feature, rerun_command
from netdocs.recording.fingerprint import digest
from netdocs.recording.model import EMULATED, ClaimResult, Fingerprint, Recording, StepResult
from netdocs.scenario.parser import parse

TEXT = "# Tiny.\n# needs: kernel ipvlan\n# needs: engine >= 26\n# %% start\ntrue\n# claim a: So.\ntrue\n"
TINY = parse("snippets/ipvlan/tiny.sh", TEXT)
NOT_RUN = recording(scenario=TINY.name, skipped_reason="this kernel has no ipvlan", kernel="", version="")
STEPS = (StepResult("_setup", (), ()), StepResult("start", (), ()))
COMMITTED = recording(
    *STEPS,
    scenario=TINY.name,
    kernel=f"6.1.0-56-cloud-amd64{EMULATED}",
    fingerprint=Fingerprint(digest(TEXT), "player", "image"),
    claims=(ClaimResult("a", "start", 6, "passed"),),
)


def test_a_recording_knows_that_its_kernel_was_borrowed() -> None:
    """Its kernel says so."""
    assert COMMITTED.emulated
    assert not recording().emulated


def test_what_was_played_elsewhere_stands_in() -> None:
    """A reader learns more from it than from a reason."""
    assert missing_kernel_feature(TINY, NOT_RUN)
    assert COMMITTED == fallback_recording(TINY, NOT_RUN, COMMITTED)


@pytest.mark.parametrize(
    ("played", "committed"),
    [
        (NOT_RUN, None),
        (NOT_RUN, NOT_RUN),
        (COMMITTED, COMMITTED),
        (replace(NOT_RUN, engine="20.10", skipped_reason="this is engine 20.10"), COMMITTED),
    ],
    ids=["nothing-committed", "committed-not-run", "played-here", "not-for-this-engine"],
)
def test_nothing_stands_in_for_what_can_speak_for_itself(played: Recording, committed: Recording | None) -> None:
    """Neither for a play, nor where the engine is the reason, nor if there is nothing better."""
    assert fallback_recording(TINY, played, committed) is None


def test_a_kernel_that_nobody_asked_for_is_not_lacking() -> None:
    """Whatever the reason is."""
    assert not missing_kernel_feature(parse(TINY.path, "# Tiny.\n# %% start\ntrue\n"), NOT_RUN)


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
    assert complete is (incompleteness(parse(TINY.path, text), COMMITTED, "28.5") == [])


def test_how_to_play_it_is_one_command() -> None:
    """To be copied from the message."""
    assert "make record KERNEL=emulated ENGINE=all ONLY=ipvlan/tiny" == rerun_command("ipvlan/tiny")
