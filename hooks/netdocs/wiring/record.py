"""`make record`: play everything, and rewrite the committed recordings that really changed.

With a borrowed kernel only what this machine's own cannot play; without one, recordings of that are kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Literal

from netdocs.core.borrowed import how_to_play, is_stale, stand_in
from netdocs.core.drift import same
from netdocs.core.errors import raise_for
from netdocs.core.recording import Recording
from netdocs.core.scenario import Scenario
from netdocs.effects import outer
from netdocs.effects.sources import read_scenarios
from netdocs.effects.store import Store
from netdocs.wiring.borrow import borrow
from netdocs.wiring.build import chosen, parse_all, play_all, tasks, untrue_stories
from netdocs.wiring.settings import Settings

Say = Callable[[str], None]
Kernel = Literal["own", "emulated"]


def record(root: Path, engines: tuple[str, ...], say: Say, only: str = "", kernel: Kernel = "own") -> None:
    """Play the scenarios (all, or those of `only`) on each of these engines.

    With an emulated kernel: those of them that this machine's own kernel cannot play.

    NetdocsError after the first engine with problems.
    """
    scenarios = chosen(parse_all(read_scenarios(root)), only)
    client = outer.connect(root, os.environ, wanted=True)
    if client is None:
        raise outer.no_engine()
    with closing(client):
        for engine in engines:
            settings = Settings(root, "live", engine)
            todo = tasks(client, scenarios, settings, say)
            if kernel == "emulated":
                todo = borrow(client, todo, settings, say)
            played = play_all(client, todo, settings, Store(settings.plays), say) if todo else {}
            raise_for(untrue_stories(played))
            keep(Store(settings.recordings), scenarios, played, say)
            if not only and kernel == "own":
                _drop_others(Store(settings.recordings), engine, played, say)


def keep(store: Store, scenarios: Iterable[Scenario], played: Mapping[str, Recording], say: Say) -> None:
    """Commit what was played, but let nothing that was not run here take the place of something that was elsewhere."""
    for scenario in scenarios:
        recording = played.get(scenario.name)
        if recording is None:
            continue
        known = store.load(recording.engine, scenario.name)
        kept = stand_in(scenario, recording, known if isinstance(known, Recording) else None)
        if kept:
            say(_kept(scenario, kept))
        elif changed(store, recording):
            store.save(recording)
            say(f"recordings/{recording.engine}/{scenario.name}.json: written")


def _kept(scenario: Scenario, recording: Recording) -> str:
    kept = f"recordings/{recording.engine}/{scenario.name}.json: kept, for this kernel cannot play it"
    stale = f", but STALE: the scenario has changed since. Play it anew: {how_to_play(scenario.session)}"
    return kept + (stale if is_stale(scenario, recording) else "")


def _drop_others(store: Store, engine: str, played: dict[str, Recording], say: Say) -> None:
    for name in [name for name in store.names(engine) if name not in played]:
        store.remove(engine, name)
        say(f"recordings/{engine}/{name}.json: removed, its scenario is gone")


def changed(store: Store, recording: Recording) -> bool:
    """Whether the recording says something the committed one does not; a damaged one says nothing."""
    known = store.load(recording.engine, recording.scenario)
    if not isinstance(known, Recording):
        return True
    return not same(known, recording)
