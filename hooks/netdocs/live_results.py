"""What this machine's engine prints: plays of before that still hold, the rest played now. Wiring."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping, Sequence

import docker

from netdocs.errors import Diagnostic, MachineError
from netdocs.lab import outer_engine
from netdocs.lab.heartbeat import while_answering
from netdocs.lab.runner import Task
from netdocs.lab.settings import Settings
from netdocs.page.results import SourcedRecording
from netdocs.recording.completeness import incompleteness
from netdocs.recording.fallback import fallback_recording, is_stale, missing_kernel_feature, rerun_command
from netdocs.recording.model import Fingerprint, Recording
from netdocs.recording.store import Store
from netdocs.run import make_tasks, run_with_retry
from netdocs.scenario.model import Scenario

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def from_engine(scenarios: Sequence[Scenario], settings: Settings) -> dict[str, SourcedRecording] | None:
    """Everything from this machine's engine; None if there is none and none is asked for."""
    connect = outer_engine.require_engine if settings.mode == "live" else outer_engine.connect_or_start
    client = connect(settings.root, os.environ)
    if client is None:
        return None
    with while_answering(client):
        return _played(client, scenarios, settings)


def _played(
    client: docker.DockerClient, scenarios: Sequence[Scenario], settings: Settings
) -> dict[str, SourcedRecording]:
    """Earlier plays whose keys still match, for a server also what is recorded as it stands; the rest played now."""
    cache = Store(settings.plays)
    recorded: dict[str, SourcedRecording] = {}
    todo: list[Task] = []
    ready: dict[str, Recording] = {}
    for task in make_tasks(client, scenarios, settings):
        cached = _cached(cache, task.key, settings, task.scenario.name)
        if cached and settings.mode == "auto":
            ready[task.scenario.name] = cached
        elif committed := _as_it_stands(task.scenario, settings):
            recorded[task.scenario.name] = SourcedRecording(committed, live=False, stale=False)
        else:
            todo.append(task)
    if todo:
        result = run_with_retry(client, todo, settings, cache)
        result.raise_if_failed()
        ready |= result.recordings
    live = {name: SourcedRecording(recording, live=True, stale=False) for name, recording in ready.items()}
    played = [scenario for scenario in scenarios if scenario.name in ready]
    return live | recorded | fallbacks(played, ready, settings)


def fallbacks(
    scenarios: Iterable[Scenario], played: Mapping[str, Recording], settings: Settings
) -> dict[str, SourcedRecording]:
    """The committed recordings of what only another kernel can play."""
    store = Store(settings.recordings)
    results: dict[str, SourcedRecording] = {}
    for scenario in scenarios:
        if not missing_kernel_feature(scenario, played[scenario.name]):
            continue
        committed = store.load(settings.engine, scenario.name)
        if isinstance(committed, Diagnostic):
            raise MachineError(committed)
        recording = fallback_recording(scenario, played[scenario.name], committed)
        if recording and incompleteness(scenario, recording, settings.engine):
            log.info(f"{scenario.path}: not shown, for its recording lacks what it says now. {_rerun_hint(scenario)}")
        elif recording:
            stale = is_stale(scenario, recording)
            log.info(f"{scenario.path}: shown as recorded, for this kernel cannot play it")
            if stale:
                log.info(f"{scenario.path}: has changed since it was recorded. {_rerun_hint(scenario)}")
            results[scenario.name] = SourcedRecording(recording, live=False, stale=stale)
    return results


def _as_it_stands(scenario: Scenario, settings: Settings) -> Recording | None:
    """What is committed of a scenario that has not changed since, where a server follows an author's changes.

    Playing all pages takes minutes, in which somebody who has just cloned the project would see none.
    """
    if not (settings.follows and settings.mode == "auto"):
        return None
    committed = Store(settings.recordings).load(settings.engine, scenario.name)
    if not isinstance(committed, Recording) or committed.skipped_reason or is_stale(scenario, committed):
        return None
    return None if incompleteness(scenario, committed, settings.engine) else committed


def _rerun_hint(scenario: Scenario) -> str:
    return f"Play it anew: {rerun_command(scenario.session)}"


def _cached(cache: Store, key: Fingerprint, settings: Settings, name: str) -> Recording | None:
    cached = cache.load(settings.engine, name)
    if isinstance(cached, Diagnostic):
        log.info(f"{cached.location}: damaged, so it is played again")
        return None
    return cached if cached and cached.fingerprint == key else None
