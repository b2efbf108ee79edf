"""When files were changed last, as git knows it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def last_changes(root: Path, folder: str) -> dict[str, str]:
    """The date of each file's last commit by its path below `root`; nothing where git has not the whole history."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    changes: dict[str, str] = {}
    date = ""
    for line in _git(root, "log", "--format=%x00%cI", "--name-only", "--relative", "--", folder).splitlines():
        if line.startswith("\0"):
            date = line[1:]
        elif line:
            changes.setdefault(line, date)
    return changes


def _git(root: Path, *words: str) -> str:
    """What git prints; nothing if there is no git, or no repository here."""
    argv = ["git", "-c", "core.quotePath=false", "-C", str(root), *words]
    try:
        done = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=60)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
