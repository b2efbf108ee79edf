"""The tasks that come with the image. Effects."""

from __future__ import annotations

from pathlib import Path

from tryit.tasks import Task, parse

FOLDERS = (Path("/lab/tasks"), Path("/machine/lab/tasks"))
"""Where they are: as seen by the lab's own programs, and by the container's first process."""


def read_tasks() -> dict[str, Task]:
    """Every task by its name."""
    files = sorted(path for folder in FOLDERS for path in folder.glob("*.toml"))
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in files}
