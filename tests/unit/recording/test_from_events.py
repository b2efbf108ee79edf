"""Folding: from the events of a play to a recording or to the problems it met."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from factories import CONTEXT, DONE, FINGERPRINT, READY, RECORDED_AT, STARTED, checked, ended, failed
from netdocs.protocol.events import EngineState, Event, FailureKind, LabFailed, Skipped, StepStarted, StreamBroken
from netdocs.recording.from_events import Outcome, recording_from_events
from netdocs.recording.model import ClaimResult, CommandResult
from netdocs.scenario.parser import parse

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


def play(*events: Event, python: bool = False) -> Outcome:
    path, text = ("snippets/home/engine.py", PYTHON) if python else ("snippets/home/engine.sh", SHELL)
    return recording_from_events(parse(path, text), events, CONTEXT)


def only_problem(*events: Event, python: bool = False) -> tuple[str, str]:
    """Place and fact of the one problem of a play that gives no recording."""
    outcome = play(*events, python=python)
    assert outcome.recording is None
    (problem,) = outcome.problems
    return problem.location, problem.message


def test_a_play_that_went_well_is_a_recording() -> None:
    """Entries go to their steps, claims keep their order, circumstances are noted."""
    outcome = play(
        READY,
        StepStarted("_setup"),
        StepStarted("start"),
        ended(output="NETWORK ID\n"),
        checked(),
        StepStarted("end"),
        ended(step="end", first=8, last=8, text="docker network rm bridge", exit_code=1),
        DONE,
    )
    recorded = outcome.recording

    assert () == outcome.problems
    assert recorded is not None
    assert ("home/engine.sh", "28.5", "28.5.2+dfsg4", "6.12.48-amd64", RECORDED_AT, 4.2, FINGERPRINT, "") == (
        recorded.scenario,
        recorded.engine,
        recorded.version,
        recorded.kernel,
        recorded.recorded_at,
        recorded.seconds,
        recorded.fingerprint,
        recorded.skipped_reason,
    )
    assert [("_setup", 0), ("start", 1), ("end", 1)] == [(step.name, len(step.commands)) for step in recorded.steps]
    assert (
        CommandResult(4, 4, "docker1", ("docker network ls",), ("NETWORK ID", ""), seconds=0.12)
        == recorded.steps[1].commands[0]
    )
    assert (ClaimResult("some-id", "start", 6, "passed"),) == recorded.claims


def test_the_python_dialects_source_comes_from_the_scenario() -> None:
    """The lab reports what was printed; what a reader sees was known before."""
    outcome = play(READY, STARTED, checked(first=7, last=7), DONE, python=True)

    assert outcome.recording is not None
    assert "client = docker.from_env()\nnetworks = client.networks.list()" == outcome.recording.steps[1].source


def test_what_is_left_behind_is_kept() -> None:
    """The state of the engines at the end is part of the recording, a line a thing."""
    state = EngineState(("docker1: network bridge bridge local", "docker2: network host host local"))
    recorded = play(READY, checked(), state, DONE).recording

    assert recorded is not None
    assert "docker1: network bridge bridge local\ndocker2: network host host local" == recorded.state


def test_a_scenario_that_canskipped_reason_here_is_recorded_so() -> None:
    """The reason is all there is; nothing is pretended."""
    outcome = play(Skipped("this kernel has no ip_vs"))

    assert () == outcome.problems
    assert outcome.recording is not None
    assert ("this kernel has no ip_vs", (), ()) == (
        outcome.recording.skipped_reason,
        outcome.recording.steps,
        outcome.recording.claims,
    )


def test_a_claim_that_does_not_apply_is_no_problem() -> None:
    """Not applicable is recorded as such."""
    outcome = play(READY, checked("not applicable"), DONE)

    assert () == outcome.problems
    assert outcome.recording is not None
    assert "not applicable" == outcome.recording.claims[0].status


def test_a_false_claim_does_not_end_the_play() -> None:
    """The recording is whole, and the problem shows the sentence, the check, its values and what it printed."""
    false = checked("failed", checked="docker network inspect bridge", values={"$status": "0"}, output="none\n")
    outcome = play(READY, STARTED, false, DONE)
    (problem,) = outcome.problems

    assert outcome.recording is not None
    assert ("snippets/home/engine.sh:5", "claim 'some-id' is false on engine 28.5") == (
        problem.location,
        problem.message,
    )
    assert "The engine has a network called bridge." == problem.expected
    assert "docker network inspect bridge\n$status = 0" == problem.actual
    assert "none\n" == problem.output


def test_a_false_claim_in_python_shows_its_assertion() -> None:
    """The lab knows the lines only; their text is the scenario's."""
    false = checked("failed", first=7, last=7, checked="", values={"networks": "[]"}, output="")
    (problem,) = play(READY, false, DONE, python=True).problems

    assert 'assert "bridge" in [network.name for network in networks]\nnetworks = []' == problem.actual


