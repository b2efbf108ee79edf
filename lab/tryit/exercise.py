"""A task under way: its set-up, the next hint, the checks, the solution. Effects."""

from __future__ import annotations

import time
from dataclasses import dataclass

from tryit import tasks
from tryit.session import Say, Session, prompted
from tryit.tasks import SOLUTION, Task

PAUSE = 0.5
"""Seconds between two looks."""


@dataclass(slots=True)
class Exercise:
    """One task at a reader's terminal."""

    task: Task
    session: Session
    hinted: int = 0
    """How many hints the reader has seen."""

    def begin(self, step: str, say: Say) -> None:
        """Play the set-up unseen, since it may be what is to be found out, and ask the question."""
        self.session.play_to(step, lambda _: None)
        self.ask(say)

    def ask(self, say: Say) -> None:
        """Show the question."""
        say(tasks.task_text(self.task))

    def hint(self, say: Say) -> None:
        """Show the next hint."""
        say(tasks.hint(self.task, self.hinted))
        self.hinted += 1

    def verdict(self, say: Say) -> int:
        """Run every check as things are now, and say what is missing; 0 if nothing is."""
        missed, checks = self.session.missed(SOLUTION)
        if missed and self.task.seconds:
            say(tasks.waiting(self.task))
            deadline = time.monotonic() + self.task.seconds
            while missed and time.monotonic() < deadline:
                time.sleep(PAUSE)
                missed, checks = self.session.missed(SOLUTION)
        say(tasks.verdict(self.task, missed, checks))
        return int(bool(missed))

    def solution(self, say: Say) -> None:
        """Show the commands that solve the task."""
        commands = [unit for unit in self.session.units[SOLUTION] if not unit.claim]
        say("".join(f"{prompt} {line}\n" for unit in commands for prompt, line in prompted(unit)))
        say("`reset` brings the beginning back, `next` plays this.\n")
