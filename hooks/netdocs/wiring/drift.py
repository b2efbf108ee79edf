"""`make drift`: play everything and say what is no longer as committed, and what only sometimes is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from netdocs.core.borrowed import stand_in
from netdocs.core.drift import Finding, judge, same
from netdocs.core.errors import NetdocsError, Problem
from netdocs.core.recording import Recording
from netdocs.effects import outer
from netdocs.effects.sources import read_scenarios
from netdocs.effects.store import Store
from netdocs.wiring.build import chosen, parse_all, tasks
from netdocs.wiring.perform import Task, perform
from netdocs.wiring.settings import Settings

Say = Callable[[str], None]


def find_drift(root: Path, engines: Sequence[str], say: Say, only: str = "") -> tuple[Finding, ...]:
    """Every scenario on these engines that differs from its recording, played twice to tell drift from flake.

    `only` limits the search to one page or session.

    A claim that is false is drift too, of a kind that has its own report: NetdocsError with all of them.
    """
    client = outer.connect(root, os.environ, wanted=True)
    if client is None:
        raise outer.no_engine()
    with closing(client):
        return tuple(
            finding for engine in engines for finding in _on_engine(client, Settings(root, "live", engine), say, only)
        )


def _on_engine(client: Any, settings: Settings, say: Say, only: str) -> Iterator[Finding]:
    scenarios = chosen(parse_all(read_scenarios(settings.root)), only)
    todo = tasks(client, scenarios, settings, say)
    committed = _committed(settings, [task.scenario.name for task in todo])
    first = _play(client, todo, settings, say)
    todo = comparable(todo, first, committed, say)
    suspects = [task for task in todo if not _agrees(committed.get(task.scenario.name), first[task.scenario.name])]
    if suspects:
        say(f"{len(suspects)} differ from what is committed; playing them again")
        second = _play(client, suspects, settings, say)
        found = (judge(committed.get(name), first[name], second[name]) for name in second)
        yield from (finding for finding in found if finding)


def comparable(
    todo: Iterable[Task], played: Mapping[str, Recording], committed: Mapping[str, Recording], say: Say
) -> list[Task]:
    """The tasks without those that only another kernel can play, which are told."""
    left: list[Task] = []
    for task in todo:
        name = task.scenario.name
        if stand_in(task.scenario, played[name], committed.get(name)):
            say(f"{name}: left out, for this kernel cannot play it ({played[name].not_run})")
        else:
            left.append(task)
    return left


def _committed(settings: Settings, names: Iterable[str]) -> dict[str, Recording]:
    store = Store(settings.recordings)
    return {name: one for name in names if isinstance(one := store.load(settings.engine, name), Recording)}


def _agrees(committed: Recording | None, played: Recording) -> bool:
    return committed is not None and same(committed, played)


def _play(client: Any, todo: Sequence[Task], settings: Settings, say: Say) -> Mapping[str, Recording]:
    """Play the tasks; a scenario that stopped or claims what is false ends the search, with its report."""
    played: dict[str, Recording] = {}
    problems: list[Problem] = []
    for task, outcome in perform(client, todo, settings, say):
        problems += outcome.problems
        if outcome.recording:
            played[task.scenario.name] = outcome.recording
    if problems:
        raise NetdocsError(*sorted(problems, key=lambda problem: problem.where))
    return dict(sorted(played.items()))
