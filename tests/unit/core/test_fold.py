"""Folding: from the events of a play to a recording or to the problems it met."""

from __future__ import annotations

from typing import Any

import pytest

from netdocs.core.fold import Outcome, fold
from netdocs.core.parse import parse
from netdocs.core.recording import ClaimRecord, Entry
from samples import AROUND, KEY, PLAYED, event

SHELL = """\
# Networks of a fresh engine.
# %% start
# comment
docker network ls
# claim some-id: The engine has a network called bridge.
docker network inspect bridge
# %% end
docker network rm bridge
"""
PYTHON = '''\
"""Networks of a fresh engine."""
import docker
# %% start
client = docker.from_env()
networks = client.networks.list()
# claim some-id: The engine has a network called bridge.
assert "bridge" in [network.name for network in networks]
'''


def play(*events: dict[str, Any], python: bool = False) -> Outcome:
    path, text = ("snippets/home/engine.py", PYTHON) if python else ("snippets/home/engine.sh", SHELL)
    return fold(parse(path, text), events, AROUND)


def only_problem(*events: dict[str, Any], python: bool = False) -> tuple[str, str]:
    """Place and fact of the one problem of a play that gives no recording."""
    outcome = play(*events, python=python)
    assert outcome.recording is None
    (problem,) = outcome.problems
    return problem.where, problem.what


def test_a_play_that_went_well_is_a_recording() -> None:
    """Entries go to their steps, claims keep their order, circumstances are noted."""
    outcome = play(
        event("ready"),
        event("step", step="_setup"),
        event("step", step="start"),
        event("entry", output="NETWORK ID\n"),
        event("claim"),
        event("step", step="end"),
        event("entry", step="end", first=8, last=8, text="docker network rm bridge", status=1),
        event("done"),
    )
    made = outcome.recording

    assert () == outcome.problems
    assert made is not None
    assert ("home/engine.sh", "28.5", "28.5.2+dfsg4", "6.12.48-amd64", PLAYED, 4.2, KEY, "") == (
        made.scenario,
        made.engine,
        made.version,
        made.kernel,
        made.played,
        made.seconds,
        made.key,
        made.not_run,
    )
    assert [("_setup", 0), ("start", 1), ("end", 1)] == [(step.name, len(step.entries)) for step in made.steps]
    assert Entry(4, 4, "docker1", "docker network ls", "NETWORK ID\n", 0, 0, 0.12) == made.steps[1].entries[0]
    assert (ClaimRecord("some-id", "start", 6, "passed"),) == made.claims


def test_the_python_dialects_source_comes_from_the_scenario() -> None:
    """The lab reports what was printed; what a reader sees was known before."""
    outcome = play(event("ready"), event("step"), event("claim", first=7, last=7), event("done"), python=True)

    assert outcome.recording is not None
    assert "client = docker.from_env()\nnetworks = client.networks.list()" == outcome.recording.steps[1].source


def test_what_is_left_behind_is_kept() -> None:
    """The state of the engines at the end is part of the recording, a line a thing."""
    state = event("state", lines=["docker1: network bridge bridge local", "docker2: network host host local"])
    made = play(event("ready"), event("claim"), state, event("done")).recording

    assert made is not None
    assert "docker1: network bridge bridge local\ndocker2: network host host local" == made.state


def test_a_scenario_that_cannot_run_here_is_recorded_so() -> None:
    """The reason is all there is; nothing is pretended."""
    outcome = play(event("not run", reason="this kernel has no ip_vs"))

    assert () == outcome.problems
    assert outcome.recording is not None
    assert ("this kernel has no ip_vs", (), ()) == (
        outcome.recording.not_run,
        outcome.recording.steps,
        outcome.recording.claims,
    )


def test_a_claim_that_does_not_apply_is_no_problem() -> None:
    """Not applicable is recorded as such."""
    outcome = play(event("ready"), event("claim", status="not applicable"), event("done"))

    assert () == outcome.problems
    assert outcome.recording is not None
    assert "not applicable" == outcome.recording.claims[0].status


def test_a_false_claim_does_not_end_the_play() -> None:
    """The recording is whole, and the problem shows the sentence, the check, its values and what it printed."""
    failed = event(
        "claim", status="failed", checked="docker network inspect bridge", values={"$status": "0"}, printed="none\n"
    )
    outcome = play(event("ready"), event("step"), failed, event("done"))
    (problem,) = outcome.problems

    assert outcome.recording is not None
    assert ("snippets/home/engine.sh:5", "claim 'some-id' is false on engine 28.5") == (problem.where, problem.what)
    assert "The engine has a network called bridge." == problem.expected
    assert "docker network inspect bridge\n$status = 0" == problem.seen
    assert "none\n" == problem.output


def test_a_false_claim_in_python_shows_its_assertion() -> None:
    """The lab knows the lines only; their text is the scenario's."""
    failed = event("claim", status="failed", first=7, last=7, checked="", values={"networks": "[]"}, printed="")
    (problem,) = play(event("ready"), failed, event("done"), python=True).problems

    assert 'assert "bridge" in [network.name for network in networks]\nnetworks = []' == problem.seen