def test_every_false_claim_is_told() -> None:
    """A claim that fails and a command that fails later are both problems."""
    failed_claim = checked("failed", checked="x", values={}, output="")
    outcome = play(READY, failed_claim, failed("command", step="end", exit_code=1))

    assert outcome.recording is None
    assert ["claim 'some-id' is false on engine 28.5", "a command failed in step 'end' on engine 28.5"] == [
        problem.message for problem in outcome.problems
    ]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("command", "a command failed in step 'start' on engine 28.5"),
        ("no failure", "a command marked `# fails` succeeded in step 'start' on engine 28.5"),
        ("timed out", "step 'start' on engine 28.5 ran out of time"),
        ("ended", "the shell or Python itself ended in step 'start' on engine 28.5"),
    ],
)
def test_a_play_that_stopped_tells_why(kind: FailureKind, message: str) -> None:
    """The command's place and the end of its output are in the problem; there is no recording."""
    assert ("snippets/home/engine.sh:4", message) == only_problem(READY, STARTED, failed(kind))


def test_an_exception_is_told_at_its_line() -> None:
    """Python knows the line in the scenario from which the exception came."""
    raised = failed("exception", first=4, last=5, line=5, text="", error="KeyError: 'x'")
    outcome = play(READY, STARTED, raised, python=True)
    (problem,) = outcome.problems

    assert "snippets/home/engine.py:5" == problem.location
    assert "networks = client.networks.list()\nKeyError: 'x'" == problem.actual


def test_a_lab_that_could_not_be_built_is_told() -> None:
    """What the lab said is quoted."""
    assert ("snippets/home/engine.sh", "the lab could not be built") == only_problem(
        LabFailed("dockerd did not answer")
    )


def test_a_play_cut_off_in_a_step_is_told_at_the_step() -> None:
    """Without a last event the lab died; the step under way is where."""
    assert ("snippets/home/engine.sh:7", "the lab ended in the middle of step 'end' on engine 28.5") == only_problem(
        READY, STARTED, StepStarted("end"), ended(step="end")
    )


@pytest.mark.parametrize("events", [[], [READY]])
def test_a_play_cut_off_before_any_step_is_told_so(events: list[Event]) -> None:
    """No step had begun: the lab's start is where."""
    assert ("snippets/home/engine.sh", "the lab ended in the middle of its start on engine 28.5") == only_problem(
        *events
    )


@pytest.mark.parametrize(("version", "expected"), [("28.5.2+dfsg4", True), ("28.50.1", False), ("29.0.1", False)])
def test_the_engine_must_be_of_the_series_its_image_is_named_for(version: str, expected: bool) -> None:
    """An image that has moved on would make recordings under a wrong name."""
    problems = play(replace(READY, version=version), checked(), DONE).problems

    assert expected == (not problems)
    assert all(problem.actual == f"engine {version}" for problem in problems)


def test_a_claim_that_was_never_checked_is_told() -> None:
    """A claim inside a here-document or a loop looks like one and proves nothing."""
    outcome = play(READY, STARTED, DONE)

    assert [("snippets/home/engine.sh:5", "claim 'some-id' was never checked")] == [
        (problem.location, problem.message) for problem in outcome.problems
    ]


def test_claims_are_not_missed_where_the_play_stopped() -> None:
    """A play that failed has one problem, not one for each claim it did not come to."""
    assert 1 == len(play(READY, STARTED, failed("command")).problems)


