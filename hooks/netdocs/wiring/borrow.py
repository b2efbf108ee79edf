"""Borrowing a kernel: which scenarios cannot be played with this machine's, and where they can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from netdocs.core.errors import MachineError, Problem
from netdocs.core.keys import key, player_digest
from netdocs.effects import emulated
from netdocs.effects.labs import ENGINE_TROUBLE, open_labs, player_files
from netdocs.wiring.perform import Task
from netdocs.wiring.settings import Settings

Say = Callable[[str], None]


def borrow(client: Any, tasks: Iterable[Task], settings: Settings, say: Say) -> list[Task]:
    """Of these tasks, those that need what this kernel lacks, each with an emulated computer to be played in."""
    wanted = [task for task in tasks if task.scenario.features and not task.scenario.unmet(task.engine)]
    missing = _missing(client, wanted, settings) if wanted else []
    found = lacking(wanted, missing)
    if not found:
        say(f"engine {settings.engine}: this machine's kernel has all that these scenarios need; nothing to borrow")
        return []
    say(f"engine {settings.engine}: this machine's kernel has no {', '.join(missing)}; borrowing one for {len(found)}")
    emulator = emulated.ensure(client, settings.root, settings.engine, found[0].image, say)
    player = player_digest({**player_files(settings.root), **emulator.files})
    return [replace(task, key=key(task.scenario, player, emulator.image), emulator=emulator) for task in found]


def lacking(tasks: Iterable[Task], missing: Sequence[str]) -> list[Task]:
    """The tasks whose scenarios need any of the missing features."""
    return [task for task in tasks if not set(missing).isdisjoint(task.scenario.features)]


def _missing(client: Any, tasks: Sequence[Task], settings: Settings) -> list[str]:
    """What this kernel lacks of all that the scenarios need, as a lab sees it."""
    features = sorted({name for task in tasks for name in task.scenario.features})
    try:
        with open_labs(client, settings.root) as labs:
            return labs.missing_features(tasks[0].image, features)
    except (LookupError, *ENGINE_TROUBLE) as error:
        what, do = "no lab could say what this kernel has", "see what it said; `make lab` builds one by hand"
        raise MachineError(Problem("lab", what, do, output=str(error))) from error
