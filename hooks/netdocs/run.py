"""Running scenarios: which, in what lab, again if they fail, and what went well kept at once. Wiring."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import docker

from netdocs.errors import AuthorError, Diagnostic, NetdocsError, did_you_mean
from netdocs.lab import emulator, image
from netdocs.lab.containers import DOCKER_ERRORS
from netdocs.lab.emulator import Emulator
from netdocs.lab.payload import lab_payload
from netdocs.lab.runner import Task, run_tasks
from netdocs.lab.settings import Settings
from netdocs.recording.fingerprint import fingerprint, player_digest
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from netdocs.scenario.model import Scenario

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

_RETRIES = 2
"""A race that is lost half the time would stop one build in four if there were one."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of a run: recordings of the scenarios that went well, and the problems of the others, by name."""

    recordings: Mapping[str, Recording]
    failures: Mapping[str, tuple[Diagnostic, ...]]
    timed_out: frozenset[str] = frozenset()
    """Those of the failures that a limit of time ended."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Every problem of every scenario, in the order of files."""
        return tuple(sorted(chain(*self.failures.values()), key=lambda problem: problem.location))

    def raise_if_failed(self) -> None:
        """Raise NetdocsError with every problem, if there are any."""
        if self.problems:
            raise NetdocsError(*self.problems)


def select(scenarios: Iterable[Scenario], only: str) -> tuple[Scenario, ...]:
    """The scenarios of folders (`bridge`), sessions (`bridge/default`) or files, in words; all if `only` is empty."""
    candidates, names = tuple(scenarios), [word.removeprefix("snippets/").rstrip("/") for word in only.split()]
    if not only:
        return candidates
    for name in names:
        if not any(name in _names(scenario) for scenario in candidates):
            hint = "name a page, a folder of snippets/, or a scenario in it: ONLY=bridge/default"
            problem = "there is no such page or scenario"
            raise AuthorError(Diagnostic("ONLY", problem, hint + _nearest(name, candidates), actual=repr(name)))
    return tuple(scenario for scenario in candidates if {*names} & {*_names(scenario)})


def _names(scenario: Scenario) -> tuple[str, str, str]:
    """What a scenario may be called: its file, its session, its folder."""
    return scenario.name, scenario.session, scenario.session.partition("/")[0]


def _nearest(name: str, scenarios: Iterable[Scenario]) -> str:
    """A folder or session like `name`; of a page's path, `drivers/bridge`, the last part may be a folder here."""
    names = {candidate for s in scenarios for candidate in (s.session, s.session.partition("/")[0])}
    last = name.removesuffix(".md").rpartition("/")[2]
    return did_you_mean(last if last in names else name, sorted(names))


def make_tasks(client: docker.DockerClient, scenarios: Iterable[Scenario], settings: Settings) -> list[Task]:
    """A task for every scenario, the lab image made ready first."""
    lab_image = image.ensure_lab_image(
        client, settings.root, settings.engine, settings.dockerfile, settings.docker_packages
    )
    computer = _computer(client, settings, lab_image) if settings.isolation == "vm" else None
    player = player_digest({**lab_payload(settings.root), **(computer.files if computer else {})})
    return [
        Task(
            scenario,
            fingerprint(scenario, player, computer.image if computer else lab_image),
            settings.engine,
            lab_image,
            computer,
        )
        for scenario in scenarios
    ]


def _computer(client: docker.DockerClient, settings: Settings, lab_image: str) -> Emulator:
    """The emulated computer that every lab is played in, if told so; MachineError where it would take too long."""
    computer = emulator.ensure_emulator(client, settings.root, settings.engine, lab_image)
    emulator.require_acceleration(client, computer)
    return replace(computer, accelerated=True)


def run_with_retry(client: docker.DockerClient, todo: Sequence[Task], settings: Settings, cache: Store) -> RunResult:
    """Run the tasks; what went well is in the cache, whatever becomes of the others.

    What failed is run again, twice at most: a problem that is gone then is a flake, which is logged and stops nobody.
    What ran out of time is not: it would take all that time again, and a command without an end has none the next time.
    """
    cache.remove_leftovers()
    result = _run_once(client, longest_first(todo, _seconds(todo, settings, cache)), settings, cache)
    for _ in range(_RETRIES):
        again = [task for task in todo if task.scenario.name in result.failures.keys() - result.timed_out]
        if not again:
            break
        log.info(f"{len(again)} failed; playing {'it' if len(again) == 1 else 'them'} once more")
        try:
            result = _merge_retry(result, _run_once(client, again, settings, cache))
        except DOCKER_ERRORS:
            break
    return result


def _merge_retry(before: RunResult, retry: RunResult) -> RunResult:
    """What is known after a retry; a flake is logged with what it said before."""
    for name in retry.recordings:
        report = "\n".join(str(problem) for problem in before.failures[name])
        log.info(f"{name} failed and then did not: a flake. Before:\n{report}")
    failures = {name: problems for name, problems in before.failures.items() if name not in retry.recordings}
    timed_out = before.timed_out | retry.timed_out
    return RunResult({**before.recordings, **retry.recordings}, {**failures, **retry.failures}, timed_out)


def longest_first(tasks: Sequence[Task], seconds: Mapping[str, float]) -> list[Task]:
    """The tasks, those first that took longest, or may: a long one that begins last is waited for by all processors."""
    timed = [replace(task, usual_seconds=seconds.get(task.scenario.name)) for task in tasks]
    return sorted(timed, key=lambda task: math.inf if task.usual_seconds is None else task.usual_seconds, reverse=True)


def _seconds(tasks: Sequence[Task], settings: Settings, cache: Store) -> dict[str, float]:
    """How long each took the last time, here or where it was recorded; an emulated computer's time says nothing."""
    names, engine = [task.scenario.name for task in tasks], tasks[0].engine if tasks else settings.engine
    earlier = Store(settings.recordings).load_all(engine, names) | cache.load_all(engine, names)
    return {name: recording.seconds for name, recording in earlier.items() if not recording.emulated}


def _run_once(client: docker.DockerClient, todo: Sequence[Task], settings: Settings, cache: Store) -> RunResult:
    recordings: dict[str, Recording] = {}
    failures: dict[str, tuple[Diagnostic, ...]] = {}
    timed_out: set[str] = set()
    for task, outcome in run_tasks(client, todo, settings):
        if outcome.recording and not outcome.problems:
            cache.save(outcome.recording)
            recordings[task.scenario.name] = outcome.recording
        else:
            failures[task.scenario.name] = outcome.problems
            timed_out |= {task.scenario.name} if outcome.timed_out else set()
    return RunResult(recordings, failures, frozenset(timed_out))
