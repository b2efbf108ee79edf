"""Tasks for a reader: what is asked, the hints, and what to say of a check that does not hold yet. Pure."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netdocs.protocol.codec import convert

SOLUTION = "solution"
"""The step of a task's scenario that solves it; what comes before is the set-up, and is not shown."""
DIFFICULTIES = ("", "easy", "medium", "hard")
"""By number."""
COLUMNS = 80


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


def parse(name: str, text: str) -> Task:
    """The task of a file `snippets/tasks/NAME.toml`; an error of tomllib or ProtocolError if it holds none."""
    return convert({"name": name, **tomllib.loads(text)}, Task)


def task_text(task: Task) -> str:
    """The question as it stands on a screen."""
    head = f"Task {task.name} ({DIFFICULTIES[task.difficulty]}): {task.title}"
    after = "`done?` says what is still missing, `hint` helps, `solution` shows ours."
    return f"{_wrapped(head)}\n\n{_paragraphs(task.question)}\n\n{after}\n"


def hint(task: Task, number: int) -> str:
    """The hint of that number, counted from 0; after the last one, what else there is."""
    if number >= len(task.hints):
        return "There are no more hints: `solution` shows how we do it.\n"
    return f"{_wrapped(f'Hint {number + 1} of {len(task.hints)}: {task.hints[number]}')}\n"


def verdict(task: Task, missed: Sequence[str], checks: int) -> str:
    """What is still missing, or that nothing is."""
    if not missed:
        return f"Done: {_checks(checks)} passed. `solution` shows ours, `tasks` lists more.\n"
    lines = "\n".join(_wrapped(task.missing.get(claim, claim), "  - ", "    ") for claim in missed)
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
    return "\n\n".join(_wrapped(" ".join(paragraph.split())) for paragraph in text.strip().split("\n\n"))


def _wrapped(text: str, first: str = "", later: str = "") -> str:
    # A command or an address is not broken, so that it can be copied.
    return textwrap.fill(
        text, COLUMNS, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )
