"""What is asked of a reader, what is said of the answer, and the tasks that there are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.try_command import try_command
from netdocs.protocol.codec import ProtocolError
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse as parse_scenario
from support import ROOT
from tryit.task_files import read_tasks
from tryit.tasks import DIFFICULTIES, SOLUTION, Task, hint, listing, parse, task_text, verdict
from tryit.wrapping import COLUMNS

FOLDER = ROOT / "snippets" / "tasks"
TASKS = [parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
LANGUAGES = ("en", "ja")
LONG = "A sentence that is longer than a line of eighty columns, so that it has to be wrapped where it ends. " * 2
TASK = Task("alias", "A second name", "names", 1, LONG, (LONG, "Short."), {"one-claim": LONG, "another": "No page."})


def names(task: Task) -> str:
    return task.name


def scenario_of(task: Task) -> Scenario:
    path = f"snippets/tasks/{task.name}.sh"
    return parse_scenario(path, (ROOT / path).read_text(encoding="utf-8"))


def columns(text: str) -> int:
    return max(map(len, text.splitlines()))


def test_a_task_is_read_from_its_file() -> None:
    """Its name is the file's."""
    text = 'title = "T"\ntopic = "names"\ndifficulty = 2\nquestion = "Q"\nhints = ["h"]\n[missing]\na-claim = "M"\n'

    assert parse("alias", text) == Task("alias", "T", "names", 2, "Q", ("h",), {"a-claim": "M"})
    with pytest.raises(ProtocolError, match="no field 'hint'"):
        parse("alias", f'hint = "h"\n{text}')


def test_the_question_fits_a_screen_of_80_columns() -> None:
    """Paragraphs stay apart; what can be typed now stands below."""
    printed = task_text(replace(TASK, question=f"{LONG}\n\n{LONG}"))

    assert printed.startswith("Task alias (easy): A second name\n\n")
    assert printed.count("\n\n") == 3
    assert columns(printed) <= COLUMNS
    assert "`done?`" in printed


def test_hints_come_one_by_one() -> None:
    """After the last one it is said what else there is."""
    assert hint(TASK, 0).startswith("Hint 1 of 2: A sentence")
    assert hint(TASK, 1) == "Hint 2 of 2: Short.\n"
    assert hint(TASK, 2) == "There are no more hints: `solution` shows how we do it.\n"
    assert columns(hint(TASK, 0)) <= COLUMNS


def test_the_verdict_says_what_is_missing_in_words() -> None:
    """A check for which there are none is named."""
    assert verdict(TASK, (), 3) == "Done: 3 checks passed. `solution` shows ours, `tasks` lists more.\n"
    assert verdict(TASK, ("another", "unheard-of"), 3).splitlines() == [
        "Not yet; 2 of 3 checks failed:",
        "  - No page.",
        "  - unheard-of",
    ]
    assert columns(verdict(TASK, ("one-claim",), 1)) <= COLUMNS


def test_the_list_is_by_topic_and_difficulty() -> None:
    """What is done has an x."""
    tasks = [replace(TASK, name="z", difficulty=3), TASK, replace(TASK, name="host", topic="host")]

    assert listing(tasks, {"alias"}).splitlines()[:5] == [
        "host",
        "  host   easy    A second name",
        "names",
        "x alias  easy    A second name",
        "  z      hard    A second name",
    ]


def test_the_list_fits_80_columns() -> None:
    """With every task there is."""
    assert columns(listing(TASKS, ())) <= COLUMNS


def test_each_scenario_has_its_task() -> None:
    """And each task its scenario."""
    assert {path.stem for path in FOLDER.glob("*.sh")} == {task.name for task in TASKS}


@pytest.mark.parametrize("task", TASKS, ids=names)
def test_a_task_says_what_each_check_misses(task: Task) -> None:
    """The claims from the solution on are the checks; a wrong answer is noticed by some of them."""
    scenario = scenario_of(task)
    steps = [step.name for step in scenario.steps]
    checked = {claim.id for step in scenario.steps[steps.index(SOLUTION) :] for claim in step.claims}

    assert set(task.missing) == checked
    assert task.wrong
    assert all(wrong.misses and set(wrong.misses) <= checked for wrong in task.wrong)
    assert DIFFICULTIES[task.difficulty]
    assert len(task.hints) >= 2


@pytest.mark.parametrize("task", TASKS, ids=names)
def test_a_check_looks_for_itself(task: Task) -> None:
    """What a command of ours printed is not there when a reader has typed the answer."""
    scenario = scenario_of(task)
    lines = scenario.text.split("\n")
    solution = scenario.step(SOLUTION)
    assert solution
    checks = [lines[claim.line] for claim in scenario.claims if claim.line > solution.first]

    assert not [check for check in checks if re.search(r"\$(out|status)\b|^#", check)]


@pytest.mark.parametrize("task", TASKS, ids=names)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_task_is_on_the_pages(task: Task, language: str) -> None:
    """Its question in the list of tasks, its solution on the page of solutions."""
    docs = ROOT / "docs" / language

    assert f"](#{task.name})" in (docs / "tasks.md").read_text(encoding="utf-8")
    assert f"](solutions.md#{task.name})" in (docs / "tasks.md").read_text(encoding="utf-8")
    assert f'session="tasks/{task.name}" step="solution"' in (docs / "solutions.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("task", TASKS, ids=names)
def test_the_page_asks_what_the_image_asks(task: Task) -> None:
    """The same words, but for the marks of code."""
    page = (ROOT / "docs" / "en" / "tasks.md").read_text(encoding="utf-8")

    assert _plain(task.question) in _plain(page.replace("`", ""))
    assert f"## {task.name}: {task.title[0].lower()}{task.title[1:]} {{ #{task.name} }}" in page
    (row,) = [line for line in page.splitlines() if line.startswith(f"| [`{task.name}`]")]
    assert [cell.strip() for cell in row.split("|")][2:4] == [task.topic, DIFFICULTIES[task.difficulty]]


@pytest.mark.parametrize("task", TASKS, ids=names)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_to_read_before_end_with_the_task(task: Task, language: str) -> None:
    """With the command that starts the first of a page's tasks."""
    docs = ROOT / "docs" / language
    rows = (docs / "tasks.md").read_text(encoding="utf-8").splitlines()
    (row,) = [line for line in rows if line.startswith(f"| [`{task.name}`]")]
    for page in re.findall(r"\]\(([^#)]+\.md)\)", row):
        text = (docs / page).read_text(encoding="utf-8")
        first = re.findall(r"\]\(\.\./tasks\.md#([a-z]+)\)", text)

        assert task.name in first, page
        assert f"{try_command('', DEFAULT_ENGINE)} task {first[0]}\n" in text


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_files_are_found_by_their_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the image has them, as seen from either side."""
    (tmp_path / "alias.toml").write_text((FOLDER / "alias.toml").read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("tryit.task_files.FOLDERS", (tmp_path / "nothing", tmp_path))

    assert [task.name for task in read_tasks().values()] == ["alias"]
