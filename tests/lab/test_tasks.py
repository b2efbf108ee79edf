"""Every task of the image at a reader's terminal: beginning and wrong answers miss something, the solution nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.try_command import try_command
from support import ROOT
from terminals import NAME, Terminal
from tryit.tasks import Task, parse

FILES = sorted((ROOT / "snippets" / "tasks").glob("*.toml"))
TASKS = [parse(path.stem, path.read_text(encoding="utf-8")) for path in FILES]


@pytest.fixture(scope="module")
def terminal(try_image: str) -> Iterator[Terminal]:
    """One container for all tasks: going to the next one is a command in it."""
    opened = Terminal(f"{try_command(NAME, DEFAULT_ENGINE)} task {TASKS[0].name}")
    opened.until("docker1")
    yield opened
    assert opened.leave() == 0
    opened.close()


def words(text: str) -> str:
    return " ".join(text.split())


def missed(printed: str, task: Task) -> set[str]:
    """The claims that a `done?` says are missing."""
    return {claim for claim, text in task.missing.items() if words(text) in words(printed)}


def type_all(terminal: Terminal, commands: str) -> None:
    for line in commands.strip().splitlines():
        terminal.type(line)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_a_task_from_its_beginning_to_its_solution(terminal: Terminal, task: Task) -> None:
    """Each check fails at the beginning or after a wrong answer, or it would prove nothing; none after the solution."""
    question = terminal.type(f"task {task.name}")
    if f"which tasks/{task.name} needs" in question:
        pytest.skip(question.splitlines()[1])
    assert words(task.question) in words(question)
    missing = missed(terminal.type("done?"), task)
    assert missing
    for wrong in task.wrong:
        type_all(terminal, wrong.commands)
        messages = missed(terminal.type("done?"), task)
        assert messages >= set(wrong.misses), wrong.commands
        missing |= messages
        type_all(terminal, wrong.undo)
    assert missing == set(task.missing)
    terminal.type("next")
    assert f"Done: {len(task.missing)} check" in terminal.type("done?")


def test_hints_and_the_solution(terminal: Terminal) -> None:
    """One hint after the other, and then the commands themselves; `tasks` marks what is done."""
    terminal.type("task loopback")
    hints = [terminal.type("hint") for _ in range(4)]
    assert "Hint 1 of 3: " in hints[0]
    assert "Hint 3 of 3: " in hints[2]
    assert "There are no more hints" in hints[3]
    assert "docker1$ docker run -dit --name web --hostname web -p 127.0.0.1:8080:80 busybox" in terminal.type(
        "solution"
    )
    assert "there is no task 'lopback': do you mean loopback?" in terminal.type("task lopback")
