"""Building: a checked plan from files, and a book from recordings where there is no engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import command, recording
from netdocs.build import make_plan, parse_all, run_or_load, state_mismatches
from netdocs.errors import AuthorError, MachineError
from netdocs.lab.settings import Settings
from netdocs.lab.site_options import Mode, site_options
from netdocs.page.plan import Plan
from netdocs.page.results import BuildResult
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import to_json
from netdocs.recording.model import ClaimResult, Fingerprint, Recording, StepResult

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
        StepResult("_setup", (), ()),
        StepResult("start", (), (command("docker network ls", "bridge\n"),)),
        scenario=name,
        fingerprint=Fingerprint(digest(text), "player", "image"),
        claims=(ClaimResult("a", "start", 5, "passed"),) if name.endswith(".sh") else (),
    )


@pytest.fixture
def save(write: Write) -> Callable[[Recording], None]:
    """Commit a recording."""

    def put(recorded_: Recording) -> None:
        write(f"recordings/28.5/{recorded_.scenario}.json", to_json(recorded_))

    return put


@pytest.fixture
def saved(save: Callable[[Recording], None]) -> None:
    """Both dialects have fresh recordings."""
    save(recorded("bridge/default.sh", SHELL))
    save(recorded("bridge/default.py", PYTHON))


def build(root: Path, mode: Mode = "recorded") -> BuildResult:
    return run_or_load(make_plan(root, PAGES), Settings(root, mode))


def problems(root: Path) -> list[tuple[str, str]]:
    with pytest.raises(MachineError) as caught:
        build(root)
    return [(problem.location, problem.message) for problem in caught.value.problems]


def test_a_plan_is_made_of_pages_and_files(project: Path) -> None:
    """Fences, scenarios and claims are found and fit."""
    checked_plan = make_plan(project, PAGES)

    assert ["docs/en/bridge.md:5"] == [fence.location for fence in checked_plan.fences]
    assert ["bridge/default.py", "bridge/default.sh"] == [scenario.name for scenario in checked_plan.scenarios]
    assert ["a"] == list(checked_plan.claims)


def test_a_link_to_an_unknown_claim_breaks_the_plan(project: Path) -> None:
    """A sentence that nothing proves must not look proven."""
    with pytest.raises(AuthorError) as caught:
        make_plan(project, {"docs/en/bridge.md": PAGE.replace("claim:a", "claim:b")})

    assert ["docs/en/bridge.md:3"] == [problem.location for problem in caught.value.problems]


def test_problems_of_all_scenarios_are_told_at_once() -> None:
    """One broken file does not hide another."""
    with pytest.raises(AuthorError) as caught:
        parse_all({"snippets/a/b.sh": "# %% Bad\n", "snippets/c/d.py": "x = (\n", "snippets/e/f.sh": "true\n"})

    assert ["snippets/a/b.sh:1", "snippets/c/d.py:1"] == [problem.location for problem in caught.value.problems]


@pytest.mark.usefixtures("saved")
def test_recorded_mode_shows_what_was_recorded(project: Path) -> None:
    """Everything is there, the shell first, and nothing is called live or stale."""
    book = build(project)

    assert ["bridge/default.sh", "bridge/default.py"] == [
        sourced.recording.scenario for sourced in book.results_for("bridge/default")
    ]
    assert {(False, False)} == {(sourced.live, sourced.stale) for sourced in book.results.values()}
    assert not book.live


@pytest.mark.usefixtures("saved", "no_engine")
def test_auto_mode_without_an_engine_shows_what_was_recorded(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A contributor without Docker sees the whole site."""
    book = run_or_load(make_plan(project, PAGES), Settings(project, "auto"))

    assert 2 == len(book.results)
    assert "no Docker Engine answers" in caplog.messages[0]
    assert ["no engine is used: every output on these pages is a recording"] == caplog.messages[1:]


@pytest.mark.usefixtures("saved")
def test_a_changed_scenario_makes_its_recording_stale(project: Path, write: Write) -> None:
    """It is shown all the same, and marked; the other is not."""
    write("snippets/bridge/default.sh", SHELL.replace("# Bridge.", "# A bridge."))
    book = build(project)

    assert {"bridge/default.sh": True, "bridge/default.py": False} == {
        name: sourced.stale for name, sourced in book.results.items()
    }