def limit_in_message(limit: float, limited: Literal["step", "scenario"]) -> str:
    """What was expected of a command that hit this limit."""
    stopped = failed("timed out", limit_seconds=limit, limited=limited)
    (problem,) = play(READY, STARTED, ended(), stopped).problems
    return problem.expected


def test_the_limit_of_a_step_is_told() -> None:
    """One command, or several, that took all the time a step has."""
    assert "an end within 60 s (the limit of a step)" == limit_in_message(60.0, "step")


def test_the_limit_of_a_scenario_is_told() -> None:
    """A step that began at second 290 of 300 has 10 seconds: 60 were not what it was given."""
    assert "an end within 300 s (the limit of a scenario)" == limit_in_message(300.0, "scenario")


def test_the_message_of_an_assertion_is_shown() -> None:
    """`assert x, "why"` has words that its author wrote for this very moment."""
    false = checked("failed", first=7, last=7, checked="", output="", values={}, error="AssertionError: why")
    (problem,) = play(READY, false, DONE, python=True).problems

    assert "AssertionError: why" in str(problem)


def test_a_false_claim_of_the_shell_has_no_empty_line() -> None:
    """The lab reports an empty error for it."""
    false = checked("failed", checked="false", values={"$status": "0"}, output="", error="")
    (problem,) = play(READY, false, DONE).problems

    assert "false\n$status = 0" == problem.actual


def test_the_line_that_failed_is_the_line_that_is_shown() -> None:
    """Lines are those that Python counted."""
    scenario = parse("snippets/home/engine.py", 'x = "\u2028"\n# %% start\ny = 1\n')
    raised = failed("exception", first=3, last=3, line=3, text="", error="E")
    (problem,) = recording_from_events(scenario, [READY, STARTED, raised], CONTEXT).problems

    assert "y = 1\nE" == problem.actual


@pytest.mark.parametrize(
    ("reported", "name"),
    [
        (checked(id="nowhere"), "claim 'nowhere'"),
        (checked("failed", id="nowhere"), "claim 'nowhere'"),
        (StepStarted("nowhere"), "step 'nowhere'"),
        (ended(step="nowhere"), "step 'nowhere'"),
        (failed("command", step="nowhere"), "step 'nowhere'"),
        (checked(), "claim 'some-id' twice"),
    ],
)
def test_what_the_scenario_does_not_have_is_a_problem_and_no_recording(reported: Event, name: str) -> None:
    """Only a scenario that writes to the lab's own output gets so far; nothing of it is to be believed."""
    outcome = play(READY, STARTED, checked(), reported, DONE)
    (problem,) = outcome.problems

    assert outcome.recording is None
    assert ("snippets/home/engine.sh", name) == (problem.location, problem.actual)


def test_a_stream_that_broke_is_told_as_what_it_is() -> None:
    """What was printed instead of an event, and not that the lab could not be built."""
    outcome = play(READY, STARTED, StreamBroken("it is no JSON", "this is not JSON"))
    (problem,) = outcome.problems

    assert outcome.recording is None
    assert "the lab reported something that is no event" == problem.message
    assert ("it is no JSON", "this is not JSON") == (problem.actual, problem.output)


def test_a_lab_that_had_to_be_removed_is_told_as_such() -> None:
    """Its engine is not to blame, and its limits were of no use."""
    scenario = parse("snippets/home/engine.sh", SHELL)
    outcome = recording_from_events(scenario, [READY, STARTED], replace(CONTEXT, removed_after=480))
    (problem,) = outcome.problems

    assert outcome.timed_out
    assert "the lab hung in step 'start' on engine 28.5 and was removed" == problem.message
    assert "an end within 480 s" == problem.expected


def test_only_time_is_a_time_out() -> None:
    """A failed command, a play that ended well, a lab that died."""
    assert not play(READY, STARTED, failed("command")).timed_out
    assert not play(READY, STARTED, DONE).timed_out
    assert not play(READY, STARTED).timed_out
    assert play(READY, STARTED, failed("timed out")).timed_out
