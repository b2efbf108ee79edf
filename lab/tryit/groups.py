"""Ending a lab and removing its cgroups, which would be in the way of the next one in the container. Effects."""

from __future__ import annotations

import errno
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

from supervisor import cgroups

SECONDS = 20
"""How long the processes of a lab that was ended may take to be gone."""

GENERATIONS = 3
"""The supervisor, its child, and the agent."""


def end(supervisor: int) -> None:
    """Kill the supervisor and those below it; the agent is the first of its PID namespace, so all in it end."""
    processes = [supervisor]
    while below_it := _children(processes[-1]):
        processes.append(below_it[0])
        if len(processes) == GENERATIONS:
            break
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _children(process: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def clear() -> None:
    """Remove them: version 2 lets no process into a cgroup that others with controllers are below."""
    deadline = time.monotonic() + SECONDS
    for group in [path for hierarchy in cgroups.hierarchies() for path in below(hierarchy / cgroups.NAME)]:
        while not _removed(group) and time.monotonic() < deadline:
            time.sleep(0.02)


def below(group: Path) -> list[Path]:
    """A cgroup and all in it, the innermost first; none if it is not there."""
    return [Path(folder) for folder, _, _ in os.walk(group, topdown=False)]


def _removed(group: Path) -> bool:
    """Whether there is nothing left to try: one in which processes are still ending cannot be removed yet."""
    _let_go()
    try:
        group.rmdir()
    except FileNotFoundError:
        return True
    except OSError as error:
        return error.errno != errno.EBUSY
    return True


def _let_go() -> None:
    """Take note of children that have ended: who loses its parent becomes one of the container's first process."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
