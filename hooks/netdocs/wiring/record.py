"""`make record`: play everything, and rewrite the committed recordings that really changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from netdocs.core.drift import same
from netdocs.core.errors import raise_for
from netdocs.core.recording import Recording
from netdocs.effects import outer
from netdocs.effects.sources import read_scenarios
from netdocs.effects.store import Store
from netdocs.wiring.build import chosen, parse_all, play_all, tasks, untrue_stories
from netdocs.wiring.settings import Settings

Say = Callable[[str], None]


def record(root: Path, engines: tuple[str, ...], say: Say, only: str = "") -> None:
    """Play the scenarios (all, or those of `only`) on each of these engines.

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
            played = play_all(client, todo, settings, Store(settings.plays), say)
            raise_for(untrue_stories(played))
            _keep(Store(settings.recordings), played, say)
            if not only:
                _drop_others(Store(settings.recordings), engine, played, say)


def _keep(store: Store, played: dict[str, Recording], say: Say) -> None:
    for name, recording in sorted(played.items()):
        if changed(store, recording):
            store.save(recording)
            say(f"recordings/{recording.engine}/{name}.json: written")


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