def test_every_false_claim_is_told() -> None:
    """A claim that fails and a command that fails later are both problems."""
    failed_claim = event("claim", status="failed", checked="x", values={}, printed="")
    outcome = play(event("ready"), failed_claim, event("failed", kind="command", step="end", status=1))

    assert outcome.recording is None
    assert ["claim 'some-id' is false on engine 28.5", "a command failed in step 'end' on engine 28.5"] == [
        problem.what for problem in outcome.problems
    ]


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("command", "a command failed in step 'start' on engine 28.5"),
        ("no failure", "a command marked `# fails` succeeded in step 'start' on engine 28.5"),
        ("timed out", "step 'start' on engine 28.5 ran out of time"),
        ("ended", "the shell or Python itself ended in step 'start' on engine 28.5"),
    ],
)
def test_a_play_that_stopped_tells_why(kind: str, what: str) -> None:
    """The command's place and the end of its output are in the problem; there is no recording."""
    assert ("snippets/home/engine.sh:4", what) == only_problem(
        event("ready"), event("step"), event("failed", kind=kind)
    )


def test_an_exception_is_told_at_its_line() -> None:
    """Python knows the line in the scenario from which the exception came."""
    raised = event("failed", kind="exception", first=4, last=5, line=5, text="", error="KeyError: 'x'", values={})
    outcome = play(event("ready"), event("step"), raised, python=True)
    (problem,) = outcome.problems

    assert "snippets/home/engine.py:5" == problem.where
    assert "networks = client.networks.list()\nKeyError: 'x'" == problem.seen


def test_a_lab_that_could_not_be_built_is_told() -> None:
    """What the lab said is quoted."""
    assert ("snippets/home/engine.sh", "the lab could not be built") == only_problem(
        {"event": "failed", "kind": "lab", "message": "dockerd did not answer"}
    )


def test_a_play_cut_off_in_a_step_is_told_at_the_step() -> None:
    """Without a last event the lab died; the step under way is where."""
    assert ("snippets/home/engine.sh:7", "the lab ended in the middle of step 'end' on engine 28.5") == only_problem(
        event("ready"), event("step"), event("step", step="end"), event("entry", step="end")
    )


@pytest.mark.parametrize("events", [[], [event("ready")]])
def test_a_play_cut_off_before_any_step_is_told_so(events: list[dict[str, Any]]) -> None:
    """No step had begun: the lab's start is where."""
    assert ("snippets/home/engine.sh", "the lab ended in the middle of its start on engine 28.5") == only_problem(
        *events
    )


@pytest.mark.parametrize(("version", "same"), [("28.5.2+dfsg4", True), ("28.50.1", False), ("29.0.1", False)])
def test_the_engine_must_be_of_the_series_its_image_is_named_for(version: str, same: bool) -> None:
    """An image that has moved on would make recordings under a wrong name."""
    problems = play(event("ready", version=version), event("claim"), event("done")).problems

    assert same == (not problems)
    assert all(problem.seen == f"engine {version}" for problem in problems)


def test_a_claim_that_was_never_checked_is_told() -> None:
    """A claim inside a here-document or a loop looks like one and proves nothing."""
    outcome = play(event("ready"), event("step"), event("done"))

    assert [("snippets/home/engine.sh:5", "claim 'some-id' was never checked")] == [
        (problem.where, problem.what) for problem in outcome.problems
    ]


def test_claims_are_not_missed_where_the_play_stopped() -> None:
    """A play that failed has one problem, not one for each claim it did not come to."""
    assert 1 == len(play(event("ready"), event("step"), event("failed", kind="command")).problems)


def limit_told(limit: float, of: str) -> str:
    """What was expected of a command that hit this limit."""
    stopped = event("failed", kind="timed out", seconds=10.0, limit=limit, of=of)
    (problem,) = play(event("ready"), event("step"), event("entry"), stopped).problems
    return problem.expected


def test_the_limit_of_a_step_is_told() -> None:
    """One command, or several, that took all the time a step has."""
    assert "an end within 60 s (the limit of a step)" == limit_told(60.0, "a step")


def test_the_limit_of_a_scenario_is_told() -> None:
    """A step that began at second 290 of 300 has 10 seconds: 60 were not what it was given."""
    assert "an end within 300 s (the limit of a scenario)" == limit_told(300.0, "a scenario")


def test_the_message_of_an_assertion_is_shown() -> None:
    """`assert x, "why"` has words that its author wrote for this very moment."""
    failed = event(
        "claim", status="failed", first=7, last=7, checked="", printed="", values={}, error="AssertionError: why"
    )
    (problem,) = play(event("ready"), failed, event("done"), python=True).problems

    assert "AssertionError: why" in problem.message()


def test_a_false_claim_of_the_shell_has_no_empty_line() -> None:
    """The lab reports an empty error for it."""
    failed = event("claim", status="failed", checked="false", values={"$status": "0"}, printed="", error="")
    (problem,) = play(event("ready"), failed, event("done")).problems

    assert "false\n$status = 0" == problem.seen


def test_the_line_that_failed_is_the_line_that_is_shown() -> None:
    """Lines are those that Python counted."""
    scenario = parse("snippets/home/engine.py", 'x = "\u2028"\n# %% start\ny = 1\n')
    raised = event("failed", kind="exception", first=3, last=3, line=3, text="", error="E", values={})
    (problem,) = fold(scenario, [event("ready"), event("step"), raised], AROUND).problems

    assert "y = 1\nE" == problem.seen
