"""Performing: how many labs at once, what each is told, and how progress is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import FINGERPRINT, recording
from netdocs.errors import Diagnostic
from netdocs.lab.containers import MEMORY
from netdocs.lab.runner import MAX_PARALLEL, Task, job_spec, max_parallel, verdict
from netdocs.lab.settings import Settings
from netdocs.protocol.job import Unit, decode, encode
from netdocs.recording.from_events import Outcome
from netdocs.scenario.parser import parse

GIB = 1024**3
SHELL = """\
# nodes: client
# needs: kernel ip_vs
# needs: engine >= 20
true
# %% start
true
# claim a [engine >= 29]: So.
true
# claim b [engine >= 28]: So too.
true
"""


def task(path: str = "snippets/a/b.sh", text: str = SHELL) -> Task:
    return Task(parse(path, text), FINGERPRINT, "28.5", "sha256:1")


@pytest.mark.parametrize(
    ("cpus", "memory", "labs"),
    [
        (1, 64 * GIB, 1),
        (4, 64 * GIB, 4),
        (64, 256 * GIB, MAX_PARALLEL),
        (8, 5 * GIB, 2),
        (8, MEMORY, 1),
        (8, MEMORY - 1, 1),
        (0, 0, 1),
    ],
)
def test_a_machine_plays_as_many_labs_as_it_can_hold(cpus: int, memory: int, labs: int) -> None:
    """One at least, one for each processor, and each with all its memory."""
    assert labs == max_parallel(cpus, memory)


@pytest.mark.parametrize(("path", "text"), [("snippets/a/b.sh", SHELL), ("snippets/a/b.py", "# %% start\nx = 1\n")])
def test_the_lab_understands_its_job(path: str, text: str) -> None:
    """Both ends agree on every field."""
    job = decode(encode(job_spec(task(path, text), Settings(Path(), "live"))))

    assert (path, text) == (job.path, job.text)
    assert ["_setup", "start"] == [step.name for step in job.steps]


def test_a_job_says_what_the_scenario_needs() -> None:
    """Nodes, kernel features, and the claims that are not about this engine."""
    job = job_spec(task(), Settings(Path(), "live", step_seconds=5, scenario_seconds=7, output_bytes=9))

    assert ("docker1", "client") == job.nodes
    assert ("ip_vs",) == job.features
    assert ("a",) == job.skipped_claims
    assert (5, 7, 9) == (job.step_seconds, job.scenario_seconds, job.output_bytes)


def test_a_python_job_has_units() -> None:
    """The shell's commands are found by the lab's bash, Python's statements are known before."""
    job = job_spec(task("snippets/a/b.py", "# %% start\nx = 1\n# claim a: So.\nassert x\n"), Settings(Path(), "live"))

    assert (Unit(2, 2), Unit(4, 4, "a")) == job.steps[1].units


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome(recording(), ()), "ok"),
        (Outcome(None, (Diagnostic("a", "b", "c"),)), "FAILED"),
        (Outcome(recording(skipped_reason="no ip_vs"), ()), "not run here"),
    ],
)
def test_how_a_play_went(outcome: Outcome, expected: str) -> None:
    """What a skipped one lacks is told elsewhere."""
    assert verdict(outcome) == expected
