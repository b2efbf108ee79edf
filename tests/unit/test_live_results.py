"""What is played for a build, and what a server that follows an author takes from the recordings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import docker
import pytest
from msgspec.structs import replace

from factories import command, recording
from netdocs import live_results
from netdocs.lab.runner import Task
from netdocs.lab.settings import Settings, from_environ
from netdocs.lab.site_options import Mode
from netdocs.recording.fingerprint import digest
from netdocs.recording.model import Fingerprint, Recording, StepResult
from netdocs.recording.store import Store
from netdocs.run import RunResult
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse

TEXT = "# Bridge.\n# %% start\nls\n"
Played = Callable[[Settings], tuple[list[str], list[str]]]


def recorded(name: str, text: str = TEXT) -> Recording:
    steps = (StepResult("_setup", (), ()), StepResult("start", (), (command("ls"),)))
    return recording(*steps, scenario=name, fingerprint=Fingerprint(digest(text), "", ""))


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Played:
    """What is played of four scenarios, and what is shown as recorded."""
    store = Store(tmp_path / "recordings")
    store.save(recorded("page/same.sh"))
    store.save(recorded("page/changed.sh", "# Before.\n"))
    store.save(replace(recorded("page/begun.sh"), steps=(), skipped_reason="it has not been recorded yet"))
    scenarios = [parse(f"snippets/page/{name}.sh", TEXT) for name in ("same", "changed", "begun", "new")]
    names: list[str] = []

    def tasks(_: object, scenarios: Sequence[Scenario], __: object) -> list[Task]:
        return [Task(scenario, Fingerprint("", "", ""), "28.5", "image") for scenario in scenarios]

    def run(_: object, todo: Sequence[Task], *__: object) -> RunResult:
        names.extend(task.scenario.name for task in todo)
        return RunResult({task.scenario.name: recorded(task.scenario.name) for task in todo}, {})

    monkeypatch.setattr(live_results, "make_tasks", tasks)
    monkeypatch.setattr(live_results, "run_with_retry", run)

    def play(settings: Settings) -> tuple[list[str], list[str]]:
        results = live_results._played(cast("docker.DockerClient", None), scenarios, settings)  # noqa: SLF001
        assert results.keys() == {scenario.name for scenario in scenarios}
        return names, [name for name, result in results.items() if not result.live]

    return play


def test_a_server_plays_what_is_not_recorded_as_it_stands(tmp_path: Path, played: Played) -> None:
    """What has changed, what was only begun and what is new; the rest is there at once, from the recordings."""
    assert played(Settings(tmp_path, "auto", follows=True)) == (
        ["page/changed.sh", "page/begun.sh", "page/new.sh"],
        ["page/same.sh"],
    )


@pytest.mark.parametrize(("mode", "follows"), [("auto", False), ("live", True), ("live", False)])
def test_a_build_plays_everything(tmp_path: Path, played: Played, mode: Mode, follows: bool) -> None:
    """So does a server that is told to."""
    names, from_recordings = played(Settings(tmp_path, mode, follows=follows))

    assert (len(names), from_recordings) == (4, [])


def test_a_server_is_known_by_what_it_sets(tmp_path: Path) -> None:
    assert from_environ(tmp_path, {"NETDOCS_LIVE_RELOAD": "1"}).follows
    assert not from_environ(tmp_path, {}).follows
