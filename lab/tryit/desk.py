"""What a reader's commands ask of the container rather than of the lab in it. Effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tryit.picture_file import keep
from tryit.progress import Progress
from tryit.task_files import read_tasks
from tryit.tasks import Task, listing


@dataclass(slots=True)
class Desk:
    """Which tasks there are, and which are done; it stays while labs come and go."""

    tasks: dict[str, Task] = field(default_factory=read_tasks)
    progress: Progress = field(default_factory=Progress)

    def answer(self, words: Sequence[str]) -> str:
        """The text for the reader; empty where there is nothing to say. Anything in a lab may ask."""
        match words:
            case ["tasks"]:
                self.progress.read()
                return listing(self.tasks.values(), self.progress.done)
            case ["done", name] if name in self.tasks:
                return self.progress.add(name)
            case ["picture", data]:
                return keep(data, self.progress.folder)
        return ""
