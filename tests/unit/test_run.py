"""Running: what is selected, what is run again, and what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import docker
import pytest

from factories import CONTEXT, STARTED, failed, recording
from netdocs.errors import AuthorError, Diagnostic, NetdocsError
from netdocs.lab.runner import Task
from netdocs.lab.settings import Settings
from netdocs.protocol.events import Event
from netdocs.recording.from_events import Outcome, RunContext, recording_from_events
from netdocs.recording.model import Fingerprint
from netdocs.recording.store import Store
from netdocs.run import RunResult, longest_first, run_with_retry, select
from netdocs.scenario.parser import parse

SHELL = "# Bridge.\n# %% start\ndocker network ls\n"


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("", ["bridge/default.sh", "bridge/mine.sh", "bridges/other.sh"]),
        ("bridge", ["bridge/default.sh", "bridge/mine.sh"]),
        ("bridge/mine", ["bridge/mine.sh"]),
        ("bridge/", ["bridge/default.sh", "bridge/mine.sh"]),
        ("bridge/mine.sh", ["bridge/mine.sh"]),
        ("snippets/bridge/mine.sh", ["bridge/mine.sh"]),
        ("bridges bridge/mine", ["bridge/mine.sh", "bridges/other.sh"]),
    ],
)
def test_one_page_or_one_scenario_may_be_recorded(only: str, names: list[str]) -> None:
    """A page's name means the whole of its folder and nothing that only begins alike."""
    scenarios = [
        parse(f"snippets/{name}.sh", "# Something.\n") for name in ("bridge/default", "bridge/mine", "bridges/other")
    ]

    assert names == [scenario.name for scenario in select(scenarios, only)]


@pytest.mark.parametrize("only", ["brigde", "drivers/bridge", "drivers/bridge.md", "bridge drivers/bridge"])
def test_selecting_what_is_not_there_says_what_could_be(only: str) -> None:
    """A mistyped name is an error, not an empty success; neither is the path of a page."""
    with pytest.raises(AuthorError) as caught:
        select([parse("snippets/bridge/default.sh", "# Something.\n")], only)

    (problem,) = caught.value.problems
    assert (repr(only.rsplit(maxsplit=1)[-1]), "there is no such page or scenario") == (problem.actual, problem.message)
    assert problem.hint.endswith("(did you mean 'bridge'?)")


class Labs:
    """Stands in for the labs: the outcomes of each round of plays."""

    def __init__(self, *rounds: Outcome) -> None:
        self.rounds = iter(rounds)

    def run_tasks(self, _: object, tasks: Sequence[Task], *__: object) -> Iterator[tuple[Task, Outcome]]:
        """One outcome for each task, the same in one round."""
        outcome = next(self.rounds)
        yield from ((task, outcome) for task in tasks)


@pytest.fixture
def replay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Labs], RunResult]:
    """Play one scenario in labs whose outcomes are known."""

    def run(labs: Labs) -> RunResult:
        monkeypatch.setattr("netdocs.run.run_tasks", labs.run_tasks)
        scenario = parse("snippets/bridge/default.sh", SHELL)
        task = Task(scenario, Fingerprint("", "", ""), "28.5", "image")
        return run_with_retry(
            cast("docker.DockerClient", None), [task], Settings(tmp_path, "live"), Store(tmp_path / "plays")
        )

    return run


GOOD = Outcome(recording(), ())
BAD = Outcome(None, (Diagnostic("snippets/bridge/default.sh:3", "a command failed", "mend it"),))


def test_what_fails_once_and_then_does_not_is_a_flake(
    replay: Callable[[Labs], RunResult], caplog: pytest.LogCaptureFixture
) -> None:
    """A flake is told, whole, and stops nobody."""
    labs = Labs(BAD, GOOD)

    assert replay(labs).recordings == {"bridge/default.sh": GOOD.recording}
    assert "bridge/default.sh failed and then did not: a flake" in caplog.messages[-1]
    assert "snippets/bridge/default.sh:3: a command failed" in caplog.messages[-1]


def test_what_fails_twice_and_then_does_not_is_a_flake_too(replay: Callable[[Labs], RunResult]) -> None:
    """A race may be lost twice."""
    assert replay(Labs(BAD, BAD, GOOD)).recordings


def test_what_fails_three_times_fails_the_build(replay: Callable[[Labs], RunResult]) -> None:
    """There is no fourth time."""
    with pytest.raises(NetdocsError, match="a command failed"):
        replay(Labs(BAD, BAD, BAD)).raise_if_failed()


def test_what_goes_well_is_played_once(replay: Callable[[Labs], RunResult], caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is played again for no reason."""
    labs = Labs(GOOD)
    replay(labs)

    assert caplog.messages == []


LATE = [(failed("timed out", first=3, last=3), CONTEXT), (STARTED, replace(CONTEXT, removed_after=480))]


@pytest.mark.parametrize(("event", "context"), LATE)
def test_what_ran_out_of_time_is_not_played_again(
    replay: Callable[[Labs], RunResult], event: Event, context: RunContext
) -> None:
    """It would take as long once more; whether a limit of its own ended it or the lab was removed."""
    late = recording_from_events(parse("snippets/bridge/default.sh", SHELL), [event], context)
    result = replay(Labs(late))

    assert late.problems == result.problems
    assert {"bridge/default.sh"} == result.timed_out


def test_words_do_not_make_a_time_out(replay: Callable[[Labs], RunResult]) -> None:
    """A command may print that it ran out of time, and be a flake all the same."""
    bad = Outcome(None, (Diagnostic("snippets/bridge/default.sh:3", "curl ran out of time", "mend it"),))

    assert replay(Labs(bad, GOOD)).recordings


def test_what_took_longest_is_played_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its last play here, else by its recording; what was never played might be the longest."""
    settings, plays = Settings(tmp_path, "live"), Store(tmp_path / ".cache/plays")
    for store, name, seconds in ((Store(settings.recordings), "a", 9.0), (plays, "a", 1.0), (plays, "b", 5.0)):
        store.root.mkdir(parents=True, exist_ok=True)
        store.save(recording(scenario=f"bridge/{name}.sh", seconds=seconds))
    tasks = [Task(parse(f"snippets/bridge/{n}.sh", SHELL), Fingerprint("", "", ""), "28.5", "image") for n in "abc"]
    played: list[str] = []

    def run_tasks(_: object, tasks: Sequence[Task], *__: object) -> Iterator[tuple[Task, Outcome]]:
        played.extend(task.scenario.name for task in tasks)
        yield from ((task, GOOD) for task in tasks)

    monkeypatch.setattr("netdocs.run.run_tasks", run_tasks)
    run_with_retry(cast("docker.DockerClient", None), tasks, settings, plays)

    assert played == ["bridge/c.sh", "bridge/b.sh", "bridge/a.sh"]
    assert longest_first(tasks, {}) == tasks


def test_what_bash_cannot_read_is_never_played(tmp_path: Path) -> None:
    """No engine is asked for anything: it would fail three times in the same way."""
    scenario = parse("snippets/bridge/default.sh", '# Broken.\n# %% start\necho "one\n')
    task = Task(scenario, Fingerprint("", "", ""), "28.5", "image")
    with pytest.raises(AuthorError, match=r"snippets/bridge/default\.sh:3: bash cannot read this scenario"):
        run_with_retry(cast("docker.DockerClient", None), [task], Settings(tmp_path, "live"), Store(tmp_path / "plays"))
