"""Playing scenarios in parallel until all are played or somebody interrupts. Wiring."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import docker

from netdocs.errors import Diagnostic, raise_if_any
from netdocs.lab.containers import DOCKER_ERRORS, MEMORY, LabOverdueError, Labs, LabsClosedError, open_labs
from netdocs.lab.emulator import Emulator
from netdocs.lab.progress import Progress, show_progress
from netdocs.lab.settings import Settings
from netdocs.lab.threads import in_threads
from netdocs.protocol import events
from netdocs.protocol.events import Event
from netdocs.protocol.job import Job
from netdocs.protocol.job import Step as JobStep
from netdocs.recording.from_events import Outcome, RunContext, recording_from_events
from netdocs.recording.model import EMULATED, Fingerprint
from netdocs.scenario.model import Scenario
from netdocs.scenario.shell_syntax import syntax_problems

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

MAX_PARALLEL = 8


@dataclass(frozen=True, slots=True)
class Task:
    """One scenario to be played, and the key its recording will bear."""

    scenario: Scenario
    key: Fingerprint
    engine: str
    image: str
    emulator: Emulator | None = None
    """What it is played in, where the machine's own kernel is not enough."""
    usual_seconds: float | None = None
    """How long it took the last time; None if nobody knows."""

    @property
    def time_factor(self) -> int:
        """How many times longer than usual everything may take."""
        return self.emulator.time_factor if self.emulator else 1


def max_parallel(cpus: int, memory: int) -> int:
    """How many labs a machine with so many processors and bytes of memory plays at a time."""
    return max(1, min(cpus, memory // MEMORY, MAX_PARALLEL))


def worker_count(tasks: Sequence[Task], cpus: int, memory: int) -> int:
    """An emulated computer keeps a processor busy all the time, so there the others get one for each."""
    free = cpus // 2 if any(task.emulator for task in tasks) else cpus
    return min(max_parallel(free, memory), len(tasks))


def run_tasks(client: docker.DockerClient, tasks: Sequence[Task], settings: Settings) -> Iterator[tuple[Task, Outcome]]:
    """The outcome of every task, as they end. However this is left, no lab remains.

    AuthorError before anything is played where bash cannot read a scenario: playing it again would not mend it.
    """
    raise_if_any(syntax_problems(task.scenario for task in tasks))
    info = client.info()
    count = worker_count(tasks, int(info["NCPU"]), int(info["MemTotal"]))
    log.info(f"playing {len(tasks)} scenarios, {count} at a time")
    usual = {task.scenario.name: task.usual_seconds for task in tasks}
    with open_labs(client, settings.root, settings.isolation) as labs, show_progress(usual) as progress:
        yield from in_threads(lambda task: _play(labs, task, settings, progress), tasks, count)


def _play(labs: Labs, task: Task, settings: Settings, progress: Progress) -> Outcome:
    began, played = time.monotonic(), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    reported, trouble = _events(labs, task, settings, progress)
    seconds = round(time.monotonic() - began, 3)
    removed_after = trouble.seconds if isinstance(trouble, LabOverdueError) else 0
    context = RunContext(task.engine, played, seconds, task.key, removed_after)
    outcome = recording_from_events(task.scenario, reported, context)
    if trouble and not removed_after:
        problems = tuple(_with_client_error(problem, trouble) for problem in outcome.problems)
        outcome = replace(outcome, problems=problems)
    progress.ended(task.engine, task.scenario.name, verdict(outcome), seconds)
    return outcome


def verdict(outcome: Outcome) -> str:
    """How a play went, in a word or three."""
    if outcome.problems:
        return "FAILED"
    return "not run here" if outcome.recording and outcome.recording.skipped_reason else "ok"


def _with_client_error(problem: Diagnostic, trouble: Exception) -> Diagnostic:
    """The problem with what the outer engine's client said, where the lab itself could say nothing."""
    output = str(trouble) if isinstance(trouble, LabsClosedError) else f"{type(trouble).__name__}: {trouble}"
    return problem if problem.output else replace(problem, output=output)


def _events(labs: Labs, task: Task, settings: Settings, progress: Progress) -> tuple[list[Event], Exception | None]:
    """What the lab reported, and what the outer engine's client raised, or the lab was ended for."""
    if reason := _unmet_requirement(task):
        return [events.Skipped(reason)], None
    reported: list[Event] = []
    try:
        for event in labs.play(task.image, task.scenario.name, job_spec(task, settings), task.emulator):
            reported.append(_tag_emulated(event) if task.emulator else event)
            if isinstance(event, events.StepStarted):
                progress.step(task.engine, task.scenario.name, event.step)
    except (LabsClosedError, LabOverdueError, *DOCKER_ERRORS) as error:
        return reported, error
    return reported, None


def _tag_emulated(event: Event) -> Event:
    """The event; where it tells of a kernel, that is marked as an emulated computer's."""
    return replace(event, kernel=f"{event.kernel}{EMULATED}") if isinstance(event, events.Ready) else event


def _unmet_requirement(task: Task) -> str:
    unmet = [str(limit) for limit in task.scenario.unmet(task.engine)]
    return f"this is engine {task.engine}, and the scenario needs {' and '.join(unmet)}" if unmet else ""


def job_spec(task: Task, settings: Settings) -> Job:
    """What the lab is told to do."""
    return job_for(task.scenario, task.engine, settings, task.time_factor)


def job_for(scenario: Scenario, engine: str, settings: Settings, time_factor: int = 1) -> Job:
    """A scenario as a lab with that engine plays it; where everything takes longer, so may it."""
    return Job(
        path=scenario.path,
        dialect=scenario.dialect,
        text=scenario.text,
        nodes=scenario.nodes,
        features=scenario.features,
        steps=tuple(JobStep(s.name, s.first, s.last, s.units, s.snapshots) for s in scenario.steps),
        skipped_claims=tuple(claim.id for claim in scenario.claims if not claim.applies(engine)),
        step_seconds=settings.step_seconds * time_factor,
        scenario_seconds=settings.scenario_seconds * time_factor,
        output_bytes=settings.output_bytes,
    )
