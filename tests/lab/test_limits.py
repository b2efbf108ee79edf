"""Limits: whatever a scenario does to its lab, it ends in time with one clear message, and no other notices."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import docker
import pytest

from netdocs.lab import containers
from netdocs.recording.from_events import Outcome
from support import PlayTogether

STEP_SECONDS = 8
SCENARIO_SECONDS = 30
GOOD = "docker run --rm busybox echo well"
BAD = {
    "endless-loop": "while :; do :; done",
    "endless-sleep": "sleep infinity",
    "endless-output": "yes",
    "fork-bomb": "b() { b | b & }; b; sleep 60",
    "memory": "python3 -c 'x = b\"x\" * 3000000000'",
    "disk": "dd if=/dev/zero of=/var/lib/docker/full bs=1M count=1200",
    "containers": "for i in $(seq 500); do docker run -d busybox sleep 60 >/dev/null; done",
    "engine-killed": "pkill -9 dockerd; sleep 1; docker ps",
    "all-killed": "kill -9 -1; kill -9 $$",
    "engine-gone": "pkill -9 dockerd; sleep 1",
}
TIMED_OUT = {"endless-loop", "endless-sleep", "endless-output", "containers"}
EXPECTED = {
    "memory": "a command failed in step 'all'",
    "disk": "a command failed in step 'all'",
    "engine-killed": "a command failed in step 'all'",
    "all-killed": "the shell or Python itself ended in step 'all'",
    "engine-gone": "does not tell what the scenario leaves behind",
} | dict.fromkeys(TIMED_OUT, "step 'all' on engine 28.5 ran out of time")
PRINTED = {
    "disk": "No space left on device",
    "engine-killed": "Cannot connect to the Docker daemon",
}
LINES = {"engine-gone": 2}
"""It is told of the step, not of a command."""
EXIT_CODES = {"memory": "exit code 137"}
"""128 and 9: the kernel ended it."""


@pytest.fixture(scope="module")
def outcomes(play_together: PlayTogether) -> Iterator[dict[str, Outcome]]:
    """What came of all of them, played together, good ones first and last; labs may have fewer processes than usual."""
    with pytest.MonkeyPatch.context() as small:
        small.setattr(containers, "PIDS", 400)
        commands = {"first": GOOD, **BAD, "huge-line": "head -c 300000000 /dev/zero | tr '\\0' x", "last": GOOD}
        yield play_together(commands, step_seconds=STEP_SECONDS, scenario_seconds=SCENARIO_SECONDS)


@pytest.mark.parametrize("name", [name for name in BAD if name in EXPECTED])
def test_one_clear_error(outcomes: dict[str, Outcome], name: str) -> None:
    """Its place, what happened, and what was printed."""
    (problem,) = outcomes[name].problems

    assert EXPECTED[name] in problem.message
    assert f"snippets/test/{name}.sh:{LINES.get(name, 3)}" == problem.location
    assert EXIT_CODES.get(name, "") in problem.actual
    assert PRINTED.get(name, "") in problem.output
    assert (name in TIMED_OUT) == outcomes[name].timed_out
    assert len(problem.output) < 2 * 64 * 1024


def test_a_fork_bomb_ends(outcomes: dict[str, Outcome]) -> None:
    """It runs out of processes, and then of time or of its shell."""
    (problem,) = outcomes["fork-bomb"].problems

    assert "step 'all'" in problem.message


def test_others_are_unharmed(outcomes: dict[str, Outcome]) -> None:
    """Those played before, beside and after."""
    for name in ("first", "last"):
        recording = outcomes[name].recording
        assert recording is not None, outcomes[name].problems
        assert recording.steps[-1].commands[-1].output == "well\n"


def test_a_huge_line_is_cut(outcomes: dict[str, Outcome]) -> None:
    """And said to be."""
    recording = outcomes["huge-line"].recording

    assert recording is not None, outcomes["huge-line"].problems
    assert recording.steps[-1].commands[-1].truncated_bytes > 299_000_000


def when_running(client: Any, scenario: str, act: Callable[[str], object]) -> None:
    """Do something to the lab of a scenario from outside, two seconds after it came up."""

    def wait() -> None:
        filters = {"label": f"netdocs.scenario=test/{scenario}.sh"}
        while not (running := client.api.containers(filters=filters)):
            time.sleep(0.1)
        time.sleep(2)
        with suppress(docker.errors.APIError):
            act(running[0]["Id"])

    threading.Thread(target=wait, daemon=True).start()


def test_a_frozen_lab_is_removed(client: Any, play_together: PlayTogether, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own limits stop with it; it is a time-out, and no other waits for it."""
    monkeypatch.setattr(containers, "START_SECONDS", 10)
    when_running(client, "frozen", client.api.pause)
    began = time.monotonic()
    commands = {"frozen": "sleep 60", "beside": GOOD}
    outcomes = play_together(commands, step_seconds=20, scenario_seconds=20)
    (problem,) = outcomes["frozen"].problems

    assert "the lab hung in " in problem.message
    assert problem.expected == "an end within 30 s"
    assert outcomes["frozen"].timed_out
    assert time.monotonic() - began < 90
    assert outcomes["beside"].recording is not None, outcomes["beside"].problems


def test_a_killed_player_is_told(client: Any, play_together: PlayTogether) -> None:
    """With it goes its lab."""
    when_running(client, "killed", client.api.kill)
    outcomes = play_together({"killed": "sleep 60", "beside": GOOD})
    (problem,) = outcomes["killed"].problems

    assert "the lab ended in the middle of " in problem.message
    assert not outcomes["killed"].timed_out
    assert outcomes["beside"].recording is not None, outcomes["beside"].problems
