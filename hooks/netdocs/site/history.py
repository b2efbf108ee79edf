"""What git knows of files: when they were changed last, whether it has them. Effects."""

from __future__ import annotations

import subprocess
from pathlib import Path


def last_changes(root: Path, folder: str) -> dict[str, str]:
    """The date of each file's last commit by its path below `root`; nothing where git has not the whole history."""
    if git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    changes: dict[str, str] = {}
    date = ""
    for line in git(root, "log", "--format=%x00%cI", "--name-only", "--relative", "--", folder).splitlines():
        if line.startswith("\0"):
            date = line[1:]
        elif line:
            changes.setdefault(line, date)
    return changes


def tracked(root: Path, folder: str) -> bool:
    """Whether git has any file of that folder."""
    return bool(git(root, "ls-files", "--", folder))


def git(root: Path, *words: str) -> str:
    """What git prints; nothing without git, repository or answer in time: a date is worth no failed build."""
    argv = ["git", "-c", "core.quotePath=false", "-C", str(root), *words]
    try:
        done = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
