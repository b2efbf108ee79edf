"""Who started a lab: a label that tells whether its owner still lives. Effects."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path

LABEL = "netdocs.lab"
REMOTE_LAB_TTL = 24 * 3600
"""A lab of another machine (a shared engine) is taken for dead after this long."""


def label() -> str:
    """The label of this process, so described that no later process can be taken for it."""
    pid = os.getpid()
    return f"{platform.node()} {pid} {_start_time(pid)} {int(time.time())}"


def owner_is_gone(label: str) -> bool:
    """Whether the process that started the lab is gone."""
    try:
        node, pid, began, started = label.split(" ")
        if node != platform.node():
            return time.time() - int(started) > REMOTE_LAB_TTL
        return _start_time(int(pid)) != began
    except ValueError:
        return True


def _start_time(pid: int) -> str:
    """When a process began, in clock ticks since the machine did; where /proc is missing, whether it lives."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19]
    except OSError:
        return _alive(pid)


def _alive(pid: int) -> str:
    if Path("/proc/self").exists():
        return "gone"
    try:
        os.kill(pid, 0)
    except OSError:
        return "gone"
    return "alive"
