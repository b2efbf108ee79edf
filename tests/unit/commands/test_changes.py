"""Changes: what git's last commit has, and what is in the folder now."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import one_step
from netdocs.commands.changes import changed_recordings
from netdocs.errors import MachineError
from netdocs.recording.store import Store

OLD = one_step("ping", "one\n")


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    subprocess.run(["git", *identity, "-C", str(folder), *words], check=True, capture_output=True)


@pytest.fixture(params=["", "below"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A project with three recordings in a commit: a repository of its own, or a folder of one."""
    git(tmp_path, "init", "-q")
    folder = tmp_path / str(request.param)
    for name in ("a/changed.sh", "a/gone.sh", "a/same.sh"):
        Store(folder / "recordings").save(replace(OLD, scenario=name))
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "x")
    return folder


def test_what_differs_from_the_last_commit_is_found(root: Path) -> None:
    """Changed, gone and new; staged or not. What is the same is not there."""
    store = Store(root / "recordings")
    changed = replace(OLD, scenario="a/changed.sh", kernel="7.0")
    store.save(changed)
    store.remove("28.5", "a/gone.sh")
    new = replace(OLD, scenario="b/new.sh", engine="26.1")
    store.save(new)
    changes = {(change.engine, change.scenario): (change.before, change.after) for change in changed_recordings(root)}

    assert {
        ("28.5", "a/changed.sh"): (replace(OLD, scenario="a/changed.sh"), changed),
        ("28.5", "a/gone.sh"): (replace(OLD, scenario="a/gone.sh"), None),
        ("26.1", "b/new.sh"): (None, new),
    } == changes


def test_a_damaged_recording_is_told(root: Path) -> None:
    Store(root / "recordings").path("28.5", "a/same.sh").write_text("{", encoding="utf-8")
    with pytest.raises(MachineError, match=r"recordings/28\.5/a/same\.sh\.json: this is no recording"):
        list(changed_recordings(root))


def test_without_a_repository_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="git does not say what has changed"):
        list(changed_recordings(tmp_path))
