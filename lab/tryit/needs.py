"""What a lab needs of the container it runs in, and which flags give it. Effects."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from netdocs.lab.isolation import CAPABILITIES

NUMBERS = {"SYS_ADMIN": 21, "NET_ADMIN": 12, "SYS_PTRACE": 19}
"""The kernel's, of these capabilities."""
MEMORY = 768 * 1024**2
"""Bytes that must be free: six machines, three of them with an engine."""
KERNEL = (5, 11)
"""The first that lets a user namespace mount overlays, in which engines keep images."""


def missing() -> str:
    """In one line, what this container lacks and what to do; empty if nothing."""
    if flags := [*_terminal(), *_capabilities(), *_filters()]:
        return f"these flags are missing: {' '.join(flags)}; put them between `docker run` and the image's name"
    release = os.uname().release
    if tuple(map(int, re.findall(r"\d+", release)[:2])) < KERNEL:
        return f"Linux {release} is too old for a lab: use a machine with Linux 5.11 or later"
    if (free := _free_memory()) < MEMORY:
        return f"{free // 1024**2} MiB of memory are free, and a lab needs {MEMORY // 1024**2}: end other programs"
    return ""


def _terminal() -> list[str]:
    if os.isatty(0):
        return []
    # Without -i the engine gives /dev/null; with it, a pipe.
    return ["-t"] if stat.S_ISFIFO(os.fstat(0).st_mode) else ["-it"]


def _status(name: str) -> str:
    return next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name))


def _capabilities() -> list[str]:
    mask = int(_status("CapEff:"), 16)
    return [f"--cap-add {name}" for name in CAPABILITIES if not mask >> NUMBERS[name] & 1]


def _filters() -> list[str]:
    """The engine's own filters: its seccomp profile forbids `pivot_root`, its AppArmor profile every mount."""
    flags = ["--security-opt seccomp=unconfined"] if _status("Seccomp:") == "2" else []
    profile = Path("/proc/self/attr/current")
    try:
        confined = "(enforce)" in profile.read_text()
    except OSError:
        confined = False
    return [*flags, "--security-opt apparmor=unconfined"] if confined else flags


def _free_memory() -> int:
    """Bytes that programs could still get: of the machine, or what is left of the container's limit."""
    lines = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
    free = [int(lines["MemAvailable"].split()[0]) * 1024]
    for limit in ("memory.max", "memory/memory.limit_in_bytes"):
        path = Path("/sys/fs/cgroup", limit)
        if path.exists() and (text := path.read_text().strip()).isdigit():
            free.append(int(text))
    return min(free)
