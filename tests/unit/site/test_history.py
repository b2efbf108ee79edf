"""Dates of files, from git."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from netdocs.site.history import last_changes


def git(folder: Path, *words: str, date: str = "") -> None:
    author = ["-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"]
    environ = (
        {"PATH": "/usr/bin:/bin:/usr/local/bin", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date} if date else None
    )
    subprocess.run(["git", *author, "-C", str(folder), *words], check=True, capture_output=True, env=environ)


def commit(folder: Path, name: str, date: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(date, encoding="utf-8")
    git(folder, "add", name)
    git(folder, "commit", "-m", name, date=date)


def test_the_last_commit_counts(tmp_path: Path) -> None:
    """By path below the project's folder, also for names beyond ASCII."""
    git(tmp_path, "init", "-q")
    commit(tmp_path, "docs/a.md", "2026-01-01T00:00:00+00:00")
    commit(tmp_path, "docs/ネット.md", "2026-02-01T00:00:00+00:00")
    commit(tmp_path, "docs/a.md", "2026-03-01T00:00:00+00:00")
    commit(tmp_path, "other/b.md", "2026-04-01T00:00:00+00:00")

    changes = last_changes(tmp_path, "docs")

    assert {name: date[:10] for name, date in changes.items()} == {
        "docs/a.md": "2026-03-01",
        "docs/ネット.md": "2026-02-01",
    }


def test_a_history_that_is_cut_off_is_no_history(tmp_path: Path) -> None:
    """In a shallow clone every file seems to be as old as the one commit there is."""
    origin = tmp_path / "origin"
    origin.mkdir()
    git(origin, "init", "-q")
    commit(origin, "docs/a.md", "2026-01-01T00:00:00+00:00")
    commit(origin, "docs/b.md", "2026-02-01T00:00:00+00:00")
    git(tmp_path, "clone", "-q", "--depth=1", origin.as_uri(), "shallow")

    assert last_changes(tmp_path / "shallow", "docs") == {}


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    """A project that was downloaded as an archive builds all the same."""
    assert last_changes(tmp_path, "docs") == {}


def test_a_git_that_does_not_answer_is_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The date in a footer is worth no failed build."""

    def hang(argv: list[str], **options: Any) -> None:
        raise subprocess.TimeoutExpired(argv, options["timeout"])

    monkeypatch.setattr(subprocess, "run", hang)

    assert last_changes(tmp_path, "docs") == {}
