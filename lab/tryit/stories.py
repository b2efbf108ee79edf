"""The scenarios that come with the image, and what a reader asks for of them. Effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from netdocs.protocol.story import Story, decode
from tryit.task_files import read_tasks
from tryit.tasks import SOLUTION, Task

FOLDERS = (Path("/lab/stories"), Path("/machine/lab/stories"))
"""Where they are: as seen by the lab's own programs, and by the container's first process."""


class UnknownStateError(Exception):
    """There is no such scenario or step; the message is one line and says what there is."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a reader wants to be: a scenario, played up to the end of a step."""

    story: Story
    step: str
    """The last step to be played; empty where only the machines are wanted."""
    task: Task | None = None
    """What the reader is asked to do there, if this is the beginning of a task."""


def names() -> list[str]:
    """Every scenario, `bridge/default`."""
    folder = _folder()
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.json"))


def find(words: Sequence[str]) -> State:
    """The state that `bridge/default no-names` names; without a step, the one before the first is played.

    `task publish-loopback` names the state in which that task begins.
    """
    name, step = (*words, "", "")[:2]
    if name == "task":
        return _beginning(step)
    if name not in names():
        raise UnknownStateError(_unknown("scenario", name, names(), "`list` names them all"))
    story = decode((_folder() / f"{name}.json").read_text(encoding="utf-8"))
    if step and step not in story.steps:
        raise UnknownStateError(_unknown("step", step, story.steps, f"{name} has {', '.join(story.steps)}"))
    return State(story, step)


def unplayable(story: Story, missing: Sequence[str]) -> str:
    """Why this kernel cannot play a scenario, and what to do."""
    return (
        f"this kernel has no {', '.join(missing)}, which {story.name} needs: take another scenario, or another machine"
    )


def _beginning(name: str) -> State:
    tasks = read_tasks()
    if name not in tasks:
        raise UnknownStateError(_unknown("task", name, sorted(tasks), "`tasks` lists them all"))
    story = find([f"tasks/{name}"]).story
    steps = [step.name for step in story.job.steps]
    return State(story, steps[steps.index(SOLUTION) - 1], tasks[name])


def _folder() -> Path:
    return next(folder for folder in FOLDERS if folder.is_dir())


def _unknown(kind: str, name: str, names: Sequence[str], otherwise: str) -> str:
    near = get_close_matches(name, names, 1)
    return f"there is no {kind} {name!r}: {f'do you mean {near[0]}?' if near else otherwise}"
