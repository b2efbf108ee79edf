"""Which tasks a reader has done: kept in the folder that is mounted at /progress, if there is one. Effects."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path("/progress")
NAME = "tasks.txt"
"""In it, the name of a task a line."""


@dataclass(slots=True)
class Progress:
    """The tasks that are done, those of earlier labs included."""

    folder: Path = FOLDER
    done: set[str] = field(default_factory=set)

    def read(self) -> None:
        """Take over what the reader's folder says."""
        with suppress(OSError, UnicodeDecodeError):
            self.done |= set((self.folder / NAME).read_text(encoding="utf-8").split())

    def add(self, task: str) -> str:
        """Keep that this task is done; empty, or a line that says why it could not be kept."""
        self.read()
        self.done.add(task)
        if not self.folder.is_dir():
            return ""
        file = self.folder / NAME
        try:
            file.write_text("".join(f"{name}\n" for name in sorted(self.done)), encoding="utf-8")
        except OSError as error:
            return f"Your progress could not be written to {file}: {error.strerror}.\n"
        give_away(file, self.folder)
        return ""


def give_away(file: Path, folder: Path) -> None:
    """Let the file belong to whom the folder belongs to: we are root here, and they need not be."""
    owner = folder.stat()
    with suppress(OSError):
        os.chown(file, owner.st_uid, owner.st_gid)
