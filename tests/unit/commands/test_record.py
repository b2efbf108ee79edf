"""Recording: committed files change only if the output did."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import FINGERPRINT, one_step
from netdocs.commands.record import Request, differs, record
from netdocs.errors import AuthorError, Diagnostic, MachineError, NetdocsError
from netdocs.lab.runner import Task
from netdocs.recording.store import Store
from netdocs.run import RunResult
from netdocs.scenario.model import Scenario

Write = Callable[[str, str], Path]

PING = one_step("ping -c 1 172.17.0.3", "64 bytes from 172.17.0.3: seq=0 ttl=64 time=0.101 ms\n")


def test_what_was_never_recorded_has_changed(tmp_path: Path) -> None:
    """The first recording is always written."""
    assert differs(Store(tmp_path), PING)


def test_what_is_volatile_changes_nothing(tmp_path: Path) -> None:
    """Another time, another duration, another patch release: no diff for anybody to read."""
    store = Store(tmp_path)
    store.save(PING)
    again = one_step(
        PING.steps[0].commands[0].text, "64 bytes from 172.17.0.3: seq=0 ttl=64 time=0.2 ms\n", seconds=1.0
    )

    assert not differs(store, PING)
    assert not differs(store, replace(again, recorded_at="2027-01-01T00:00:00Z", version="28.5.9"))


def test_another_output_is_a_change(tmp_path: Path) -> None:
    """The diff shows what really changed."""
    store = Store(tmp_path)
    store.save(PING)

    assert differs(store, one_step("ping -c 1 172.17.0.3", "ping: bad address\n"))


def test_a_damaged_recording_has_changed(tmp_path: Path) -> None:
    """It says nothing, so it is written anew."""
    store = Store(tmp_path)
    store.save(PING)
    store.path("28.5", PING.scenario).write_text("{", encoding="utf-8")

    assert differs(store, PING)


@pytest.mark.usefixtures("no_engine")
def test_recording_needs_an_engine(tmp_path: Path) -> None:
    """Without one nothing is played and nothing is removed."""
    store = Store(tmp_path / "recordings")
    store.save(PING)
    with pytest.raises(MachineError, match="no Docker Engine answers"):
        record(tmp_path, Request(("28.5",)))

    assert PING == store.load("28.5", PING.scenario)


@pytest.mark.usefixtures("no_engine")
def test_broken_scenarios_are_told_before_an_engine_is_looked_for(tmp_path: Path) -> None:
    """What an author can mend comes first."""
    (tmp_path / "snippets" / "a").mkdir(parents=True)
    (tmp_path / "snippets" / "a" / "b.sh").write_text("# %% Bad\n", encoding="utf-8")
    with pytest.raises(AuthorError):
        record(tmp_path, Request(("28.5",)))


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> dict[str, RunResult]:
    """What comes of a run on each engine; no engine is needed."""
    results: dict[str, RunResult] = {}
    monkeypatch.setattr("netdocs.lab.outer_engine.require_engine", lambda *_: io.BytesIO())
    monkeypatch.setattr(
        "netdocs.commands.record.make_tasks", lambda _client, scenarios, _settings: list(map(task, scenarios))
    )
    monkeypatch.setattr(
        "netdocs.commands.record.run_with_retry", lambda _client, _tasks, settings, _cache: results[settings.engine]
    )
    return results


def task(scenario: Scenario) -> Task:
    return Task(scenario, FINGERPRINT, "28.5", "image")


PROBLEM = Diagnostic("snippets/bridge/bad.sh:1", "a command failed", "mend it")


def test_what_goes_well_is_written_though_another_fails(
    tmp_path: Path, write: Write, outcomes: dict[str, RunResult], caplog: pytest.LogCaptureFixture
) -> None:
    """On every engine; what failed keeps its recording, and is named."""
    write("snippets/bridge/default.sh", "# Good.\ntrue\n")
    write("snippets/bridge/bad.sh", "# Bad.\nfalse\n")
    store = Store(tmp_path / "recordings")
    before = replace(PING, scenario="bridge/bad.sh")
    store.save(before)
    for engine in ("28.5", "26.1"):
        good = replace(PING, engine=engine)
        outcomes[engine] = RunResult({"bridge/default.sh": good}, {"bridge/bad.sh": (PROBLEM,)})
    with pytest.raises(NetdocsError) as caught:
        record(tmp_path, Request(("28.5", "26.1")))

    assert (PROBLEM, PROBLEM) == caught.value.problems
    assert ["bridge/bad.sh", "bridge/default.sh"] == list(store.names("28.5"))
    assert ["bridge/default.sh"] == list(store.names("26.1"))
    assert before == store.load("28.5", "bridge/bad.sh")
    assert "engine 26.1: 1 failed, their recordings stay: bridge/bad.sh" in caplog.messages


def test_dialects_that_disagree_are_not_written(tmp_path: Path, write: Write, outcomes: dict[str, RunResult]) -> None:
    """Nobody knows which of them is right."""
    write("snippets/bridge/default.sh", "# Good.\ntrue\n")
    write("snippets/bridge/default.py", '"""Good."""\n')
    python = replace(PING, scenario="bridge/default.py", state_lines=("docker1: network mine bridge local",))
    outcomes["28.5"] = RunResult({"bridge/default.sh": PING, "bridge/default.py": python}, {})
    with pytest.raises(NetdocsError):
        record(tmp_path, Request(("28.5",)))

    assert [] == list(Store(tmp_path / "recordings").names("28.5"))
