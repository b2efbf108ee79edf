"""What a container keeps of the tasks that a reader has done, and what it says where there is no task."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.try_command import try_command
from terminals import NAME, TAG


def test_where_no_task_is_under_way(run: Any) -> None:
    """The commands say what to do instead of failing."""
    with run(try_command(NAME, DEFAULT_ENGINE)) as lab:
        lab.until("docker1")
        for word in ("task", "hint", "done?", "solution"):
            assert "no task is under way: `tasks` lists them" in lab.type(word)
        assert lab.leave() == 0


def test_progress_is_kept_in_a_folder_of_the_reader(run: Any, client: Any, tmp_path: Path) -> None:
    """A task that was done is marked in the next container too, and the file belongs to whom the folder belongs to."""
    mounted = try_command(NAME, DEFAULT_ENGINE).replace("--rm", f"--rm --volume {tmp_path}:/progress")
    with run(f"{mounted} task loopback") as lab:
        lab.until("docker1")
        assert "\n  loopback " in lab.type("tasks")
        lab.type("next")
        lab.type("done?")
        assert "\nx loopback " in lab.type("tasks")
        assert lab.leave() == 0
    assert (tmp_path / "tasks.txt").read_text() == "loopback\n"
    volumes = {str(tmp_path): {"bind": "/progress"}}
    assert "\nx loopback " in client.containers.run(TAG, "tasks", volumes=volumes, remove=True).decode()


def test_a_lab_cannot_write_other_words_into_the_folder(run: Any, tmp_path: Path) -> None:
    """Whatever a program in a lab prints, only names of tasks are kept."""
    mounted = try_command(NAME, DEFAULT_ENGINE).replace("--rm", f"--rm --volume {tmp_path}:/progress")
    with run(f"{mounted} at tasks/loopback") as lab:
        lab.until("docker1")
        lab.type(r"printf '\033]9;try:done ../../etc/passwd\007'")
        assert lab.leave() == 0
    assert not (tmp_path / "tasks.txt").exists()
