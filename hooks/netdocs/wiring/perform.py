"""Playing scenarios in parallel, with progress, until all are played or somebody interrupts."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from types import FrameType
from typing import Any

from netdocs.core.errors import Problem
from netdocs.core.fold import Circumstances, Event, Outcome, fold
from netdocs.core.recording import EMULATED, Key
from netdocs.core.scenario import Scenario
from netdocs.effects.emulated import SLOWNESS, Emulator
from netdocs.effects.labs import ENGINE_TROUBLE, MEMORY, Labs, LabsClosedError, open_labs
from netdocs.wiring.settings import Settings

Say = Callable[[str], None]
MOST_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Task:
    """One scenario to be played, and the key its recording will bear."""

    scenario: Scenario
    key: Key
    engine: str
    image: str
    emulator: Emulator | None = None
    """Where the scenario borrows a kernel."""

    @property
    def slowness(self) -> int:
        """How many times longer than usual everything may take."""
        return SLOWNESS if self.emulator else 1


def at_once(cpus: int, memory: int) -> int:
    """How many labs a machine with so many processors and bytes of memory plays at a time."""
    return max(1, min(cpus, memory // MEMORY, MOST_AT_ONCE))


def workers(tasks: Sequence[Task], cpus: int, memory: int) -> int:
    """An emulated computer keeps a processor busy all the time, so there the others get one for each."""
    free = cpus // 2 if any(task.emulator for task in tasks) else cpus
    return min(at_once(free, memory), len(tasks))


def perform(client: Any, tasks: Sequence[Task], settings: Settings, say: Say) -> Iterator[tuple[Task, Outcome]]:
    """The outcome of every task, as they end. However this is left, no lab remains."""
    info = client.info()
    count = workers(tasks, int(info["NCPU"]), int(info["MemTotal"]))
    say(f"playing {len(tasks)} scenarios, {count} at a time")
    progress = Progress(len(tasks), say)
    with _terminable(), open_labs(client, settings.root) as labs, _pool(count) as pool:
        futures = {pool.submit(_play, labs, task, settings, progress): task for task in tasks}
        for future in as_completed(futures):
            yield futures[future], future.result()


@contextmanager
def _pool(workers: int) -> Iterator[ThreadPoolExecutor]:
    """A pool that does not wait for its threads when it is left: the end of their labs ends them."""
    pool = ThreadPoolExecutor(max(workers, 1))
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _terminable() -> Iterator[None]:
    """Make SIGTERM end the build the way Ctrl-C does, labs removed; only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Progress:
    """How far the plays are, told line by line; safe to use from several threads."""

    def __init__(self, total: int, say: Say) -> None:
        self._total, self._say, self._ended = total, say, 0
        self._lock = threading.Lock()

    def step(self, task: Task, step: str) -> None:
        """A step begins."""
        with self._lock:
            self._say(f"[{self._ended}/{self._total}] engine {task.engine}  {task.scenario.name}  {step}")

    def ended(self, task: Task, outcome: Outcome, seconds: float) -> None:
        """A scenario is over."""
        how = (
            "FAILED"
            if outcome.problems
            else "not run here"
            if outcome.recording and outcome.recording.not_run
            else "ok"
        )
        with self._lock:
            self._ended += 1
            self._say(
                f"[{self._ended}/{self._total}] engine {task.engine}  {task.scenario.name}  {how}, {seconds:.1f} s"
            )


def _play(labs: Labs, task: Task, settings: Settings, progress: Progress) -> Outcome:
    began, played = time.monotonic(), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    events, trouble = _events(labs, task, settings, progress)
    seconds = round(time.monotonic() - began, 3)
    limit = settings.step_seconds * task.slowness
    outcome = fold(task.scenario, events, Circumstances(task.engine, played, seconds, task.key, limit))
    if trouble:
        outcome = Outcome(outcome.recording, tuple(_told(problem, trouble) for problem in outcome.problems))
    progress.ended(task, outcome, seconds)
    return outcome


def _told(problem: Problem, trouble: str) -> Problem:
    """The problem with what the outer engine's client said, where the lab itself could say nothing."""
    return (
        problem
        if problem.output
        else Problem(problem.where, problem.what, problem.do, problem.expected, problem.seen, trouble)
    )


def _events(labs: Labs, task: Task, settings: Settings, progress: Progress) -> tuple[list[Event], str]:
    """What the lab reported, and what the outer engine's client raised, if it did."""
    if reason := _unmet(task):
        return [{"event": "not run", "reason": reason}], ""
    events: list[Event] = []
    try:
        for event in labs.play(task.image, task.scenario.name, job(task, settings), task.emulator):
            events.append(_marked(event) if task.emulator else event)
            if event["event"] == "step":
                progress.step(task, event["step"])
    except LabsClosedError:
        return events, "the build was ended"
    except ENGINE_TROUBLE as error:
        return events, f"{type(error).__name__}: {error}"
    return events, ""


def _marked(event: Event) -> Event:
    """The event with the kernel it may tell marked as a borrowed one."""
    return {**event, "kernel": f"{event['kernel']}{EMULATED}"} if event["event"] == "ready" else event


def _unmet(task: Task) -> str:
    unmet = [str(limit) for limit in task.scenario.unmet(task.engine)]
    return f"this is engine {task.engine}, and the scenario needs {' and '.join(unmet)}" if unmet else ""


def job(task: Task, settings: Settings) -> dict[str, Any]:
    """What the lab is told to do; lab/inside/play.py has the other end."""
    scenario = task.scenario
    steps = [
        {
            "name": s.name,
            "first": s.first,
            "last": s.last,
            "units": [asdict(unit) for unit in s.units],
            "looks": list(s.looks),
        }
        for s in scenario.steps
    ]
    return {
        "path": scenario.path,
        "dialect": scenario.dialect,
        "text": scenario.text,
        "nodes": list(scenario.nodes),
        "features": list(scenario.features),
        "steps": steps,
        "skipped_claims": [claim.id for claim in scenario.claims if not claim.applies(task.engine)],
        "step_seconds": settings.step_seconds * task.slowness,
        "scenario_seconds": settings.scenario_seconds * task.slowness,
        "output_bytes": settings.output_bytes,
    }
