"""Performing: how many labs at once, what each is told, and how progress is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from inside.play import Job
from netdocs.core.errors import Problem
from netdocs.core.fold import Outcome
from netdocs.core.parse import parse
from netdocs.effects.labs import MEMORY
from netdocs.wiring.perform import MOST_AT_ONCE, Progress, Task, at_once, job
from netdocs.wiring.settings import Settings
from samples import KEY, recording

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
    return Task(parse(path, text), KEY, "28.5", "sha256:1")


@pytest.mark.parametrize(
    ("cpus", "memory", "labs"),
    [
        (1, 64 * GIB, 1),
        (4, 64 * GIB, 4),
        (64, 256 * GIB, MOST_AT_ONCE),
        (8, 5 * GIB, 2),
        (8, MEMORY, 1),
        (8, MEMORY - 1, 1),
        (0, 0, 1),
    ],
)
def test_a_machine_plays_as_many_labs_as_it_can_hold(cpus: int, memory: int, labs: int) -> None:
    """One at least, one for each processor, and each with all its memory."""
    assert labs == at_once(cpus, memory)


@pytest.mark.parametrize(("path", "text"), [("snippets/a/b.sh", SHELL), ("snippets/a/b.py", "# %% start\nx = 1\n")])
def test_the_lab_understands_its_job(path: str, text: str) -> None:
    """Both ends agree on every field."""
    made = Job(**job(task(path, text), Settings(Path(), "live")))

    assert (path, text) == (made.path, made.text)
    assert ["_setup", "start"] == [step["name"] for step in made.steps]


def test_a_job_says_what_the_scenario_needs() -> None:
    """Nodes, kernel features, and the claims that are not about this engine."""
    made = job(task(), Settings(Path(), "live", step_seconds=5, scenario_seconds=7, output_bytes=9))

    assert ["docker1", "client"] == made["nodes"]
    assert ["ip_vs"] == made["features"]
    assert ["a"] == made["skipped_claims"]
    assert (5, 7, 9) == (made["step_seconds"], made["scenario_seconds"], made["output_bytes"])


def test_a_python_job_has_units() -> None:
    """The shell's commands are found by the lab's bash, Python's statements are known before."""
    made = job(task("snippets/a/b.py", "# %% start\nx = 1\n# claim a: So.\nassert x\n"), Settings(Path(), "live"))

    assert [{"first": 2, "last": 2, "claim": ""}, {"first": 4, "last": 4, "claim": "a"}] == made["steps"][1]["units"]


def test_progress_is_told_line_by_line() -> None:
    """How many of how many are over, on which engine, and how each went."""
    said: list[str] = []
    progress = Progress(3, said.append)
    bad = Outcome(None, (Problem("a", "b", "c"),))
    progress.step(task(), "start")
    progress.ended(task(), Outcome(recording(), ()), 1.26)
    progress.ended(task(), bad, 2)
    progress.ended(task(), Outcome(recording(not_run="no ip_vs"), ()), 0)

    assert [
        "[0/3] engine 28.5  a/b.sh  start",
        "[1/3] engine 28.5  a/b.sh  ok, 1.3 s",
        "[2/3] engine 28.5  a/b.sh  FAILED, 2.0 s",
        "[3/3] engine 28.5  a/b.sh  not run here, 0.0 s",
    ] == said
