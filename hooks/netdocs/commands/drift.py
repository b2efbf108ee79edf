"""`make drift`: play everything and say what is no longer as committed, and what only sometimes is. Wiring."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import docker

from netdocs.build import parse_all
from netdocs.errors import Diagnostic, NetdocsError
from netdocs.lab import outer_engine
from netdocs.lab.heartbeat import while_answering
from netdocs.lab.runner import Task, run_tasks
from netdocs.lab.settings import Settings, live
from netdocs.recording.compare import Finding, classify, equivalent
from netdocs.recording.fallback import fallback_recording
from netdocs.recording.model import Recording
from netdocs.recording.sharding import ONLY_SHARE, Share, scenarios_of_share
from netdocs.recording.store import Store
from netdocs.run import make_tasks, select
from netdocs.sources import read_scenarios

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def find_drift(root: Path, engines: Sequence[str], only: str = "", share: Share = ONLY_SHARE) -> tuple[Finding, ...]:
    """Every scenario on these engines that differs from its recording, played twice to tell drift from flake.

    `only` limits the search to one page or session, `share` to a part of that.

    A claim that is false is drift too, of a kind that has its own report: NetdocsError with all of them.
    """
    with while_answering(outer_engine.require_engine(root, os.environ)) as client:
        return tuple(
            finding for engine in engines for finding in _on_engine(client, live(root, engine, os.environ), only, share)
        )


def _on_engine(client: docker.DockerClient, settings: Settings, only: str, share: Share) -> Iterator[Finding]:
    scenarios = select(parse_all(read_scenarios(settings.root)), only)
    committed = Store(settings.recordings).load_all(settings.engine, [scenario.name for scenario in scenarios])
    todo = make_tasks(client, scenarios_of_share(scenarios, committed.values(), share), settings)
    first = _play(client, todo, settings)
    todo = without_unplayable(todo, first, committed)
    suspects = [task for task in todo if not _agrees(committed.get(task.scenario.name), first[task.scenario.name])]
    if suspects:
        log.info(f"{len(suspects)} differ from what is committed; playing them again")
        second = _play(client, suspects, settings)
        findings = (classify(committed.get(name), first[name], second[name]) for name in second)
        yield from (finding for finding in findings if finding)


def without_unplayable(
    todo: Iterable[Task], played: Mapping[str, Recording], committed: Mapping[str, Recording]
) -> list[Task]:
    """The tasks without those that only another kernel can play, which are told."""
    playable: list[Task] = []
    for task in todo:
        name = task.scenario.name
        if fallback_recording(task.scenario, played[name], committed.get(name)):
            log.info(f"{name}: left out, for this kernel cannot play it ({played[name].skipped_reason})")
        else:
            playable.append(task)
    return playable


def _agrees(committed: Recording | None, played: Recording) -> bool:
    return committed is not None and equivalent(committed, played)


def _play(client: docker.DockerClient, todo: Sequence[Task], settings: Settings) -> Mapping[str, Recording]:
    """Play the tasks; a scenario that stopped or claims what is false ends the search, with its report."""
    played: dict[str, Recording] = {}
    problems: list[Diagnostic] = []
    for task, outcome in run_tasks(client, todo, settings):
        problems += outcome.problems
        if outcome.recording:
            played[task.scenario.name] = outcome.recording
    if problems:
        raise NetdocsError(*sorted(problems, key=lambda problem: problem.location))
    return dict(sorted(played.items()))
