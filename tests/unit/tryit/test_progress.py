"""What is kept of the tasks that are done, and what a lab may ask of the container it runs in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tryit.desk import Desk
from tryit.progress import Progress
from tryit.tasks import Task

TASKS = {"alias": Task("alias", "A second name", "names", 1, "?", (), {})}


def test_what_is_done_is_written_a_name_a_line(tmp_path: Path) -> None:
    """What an earlier container wrote stays."""
    (tmp_path / "tasks.txt").write_text("none\n", encoding="utf-8")

    assert Progress(tmp_path).add("alias") == ""
    assert (tmp_path / "tasks.txt").read_text(encoding="utf-8") == "alias\nnone\n"


def test_without_a_folder_it_is_kept_as_long_as_the_container_runs(tmp_path: Path) -> None:
    """Nothing is written anywhere."""
    progress = Progress(tmp_path / "missing")

    assert progress.add("alias") == ""
    assert progress.done == {"alias"}
    assert [*tmp_path.iterdir()] == []


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    """In one line, and the task counts as done all the same."""
    (tmp_path / "tasks.txt").mkdir()
    progress = Progress(tmp_path)

    assert progress.add("alias") == f"Your progress could not be written to {tmp_path}/tasks.txt: Is a directory.\n"
    assert progress.done == {"alias"}


def test_a_file_that_is_no_text_is_as_good_as_none(tmp_path: Path) -> None:
    """The list is shown nevertheless."""
    (tmp_path / "tasks.txt").write_bytes(b"\xff\xfe")
    progress = Progress(tmp_path)
    progress.read()

    assert progress.done == set()


def test_the_list_marks_what_was_done(tmp_path: Path) -> None:
    """In this container or an earlier one."""
    desk = Desk(TASKS, Progress(tmp_path))
    before = desk.answer(["tasks"])
    desk.answer(["done", "alias"])

    assert "\n  alias " in before
    assert "\nx alias " in desk.answer(["tasks"])


@pytest.mark.parametrize("words", [["done", "../../etc/passwd"], ["done"], ["jump"], []])
def test_other_words_do_nothing(tmp_path: Path, words: list[str]) -> None:
    """Any program in a lab can print them."""
    assert Desk(TASKS, Progress(tmp_path)).answer(words) == ""
    assert [*tmp_path.iterdir()] == []
