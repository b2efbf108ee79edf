"""What a lab needs of the container it runs in, and which flags give it. Effects."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from netdocs.lab.isolation import CAPABILITIES, WORLD_ROOT

NUMBERS = {"SYS_ADMIN": 21, "NET_ADMIN": 12, "SYS_PTRACE": 19}
"""The kernel's, of these capabilities."""
MEMORY = 768 * 1024**2
"""Bytes that must be free: six machines, three of them with an engine."""
PROCESSES = 512
"""A lab has about a hundred before anything is started in it."""
IDS = 2 * WORLD_ROOT
"""How many users and groups a container must have; the world's are among them."""
KERNEL = (5, 11)
"""The first that lets a user namespace mount overlays, in which engines keep images."""
CGROUPS = Path("/sys/fs/cgroup")


def missing() -> str:
    """In one line, what this container lacks and what to do; empty if nothing."""
    if os.geteuid():
        return "this container does not run as root: leave out `--user`; root in the lab is nobody on your machine"
    if flags := [*_terminal(), *_capabilities(), *_filters()]:
        return f"these flags are missing: {' '.join(flags)}; put them between `docker run` and the image's name"
    return (
        kernel_problem(os.uname().release)
        or ids_problem(Path("/proc/self/uid_map").read_text(encoding="utf-8"))
        or memory_problem(_available(), _limit("memory.max", "memory/memory.limit_in_bytes"))
        or process_problem(_limit("pids.max", "pids/pids.max"))
    )


def kernel_problem(release: str) -> str:
    """What is wrong with a kernel of this release; empty if nothing is."""
    if tuple(map(int, re.findall(r"\d+", release)[:2])) >= KERNEL:
        return ""
    return f"Linux {release} is too old for a lab: use a machine with Linux 5.11 or later"


def ids_problem(id_map: str) -> str:
    """What is wrong with a container whose users are these of the machine (`/proc/self/uid_map`)."""
    if max(int(line.split()[0]) + int(line.split()[2]) for line in id_map.splitlines()) >= IDS:
        return ""
    return "the engine gives containers few users of their own: use one that runs as root, without `userns-remap`"


def memory_problem(available: int, limit: int | None) -> str:
    """What is wrong where so many bytes are left on the machine, and the container may have so many."""
    needed = MEMORY // 1024**2
    if limit is not None and limit < MEMORY:
        return (
            f"this container may have {limit // 1024**2} MiB of memory, and a lab needs {needed}: leave out `--memory`"
        )
    if available < MEMORY:
        return f"{available // 1024**2} MiB of memory are free, and a lab needs {needed}: end other programs"
    return ""


def process_problem(limit: int | None) -> str:
    """What is wrong where the container may have so many processes."""
    if limit is None or limit >= PROCESSES:
        return ""
    return f"this container may have {limit} processes, and a lab needs {PROCESSES}: leave out `--pids-limit`"


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


def _available() -> int:
    """Bytes that programs on this machine could still get."""
    lines = dict(line.split(":") for line in Path("/proc/meminfo").read_text(encoding="utf-8").splitlines())
    return int(lines["MemAvailable"].split()[0]) * 1024


def _limit(*files: str) -> int | None:
    """What the container's cgroup allows, of version 2 or 1; None if it has no limit."""
    texts = [(CGROUPS / file).read_text(encoding="utf-8").strip() for file in files if (CGROUPS / file).exists()]
    return min((int(text) for text in texts if text.isdigit()), default=None)
