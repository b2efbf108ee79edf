"""Borrowed kernels: who gets one, and what record, drift and build do with recordings that were made in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import FINGERPRINT, recording
from netdocs.commands.drift import without_unplayable
from netdocs.commands.emulation import needing
from netdocs.commands.record import save_changed
from netdocs.errors import MachineError
from netdocs.lab.emulator import TIME_FACTOR, Emulator
from netdocs.lab.runner import Task, job_spec, worker_count
from netdocs.lab.settings import Settings
from netdocs.live_results import fallbacks
from netdocs.recording.fingerprint import digest
from netdocs.recording.model import EMULATED, Fingerprint, Recording, StepResult
from netdocs.recording.store import Store
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse

GIB = 1024**3
TEXT = "# Tiny.\n# needs: kernel ipvlan\n# %% start\ntrue\n"
TINY = parse("snippets/ipvlan/tiny.sh", TEXT)
PLAIN = parse("snippets/bridge/plain.sh", "# Plain.\n# %% start\ntrue\n")
NOT_RUN = recording(scenario=TINY.name, skipped_reason="this kernel has no ipvlan")
BORROWED = recording(
    StepResult("_setup", (), ()),
    StepResult("start", (), ()),
    scenario=TINY.name,
    kernel=f"6.1.0-56-cloud-amd64{EMULATED}",
    fingerprint=Fingerprint(digest(TEXT), "player", "image"),
)
RECORD_EMULATED = "make record KERNEL=emulated ENGINE=all ONLY=ipvlan/tiny"


def task(scenario: Scenario = TINY, emulator: Emulator | None = None) -> Task:
    return Task(scenario, FINGERPRINT, "28.5", "sha256:1", emulator)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Committed recordings with the borrowed one."""
    recordings = Store(tmp_path / "recordings")
    recordings.save(BORROWED)
    return recordings


def changed(text: str = TEXT) -> Scenario:
    return parse(TINY.path, text.replace("Tiny", "Small"))


@pytest.mark.parametrize(
    ("missing", "expected"),
    [([], []), (["ip_vs"], []), (["ipvlan"], ["ipvlan/tiny.sh"]), (["ipvlan", "vlan"], ["ipvlan/tiny.sh"])],
)
def test_only_what_cannot_be_played_here_borrows(missing: list[str], expected: list[str]) -> None:
    """A scenario that needs nothing, or nothing that is missing, is played as always."""
    assert expected == [selected.scenario.name for selected in needing([task(), task(PLAIN)], missing)]


def test_in_an_emulated_computer_there_is_more_time() -> None:
    """Its processor is slower; the limits are as many times longer."""
    settings = Settings(Path(), "live", step_seconds=5, scenario_seconds=7)
    host, emulated = (job_spec(task(emulator=emulator), settings) for emulator in (None, Emulator("sha256:2", {})))

    assert (5, 7) == (host.step_seconds, host.scenario_seconds)
    assert (5 * TIME_FACTOR, 7 * TIME_FACTOR) == (emulated.step_seconds, emulated.scenario_seconds)


@pytest.mark.parametrize(("cpus", "host_only", "borrowed"), [(1, 1, 1), (2, 2, 1), (4, 3, 2)])
def test_an_emulated_computer_leaves_a_processor_to_others(cpus: int, host_only: int, borrowed: int) -> None:
    """It keeps one busy from its start to its end."""
    emulator = Emulator("sha256:2", {})

    assert host_only == worker_count([task()] * 3, cpus, 64 * GIB)
    assert borrowed == worker_count([task(emulator=emulator)] * 3, cpus, 64 * GIB)


def test_a_recording_is_not_lost_to_a_kernel_that_cannot_play_it(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """It stays, and record says so."""
    save_changed(store, [TINY], {TINY.name: NOT_RUN})

    assert BORROWED == store.load("28.5", TINY.name)
    assert ["recordings/28.5/ipvlan/tiny.sh.json: kept, for this kernel cannot play it"] == caplog.messages


def test_a_kept_recording_may_be_stale(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """Then record says how to play it anew."""
    save_changed(store, [changed()], {TINY.name: NOT_RUN})

    assert BORROWED == store.load("28.5", TINY.name)
    assert len(caplog.messages) == 1
    assert caplog.messages[0].endswith(f"but STALE: the scenario has changed since. Play it anew: {RECORD_EMULATED}")


@pytest.mark.parametrize(
    "played",
    [
        replace(BORROWED, kernel="6.12.48-amd64", state_lines=("docker1: network lan",)),
        replace(BORROWED, state_lines=("docker1: nothing",)),
    ],
    ids=["this-kernel-can", "borrowed-again"],
)
def test_whatever_was_played_takes_its_place(store: Store, played: Recording) -> None:
    """In this machine's kernel or in a borrowed one."""
    save_changed(store, [TINY], {TINY.name: played})

    assert played == store.load("28.5", TINY.name)


def test_without_a_recording_the_reason_is_recorded(tmp_path: Path) -> None:
    """What could not be run anywhere says so."""
    store = Store(tmp_path)
    save_changed(store, [TINY, PLAIN], {TINY.name: NOT_RUN})

    assert NOT_RUN == store.load("28.5", TINY.name)


def test_drift_leaves_out_what_only_another_kernel_can_play(caplog: pytest.LogCaptureFixture) -> None:
    """With a line for each; what nobody recorded is looked at."""
    todo = [task(), task(PLAIN)]
    played = {TINY.name: NOT_RUN, PLAIN.name: recording(scenario=PLAIN.name)}

    assert [PLAIN] == [comparable.scenario for comparable in without_unplayable(todo, played, {TINY.name: BORROWED})]
    assert ["ipvlan/tiny.sh: left out, for this kernel cannot play it (this kernel has no ipvlan)"] == caplog.messages
    assert todo == without_unplayable(todo, played, {})


def test_a_build_shows_the_recording_instead_of_a_reason(store: Store) -> None:
    """As what it is: not live, with its age and kernel."""
    by_name = fallbacks([TINY, PLAIN], {TINY.name: NOT_RUN, PLAIN.name: recording()}, settings(store))

    assert [TINY.name] == [*by_name]
    assert (BORROWED, False, False) == (by_name[TINY.name].recording, by_name[TINY.name].live, by_name[TINY.name].stale)


def test_a_build_marks_a_stale_recording(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """The page does, and the build tells what to do."""
    by_name = fallbacks([changed()], {TINY.name: NOT_RUN}, settings(store))

    assert by_name[TINY.name].stale
    assert caplog.messages[-1].endswith(f"has changed since it was recorded. Play it anew: {RECORD_EMULATED}")


def test_a_build_does_not_show_half_a_recording(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """A step that was never played cannot be shown, so the page has the reason, and the build tells what to do."""
    assert {} == fallbacks([changed(TEXT + "# %% more\ntrue\n")], {TINY.name: NOT_RUN}, settings(store))
    assert caplog.messages[0].endswith(f"its recording lacks what it says now. Play it anew: {RECORD_EMULATED}")


def test_a_damaged_recording_is_told(store: Store) -> None:
    """A merge gone wrong is an error, not a reason."""
    store.path("28.5", TINY.name).write_text("<<<<<<<", encoding="utf-8")
    with pytest.raises(MachineError, match="this is no recording"):
        fallbacks([TINY], {TINY.name: NOT_RUN}, settings(store))


def settings(store: Store) -> Settings:
    return Settings(store.root.parent, "auto")
