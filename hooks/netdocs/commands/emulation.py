"""Emulating a kernel: which scenarios cannot be played with this machine's, and where they can be. Wiring."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace

import docker

from netdocs.errors import Diagnostic, MachineError
from netdocs.lab import emulator
from netdocs.lab.containers import DOCKER_ERRORS, open_labs
from netdocs.lab.payload import lab_payload
from netdocs.lab.runner import Task
from netdocs.lab.settings import Settings
from netdocs.recording.fingerprint import fingerprint, player_digest

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def select_for_emulation(client: docker.DockerClient, tasks: Iterable[Task], settings: Settings) -> list[Task]:
    """Of these tasks, those that need what this kernel lacks, each with an emulated computer to be played in."""
    demanding = [task for task in tasks if task.scenario.features and not task.scenario.unmet(task.engine)]
    missing = _missing(client, demanding, settings) if demanding else []
    selected = needing(demanding, missing)
    if not selected:
        log.info(f"engine {settings.engine}: this kernel has all that these scenarios need; nothing to emulate")
        return []
    log.info(f"engine {settings.engine}: this kernel has no {', '.join(missing)}; emulating one for {len(selected)}")
    computer = emulator.ensure_emulator(client, settings.root, settings.engine, selected[0].image)
    player = player_digest({**lab_payload(settings.root), **computer.files})
    return [
        replace(task, key=fingerprint(task.scenario, player, computer.image), emulator=computer) for task in selected
    ]


def needing(tasks: Iterable[Task], missing: Sequence[str]) -> list[Task]:
    """The tasks whose scenarios need any of the missing features."""
    return [task for task in tasks if not set(missing).isdisjoint(task.scenario.features)]


def _missing(client: docker.DockerClient, tasks: Sequence[Task], settings: Settings) -> list[str]:
    """What this kernel lacks of all that the scenarios need, as a lab sees it."""
    features = sorted({name for task in tasks for name in task.scenario.features})
    try:
        with open_labs(client, settings.root, settings.isolation) as labs:
            return labs.missing_features(tasks[0].image, features)
    except (LookupError, *DOCKER_ERRORS) as error:
        message, hint = "no lab could say what this kernel has", "see what it said; `make lab` builds one by hand"
        raise MachineError(Diagnostic("lab", message, hint, output=str(error))) from error
