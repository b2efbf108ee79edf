"""Building: a checked plan from files, and a book from recordings where there is no engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from netdocs.core.errors import AuthorError, MachineError, NetdocsError, Problem
from netdocs.core.fold import Outcome
from netdocs.core.keys import digest
from netdocs.core.parse import parse
from netdocs.core.plan import Plan
from netdocs.core.recording import ClaimRecord, Key, Recording, StepRecord, to_json
from netdocs.effects.store import Store
from netdocs.wiring.build import Book, make_plan, parse_all, play_all, produce, untrue_stories
from netdocs.wiring.perform import Task
from netdocs.wiring.settings import Mode, Settings
from samples import entry, recording

Write = Callable[[str, str], Path]

SHELL = "# Bridge.\n# %% start\ndocker network ls\n# claim a: There is a bridge.\ndocker network inspect bridge\n"
PYTHON = '"""Bridge."""\n# %% start\nprint("bridge")\n'
PAGE = '# Bridge\n\n[There is one](claim:a).\n\n```console exec="on" session="bridge/default" step="start"\n```\n'
PAGES = {"docs/en/bridge.md": PAGE}


@pytest.fixture
def project(tmp_path: Path, write: Write) -> Path:
    """One page and both dialects of one scenario."""
    write("snippets/bridge/default.sh", SHELL)
    write("snippets/bridge/default.py", PYTHON)
    return tmp_path


def recorded(name: str, text: str) -> Recording:
    """A recording of what the scenario is now."""
    return recording(
        StepRecord("_setup", "", ()),
        StepRecord("start", "", (entry("docker network ls", "bridge\n"),)),
        scenario=name,
        key=Key(digest(text), "player", "image"),
        claims=(ClaimRecord("a", "start", 5, "passed"),) if name.endswith(".sh") else (),
    )


@pytest.fixture
def save(write: Write) -> Callable[[Recording], None]:
    """Commit a recording."""

    def put(made: Recording) -> None:
        write(f"recordings/28.5/{made.scenario}.json", to_json(made))

    return put


@pytest.fixture
def saved(save: Callable[[Recording], None]) -> None:
    """Both dialects have fresh recordings."""
    save(recorded("bridge/default.sh", SHELL))
    save(recorded("bridge/default.py", PYTHON))


def build(root: Path, mode: Mode = "recorded") -> Book:
    return produce(make_plan(root, PAGES), Settings(root, mode), lambda _: None)


def problems(root: Path) -> list[tuple[str, str]]:
    with pytest.raises(MachineError) as caught:
        build(root)
    return [(problem.where, problem.what) for problem in caught.value.problems]


def test_a_plan_is_made_of_pages_and_files(project: Path) -> None:
    """Fences, scenarios and claims are found and fit."""
    made = make_plan(project, PAGES)

    assert ["docs/en/bridge.md:5"] == [fence.where for fence in made.fences]
    assert ["bridge/default.py", "bridge/default.sh"] == [scenario.name for scenario in made.scenarios]
    assert ["a"] == list(made.claims())


def test_a_link_to_an_unknown_claim_breaks_the_plan(project: Path) -> None:
    """A sentence that nothing proves must not look proven."""
    with pytest.raises(AuthorError) as caught:
        make_plan(project, {"docs/en/bridge.md": PAGE.replace("claim:a", "claim:b")})

    assert ["docs/en/bridge.md:3"] == [problem.where for problem in caught.value.problems]


def test_problems_of_all_scenarios_are_told_at_once() -> None:
    """One broken file does not hide another."""
    with pytest.raises(AuthorError) as caught:
        parse_all({"snippets/a/b.sh": "# %% Bad\n", "snippets/c/d.py": "x = (\n", "snippets/e/f.sh": "true\n"})

    assert ["snippets/a/b.sh:1", "snippets/c/d.py:1"] == [problem.where for problem in caught.value.problems]


@pytest.mark.usefixtures("saved")
def test_recorded_mode_shows_what_was_recorded(project: Path) -> None:
    """Everything is there, the shell first, and nothing is called live or stale."""
    book = build(project)

    assert ["bridge/default.sh", "bridge/default.py"] == [
        shown.recording.scenario for shown in book.session("bridge/default")
    ]
    assert {(False, False)} == {(shown.live, shown.stale) for shown in book.shown.values()}
    assert not book.live


@pytest.mark.usefixtures("saved", "no_engine")
def test_auto_mode_without_an_engine_shows_what_was_recorded(project: Path) -> None:
    """A contributor without Docker sees the whole site."""
    said: list[str] = []
    book = produce(make_plan(project, PAGES), Settings(project, "auto"), said.append)

    assert 2 == len(book.shown)
    assert ["no engine is used: every output on these pages is a recording"] == said


@pytest.mark.usefixtures("saved")
def test_a_changed_scenario_makes_its_recording_stale(project: Path, write: Write) -> None:
    """It is shown all the same, and marked; the other is not."""
    write("snippets/bridge/default.sh", SHELL.replace("# Bridge.", "# A bridge."))
    book = build(project)

    assert {"bridge/default.sh": True, "bridge/default.py": False} == {
        name: shown.stale for name, shown in book.shown.items()
    }


@pytest.mark.usefixtures("saved")
def test_another_player_or_image_makes_nothing_stale(project: Path, save: Callable[[Recording], None]) -> None:
    """A reader is told when the scenario changed, not when our tooling did."""
    made = recorded("bridge/default.sh", SHELL)
    save(replace(made, key=replace(made.key, player="another", image="another")))

    assert not build(project).shown["bridge/default.sh"].stale


def test_missing_recordings_are_told_by_scenario(project: Path) -> None:
    """All of them at once."""
    what = "there is no recording of it on engine 28.5, and no engine to play it"

    assert [("snippets/bridge/default.py", what), ("snippets/bridge/default.sh", what)] == problems(project)


@pytest.mark.usefixtures("saved")
def test_a_step_the_recording_does_not_have_is_told(project: Path, write: Write) -> None:
    """A new step cannot be shown before it was played."""
    write("snippets/bridge/default.sh", SHELL + "# %% _later\ntrue\n")

    assert [
        ("snippets/bridge/default.sh:6", "the recording has no step '_later', and there is no engine to play it")
    ] == problems(project)


@pytest.mark.usefixtures("saved")
def test_a_damaged_recording_is_told(project: Path, write: Write) -> None:
    """A merge gone wrong is an error, not an empty page."""
    write("recordings/28.5/bridge/default.sh.json", "<<<<<<< HEAD\n")

    assert [("recordings/28.5/bridge/default.sh.json", "this is no recording")] == problems(project)


@pytest.mark.usefixtures("saved")
def test_a_scenario_that_was_not_run_needs_no_steps(project: Path, save: Callable[[Recording], None]) -> None:
    """The page says why instead."""
    made = replace(recorded("bridge/default.sh", SHELL), steps=(), claims=(), not_run="this kernel has no ip_vs")
    save(made)

    assert made == build(project).shown["bridge/default.sh"].recording


@pytest.mark.usefixtures("saved", "no_engine")
def test_live_mode_without_an_engine_is_an_error(project: Path) -> None:
    """What is published is played; recordings do not stand in."""
    with pytest.raises(MachineError, match="no Docker Engine answers"):
        build(project, "live")


def test_an_empty_book_is_live() -> None:
    """Where nothing is shown nothing is a recording."""
    assert Book(Plan((), ())).live


@pytest.mark.usefixtures("saved")
def test_dialects_that_leave_different_things_behind_are_told(project: Path, save: Callable[[Recording], None]) -> None:
    """Two dialects tell one story, or the page lies about one of them."""
    save(replace(recorded("bridge/default.py", PYTHON), state="docker1: network mine bridge local"))
    with pytest.raises(AuthorError) as caught:
        build(project)

    assert ["snippets/bridge/default.py"] == [problem.where for problem in caught.value.problems]


def test_stories_are_compared_where_there_are_two() -> None:
    """A scenario of one dialect has nothing to agree with."""
    alone = recording(state="docker1: network mine bridge local")

    assert [] == list(untrue_stories({"a/b.sh": alone, "c/d.py": recording()}))


@pytest.mark.usefixtures("saved")
def test_recordings_of_other_engines_come_along(project: Path, write: Write) -> None:
    """Where they are; a step in which an engine differs is noted."""
    other = replace(
        recorded("bridge/default.sh", SHELL),
        engine="26.1",
        steps=(StepRecord("_setup", "", ()), StepRecord("start", "", (entry("docker network ls", "none\n"),))),
    )
    write("recordings/26.1/bridge/default.sh.json", to_json(other))
    book = build(project)

    assert ["28.5", "26.1"] == list(book.on_engines("bridge/default.sh"))
    assert ["28.5"] == list(book.on_engines("bridge/default.py"))
    assert ("start",) == book.shown["bridge/default.sh"].differing
    assert () == book.shown["bridge/default.py"].differing


@pytest.mark.usefixtures("saved")
def test_a_damaged_recording_of_another_engine_is_told(project: Path, write: Write) -> None:
    """It is part of the pages as well."""
    write("recordings/26.1/bridge/default.sh.json", "{")

    assert [("recordings/26.1/bridge/default.sh.json", "this is no recording")] == problems(project)


@pytest.mark.usefixtures("saved")
def test_a_claim_the_recording_does_not_have_is_told(project: Path, write: Write) -> None:
    """A claim added since was never checked; a missing step is an error, and so is this."""
    write("snippets/bridge/default.sh", SHELL + "# claim b: There is a host network.\ndocker network inspect host\n")

    assert ["snippets/bridge/default.sh:6"] == [where for where, _ in problems(project)]


class Labs:
    """Stands in for the labs: the outcomes of each round of plays, and what the build said meanwhile."""

    def __init__(self, *rounds: Outcome) -> None:
        self.rounds, self.said = iter(rounds), list[str]()

    def perform(self, _: object, tasks: Sequence[Task], *__: object) -> Iterator[tuple[Task, Outcome]]:
        """One outcome for each task, the same in one round."""
        outcome = next(self.rounds)
        yield from ((task, outcome) for task in tasks)


@pytest.fixture
def replay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Labs], dict[str, Recording]]:
    """Play one scenario in labs whose outcomes are known."""

    def played(labs: Labs) -> dict[str, Recording]:
        monkeypatch.setattr("netdocs.wiring.build.perform", labs.perform)
        scenario = parse("snippets/bridge/default.sh", SHELL)
        task = Task(scenario, Key("", "", ""), "28.5", "image")
        return play_all(None, [task], Settings(tmp_path, "live"), Store(tmp_path / "plays"), labs.said.append)

    return played


GOOD = Outcome(recorded("bridge/default.sh", SHELL), ())
BAD = Outcome(None, (Problem("snippets/bridge/default.sh:3", "a command failed", "mend it"),))


def test_what_fails_once_and_then_does_not_is_a_flake(replay: Callable[[Labs], dict[str, Recording]]) -> None:
    """A flake is told, whole, and stops nobody."""
    labs = Labs(BAD, GOOD)

    assert replay(labs) == {"bridge/default.sh": GOOD.recording}
    assert "bridge/default.sh failed once and then did not: a flake" in labs.said[-1]
    assert "snippets/bridge/default.sh:3: a command failed" in labs.said[-1]


def test_what_fails_twice_fails_the_build(replay: Callable[[Labs], dict[str, Recording]]) -> None:
    """There is no third time."""
    with pytest.raises(NetdocsError, match="a command failed"):
        replay(Labs(BAD, BAD))


def test_what_goes_well_is_played_once(replay: Callable[[Labs], dict[str, Recording]]) -> None:
    """Nothing is played again for no reason."""
    labs = Labs(GOOD)
    replay(labs)

    assert labs.said == []