@pytest.mark.usefixtures("saved")
def test_another_player_or_image_makes_nothing_stale(project: Path, save: Callable[[Recording], None]) -> None:
    """A reader is told when the scenario changed, not when our tooling did."""
    saved = recorded("bridge/default.sh", SHELL)
    save(replace(saved, fingerprint=replace(saved.fingerprint, player="another", image="another")))

    assert not build(project).results["bridge/default.sh"].stale


def test_missing_recordings_are_told_by_scenario(project: Path) -> None:
    """All of them at once."""
    message = "there is no recording of it on engine 28.5, and no engine to play it"

    assert [("snippets/bridge/default.py", message), ("snippets/bridge/default.sh", message)] == problems(project)


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
def test_a_scenario_that_was_skipped_reason_needs_no_steps(project: Path, save: Callable[[Recording], None]) -> None:
    """The page says why instead."""
    skipped = replace(
        recorded("bridge/default.sh", SHELL), steps=(), claims=(), skipped_reason="this kernel has no ip_vs"
    )
    save(skipped)

    assert skipped == build(project).results["bridge/default.sh"].recording


@pytest.mark.usefixtures("saved", "no_engine")
def test_live_mode_without_an_engine_is_an_error(project: Path) -> None:
    """What is published is played; recordings do not stand in."""
    with pytest.raises(MachineError, match="no Docker Engine answers"):
        build(project, "live")


def test_an_empty_book_is_live() -> None:
    """Where nothing is shown nothing is a recording."""
    assert BuildResult(Plan((), ())).live


@pytest.mark.usefixtures("saved")
def test_dialects_that_leave_different_things_behind_are_told(project: Path, save: Callable[[Recording], None]) -> None:
    """Two dialects tell one story, or the page lies about one of them."""
    save(replace(recorded("bridge/default.py", PYTHON), state_lines=("docker1: network mine bridge local",)))
    with pytest.raises(AuthorError) as caught:
        build(project)

    assert ["snippets/bridge/default.py"] == [problem.location for problem in caught.value.problems]


def test_stories_are_compared_where_there_are_two() -> None:
    """A scenario of one dialect has nothing to agree with."""
    shell_only = recording(state_lines=("docker1: network mine bridge local",))

    assert [] == list(state_mismatches({"a/b.sh": shell_only, "c/d.py": recording()}))


@pytest.mark.usefixtures("saved")
def test_recordings_of_other_engines_come_along(project: Path, write: Write) -> None:
    """Where they are; a step in which an engine differs is noted."""
    older = replace(
        recorded("bridge/default.sh", SHELL),
        engine="26.1",
        steps=(StepResult("_setup", (), ()), StepResult("start", (), (command("docker network ls", "none\n"),))),
    )
    write("recordings/26.1/bridge/default.sh.json", to_json(older))
    book = build(project)

    assert ["28.5", "26.1"] == list(book.on_engines("bridge/default.sh"))
    assert ["28.5"] == list(book.on_engines("bridge/default.py"))
    assert ("start",) == book.results["bridge/default.sh"].differing
    assert () == book.results["bridge/default.py"].differing


@pytest.mark.usefixtures("saved")
def test_other_engines_are_those_of_the_project(project: Path, write: Write) -> None:
    """It may have a list of its own, with the agent that plays on them."""
    write("lab/agent/run.py", "")
    write("lab/engines.toml", '["28.5"]\ndebian = "forky"\n\n["27.5"]\ndebian = "sid"\n')
    older = replace(recorded("bridge/default.sh", SHELL), engine="27.5")
    write("recordings/27.5/bridge/default.sh.json", to_json(older))
    write("recordings/26.1/bridge/default.sh.json", "{")

    assert ["28.5", "27.5"] == list(build(project).on_engines("bridge/default.sh"))
    assert site_options({"engine": "27.5"}, project).engine == "27.5"


@pytest.mark.usefixtures("saved")
def test_a_damaged_recording_of_another_engine_is_told(project: Path, write: Write) -> None:
    """It is part of the pages as well."""
    write("recordings/26.1/bridge/default.sh.json", "{")

    assert [("recordings/26.1/bridge/default.sh.json", "this is no recording")] == problems(project)


@pytest.mark.usefixtures("saved")
def test_a_claim_the_recording_does_not_have_is_told(project: Path, write: Write) -> None:
    """A claim added since was never checked; a missing step is an error, and so is this."""
    write("snippets/bridge/default.sh", SHELL + "# claim b: There is a host network.\ndocker network inspect host\n")

    assert ["snippets/bridge/default.sh:6"] == [location for location, _ in problems(project)]
