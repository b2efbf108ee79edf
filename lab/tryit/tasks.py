"""Tasks for a reader: what is asked, the hints, and what to say of a check that does not hold yet. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netdocs.protocol.codec import convert
from tryit.wrapping import wrapped

SOLUTION = "solution"
"""The step of a task's scenario that solves it; what comes before is the set-up, and is not shown."""
DIFFICULTIES = ("", "easy", "medium", "hard")
"""By number."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """An answer that does not solve the task, for tests."""

    commands: str
    misses: tuple[str, ...]
    """The claims whose checks must notice it."""
    undo: str = ""
    """What takes it back, where it would be in the way of the next answer."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a reader is asked to do in a lab; its scenario is `tasks/NAME`."""

    name: str
    title: str
    topic: str
    difficulty: int
    """1 to 3."""
    question: str
    hints: tuple[str, ...]
    missing: Mapping[str, str]
    """What to say as long as a check does not hold, by its claim."""
    wrong: tuple[Wrong, ...] = ()
    seconds: int = 0
    """How long `done?` looks, where an answer takes effect by and by."""


def parse(name: str, text: str) -> Task:
    """The task of a file `snippets/tasks/NAME.toml`; an error of tomllib or ProtocolError if it holds none."""
    return convert({"name": name, **tomllib.loads(text)}, Task)


def task_text(task: Task) -> str:
    """The question as it stands on a screen."""
    head = f"Task {task.name} ({DIFFICULTIES[task.difficulty]}): {task.title}"
    after = "`done?` says what is still missing, `hint` helps, `solution` shows ours."
    return f"{wrapped(head)}\n\n{_paragraphs(task.question)}\n\n{after}\n"


def hint(task: Task, number: int) -> str:
    """The hint of that number, counted from 0; after the last one, what else there is."""
    if number >= len(task.hints):
        return "There are no more hints: `solution` shows how we do it.\n"
    return f"{wrapped(f'Hint {number + 1} of {len(task.hints)}: {task.hints[number]}')}\n"


def waiting(task: Task) -> str:
    """What is said while `done?` looks again."""
    return f"Not yet; looking again for up to {task.seconds} seconds.\n"


def verdict(task: Task, missed: Sequence[str], checks: int) -> str:
    """What is still missing, or that nothing is."""
    if not missed:
        return f"Done: {_checks(checks)} passed. `solution` shows ours, `tasks` lists more.\n"
    lines = "\n".join(wrapped(task.missing.get(claim, claim), "  - ", "    ") for claim in missed)
    return f"Not yet; {len(missed)} of {_checks(checks)} failed:\n{lines}\n"


def listing(tasks: Iterable[Task], done: Collection[str]) -> str:
    """Every task by topic and difficulty; an x stands before those that are done."""
    ordered = sorted(tasks, key=lambda task: (task.topic, task.difficulty, task.name))
    return "\n".join([*_lines(ordered, done), "", "`task NAME` starts one; x: done.", ""])


def _lines(tasks: Sequence[Task], done: Collection[str]) -> Iterator[str]:
    topic, width = "", max((len(task.name) for task in tasks), default=0)
    for task in tasks:
        if task.topic != topic:
            topic = task.topic
            yield topic
        mark = "x" if task.name in done else " "
        yield f"{mark} {task.name:{width}}  {DIFFICULTIES[task.difficulty]:6}  {task.title}"


def _checks(number: int) -> str:
    return f"{number} check{'s' * (number != 1)}"


def _paragraphs(text: str) -> str:
    return "\n\n".join(wrapped(" ".join(paragraph.split())) for paragraph in text.strip().split("\n\n"))
