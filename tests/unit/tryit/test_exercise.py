"""A task under way: where it begins, what its checks say, and how it is solved."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import pytest

from agent.executor import Executor, Result
from agent.interpreters import Reply
from agent.split_commands import Unit
from netdocs.protocol.job import Job, Step
from netdocs.protocol.story import Story
from tryit import stories
from tryit.exercise import Exercise
from tryit.session import Session, start
from tryit.tasks import Task, waiting

LINES = (
    "docker network create shop",
    "# %% solution",
    "docker network connect shop app",
    "# claim reached: It is reached.",
    "[[ reached ]]",
    "# %% done",
    "# claim kept: It is kept.",
    "[[ kept ]]",
)
STEPS = (Step("_setup", 1, 1), Step("solution", 2, 5), Step("done", 6, 8))
JOB = Job("snippets/tasks/t.sh", "sh", "\n".join(LINES), ("docker1",), (), STEPS, (), 10.0, 60.0, 1000)
STORY = Story("tasks/t", "A task.", JOB, {"reached": "It is reached.", "kept": "It is kept."}, ())
TASK = Task("t", "A task", "names", 1, "What?", ("Look.",), {"reached": "It is not reached.", "kept": "It is lost."})


@dataclass
class FakeExecutor:
    """Runs nothing; a check holds as soon as its command was run."""

    ran: list[str] = field(default_factory=list)
    output: str = ""
    exit_code: int = 0

    def run(self, unit: Unit, _deadline: float) -> tuple[Reply, Result]:
        """Note the command."""
        self.ran.append(unit.text)
        return Reply("replied", "0", "printed\n", 0, 0.0), Result()

    def check(self, unit: Unit, _deadline: float) -> tuple[Reply, Result]:
        """One of the two checks needs the solution."""
        holds = unit.claim == "kept" or "docker network connect shop app" in self.ran
        return Reply("replied", "", "", 0, 0.0), Result(int(not holds))


@pytest.fixture
def session() -> Session:
    session = start(STORY, cast("Mapping[str, Any]", {}))
    session.executor = cast("Executor", FakeExecutor())
    return session


def test_the_set_up_is_not_shown(session: Session) -> None:
    """It may be what is to be found out; the question is."""
    messages = list[str]()
    Exercise(TASK, session).begin("_setup", messages.append)

    assert session.played == ["_setup"]
    assert "What?" in "".join(messages)
    assert "docker" not in "".join(messages)


def test_what_is_missing_is_said_until_nothing_is(session: Session) -> None:
    """Whoever types the commands."""
    messages = list[str]()
    exercise = Exercise(TASK, session)
    exercise.begin("_setup", lambda _: None)

    assert exercise.verdict(messages.append) == 1
    session.play_next(lambda _: None)
    assert exercise.verdict(messages.append) == 0
    assert messages[0] == "Not yet; 1 of 2 checks failed:\n  - It is not reached.\n"
    assert messages[1].startswith("Done: 2 checks passed.")


def test_hints_and_the_solution_are_shown(session: Session) -> None:
    """The commands without the checks."""
    messages = list[str]()
    exercise = Exercise(TASK, session)
    exercise.hint(messages.append)
    exercise.hint(messages.append)
    exercise.solution(messages.append)

    assert messages[:2] == ["Hint 1 of 1: Look.\n", "There are no more hints: `solution` shows how we do it.\n"]
    assert messages[2] == "docker1$ docker network connect shop app\n"


def test_a_task_begins_right_before_its_solution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is near one is suggested."""
    (tmp_path / "tasks").mkdir()
    (tmp_path / "tasks" / "t.json").write_text(json.dumps(asdict(STORY)), encoding="utf-8")
    monkeypatch.setattr(stories, "FOLDERS", (tmp_path,))
    monkeypatch.setattr(stories, "read_tasks", lambda: {"t": TASK})

    assert stories.find(["task", "t"]) == stories.State(STORY, "_setup", TASK)
    assert stories.find(["tasks/t", "done"]) == stories.State(STORY, "done")
    with pytest.raises(stories.UnknownStateError, match="there is no task 'tt': do you mean t"):
        stories.find(["task", "tt"])


def test_what_takes_effect_by_and_by_is_waited_for(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said that it is; an answer that never takes effect is no answer."""
    lines, executor = list[str](), cast("FakeExecutor", session.executor)
    exercise = Exercise(replace(TASK, seconds=1), session)
    session.play_to("_setup", lines.append)
    monkeypatch.setattr("tryit.exercise.PAUSE", 0.01)
    monkeypatch.setattr(time, "sleep", lambda _: executor.ran.append("docker network connect shop app"))

    assert exercise.verdict(lines.append) == 0
    assert lines[-2:] == [waiting(exercise.task), "Done: 2 checks passed. `solution` shows ours, `tasks` lists more.\n"]
    monkeypatch.undo()
    executor.ran.clear()
    assert exercise.verdict(lines.append) == 1
