"""Borrowed kernels: who gets one, and what record, drift and build do with recordings that were made in one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netdocs.core.errors import MachineError
from netdocs.core.keys import digest
from netdocs.core.parse import parse
from netdocs.core.recording import EMULATED, Key, Recording, StepRecord
from netdocs.core.scenario import Scenario
from netdocs.effects.emulated import SLOWNESS, Emulator
from netdocs.effects.store import Store
from netdocs.wiring.borrow import lacking
from netdocs.wiring.build import stand_ins
from netdocs.wiring.drift import comparable
from netdocs.wiring.perform import Task, job, workers
from netdocs.wiring.record import keep
from netdocs.wiring.settings import Settings
from samples import KEY, recording

GIB = 1024**3
TEXT = "# Tiny.\n# needs: kernel ipvlan\n# %% start\ntrue\n"
TINY = parse("snippets/ipvlan/tiny.sh", TEXT)
PLAIN = parse("snippets/bridge/plain.sh", "# Plain.\n# %% start\ntrue\n")
NOT_RUN = recording(scenario=TINY.name, not_run="this kernel has no ipvlan")
BORROWED = recording(
    StepRecord("_setup", "", ()),
    StepRecord("start", "", ()),
    scenario=TINY.name,
    kernel=f"6.1.0-56-cloud-amd64{EMULATED}",
    key=Key(digest(TEXT), "player", "image"),
)
ANEW = "make record KERNEL=emulated ENGINE=all ONLY=ipvlan/tiny"


def task(scenario: Scenario = TINY, emulator: Emulator | None = None) -> Task:
    return Task(scenario, KEY, "28.5", "sha256:1", emulator)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Committed recordings with the borrowed one."""
    made = Store(tmp_path / "recordings")
    made.save(BORROWED)
    return made


def changed(text: str = TEXT) -> Scenario:
    return parse(TINY.path, text.replace("Tiny", "Small"))


@pytest.mark.parametrize(
    ("missing", "found"),
    [([], []), (["ip_vs"], []), (["ipvlan"], ["ipvlan/tiny.sh"]), (["ipvlan", "vlan"], ["ipvlan/tiny.sh"])],
)
def test_only_what_cannot_be_played_here_borrows(missing: list[str], found: list[str]) -> None:
    """A scenario that needs nothing, or nothing that is missing, is played as always."""
    assert found == [one.scenario.name for one in lacking([task(), task(PLAIN)], missing)]


def test_in_an_emulated_computer_there_is_more_time() -> None:
    """Its processor is slower; the limits are as many times longer."""
    settings = Settings(Path(), "live", step_seconds=5, scenario_seconds=7)
    own, emulated = (job(task(emulator=one), settings) for one in (None, Emulator("sha256:2", {})))

    assert (5, 7) == (own["step_seconds"], own["scenario_seconds"])
    assert (5 * SLOWNESS, 7 * SLOWNESS) == (emulated["step_seconds"], emulated["scenario_seconds"])


@pytest.mark.parametrize(("cpus", "own", "borrowed"), [(1, 1, 1), (2, 2, 1), (4, 3, 2)])
def test_an_emulated_computer_leaves_a_processor_to_others(cpus: int, own: int, borrowed: int) -> None:
    """It keeps one busy from its start to its end."""
    emulator = Emulator("sha256:2", {})

    assert own == workers([task()] * 3, cpus, 64 * GIB)
    assert borrowed == workers([task(emulator=emulator)] * 3, cpus, 64 * GIB)


def test_a_recording_is_not_lost_to_a_kernel_that_cannot_play_it(store: Store) -> None:
    """It stays, and record says so."""
    said: list[str] = []
    keep(store, [TINY], {TINY.name: NOT_RUN}, said.append)

    assert BORROWED == store.load("28.5", TINY.name)
    assert ["recordings/28.5/ipvlan/tiny.sh.json: kept, for this kernel cannot play it"] == said


def test_a_kept_recording_may_be_stale(store: Store) -> None:
    """Then record says how to play it anew."""
    said: list[str] = []
    keep(store, [changed()], {TINY.name: NOT_RUN}, said.append)

    assert BORROWED == store.load("28.5", TINY.name)
    assert len(said) == 1
    assert said[0].endswith(f"but STALE: the scenario has changed since. Play it anew: {ANEW}")


@pytest.mark.parametrize(
    "played",
    [
        replace(BORROWED, kernel="6.12.48-amd64", state="docker1: network lan"),
        replace(BORROWED, state="docker1: nothing"),
    ],
    ids=["this-kernel-can", "borrowed-again"],
)
def test_whatever_was_played_takes_its_place(store: Store, played: Recording) -> None:
    """In this machine's kernel or in a borrowed one."""
    keep(store, [TINY], {TINY.name: played}, lambda _: None)

    assert played == store.load("28.5", TINY.name)


def test_without_a_recording_the_reason_is_recorded(tmp_path: Path) -> None:
    """What could not be run anywhere says so."""
    store = Store(tmp_path)
    keep(store, [TINY, PLAIN], {TINY.name: NOT_RUN}, lambda _: None)

    assert NOT_RUN == store.load("28.5", TINY.name)


def test_drift_leaves_out_what_only_another_kernel_can_play() -> None:
    """With a line for each; what nobody recorded is looked at."""
    said: list[str] = []
    todo = [task(), task(PLAIN)]
    played = {TINY.name: NOT_RUN, PLAIN.name: recording(scenario=PLAIN.name)}

    assert [PLAIN] == [one.scenario for one in comparable(todo, played, {TINY.name: BORROWED}, said.append)]
    assert ["ipvlan/tiny.sh: left out, for this kernel cannot play it (this kernel has no ipvlan)"] == said
    assert todo == comparable(todo, played, {}, said.append)


def test_a_build_shows_the_recording_instead_of_a_reason(store: Store) -> None:
    """As what it is: not live, with its age and kernel."""
    shown = stand_ins([TINY, PLAIN], {TINY.name: NOT_RUN, PLAIN.name: recording()}, settings(store), lambda _: None)

    assert [TINY.name] == [*shown]
    assert (BORROWED, False, False) == (shown[TINY.name].recording, shown[TINY.name].live, shown[TINY.name].stale)


def test_a_build_marks_a_stale_recording(store: Store) -> None:
    """The page does, and the build tells what to do."""
    said: list[str] = []
    shown = stand_ins([changed()], {TINY.name: NOT_RUN}, settings(store), said.append)

    assert shown[TINY.name].stale
    assert said[-1].endswith(f"has changed since it was recorded. Play it anew: {ANEW}")


def test_a_build_does_not_show_half_a_recording(store: Store) -> None:
    """A step that was never played cannot be shown, so the page has the reason, and the build tells what to do."""
    said: list[str] = []

    assert {} == stand_ins([changed(TEXT + "# %% more\ntrue\n")], {TINY.name: NOT_RUN}, settings(store), said.append)
    assert said[0].endswith(f"it says more now than when it was recorded. Play it anew: {ANEW}")


def test_a_damaged_recording_is_told(store: Store) -> None:
    """A merge gone wrong is an error, not a reason."""
    store.path("28.5", TINY.name).write_text("<<<<<<<", encoding="utf-8")
    with pytest.raises(MachineError, match="this is no recording"):
        stand_ins([TINY], {TINY.name: NOT_RUN}, settings(store), lambda _: None)


def settings(store: Store) -> Settings:
    return Settings(store.root.parent, "auto")
