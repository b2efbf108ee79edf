"""What several kinds of tests share."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from netdocs.recording.from_events import Outcome
from netdocs.recording.model import CommandResult

ROOT = Path(__file__).parents[1]

Play = Callable[..., Outcome]
"""Plays a scenario given as text: `play(text, dialect="sh", **limits)`."""

PlayTogether = Callable[..., dict[str, Outcome]]
"""Plays commands at once, each in a lab of its own: `play_together({"name": "command"}, **limits)`."""


def entries(outcome: Outcome) -> tuple[CommandResult, ...]:
    """Everything a play without problems recorded."""
    assert outcome.problems == ()
    assert outcome.recording is not None
    return tuple(entry for step in outcome.recording.steps for entry in step.commands)


def outputs(outcome: Outcome) -> list[str]:
    """What each command printed, in a play without problems."""
    return [entry.output for entry in entries(outcome)]


def unavailable(missing: str) -> NoReturn:
    """Skip the test for want of something; in CI, where nothing may be wanting, fail it."""
    if os.environ.get("CI"):
        pytest.fail(f"in CI no test may be skipped: {missing}")
    pytest.skip(missing)


def project(folder: Path, scenarios: dict[str, str]) -> Path:
    """A small project with these scenarios (by path below snippets/) and one page that shows all their steps."""
    for name in ("hooks", "lab", "docs/overrides", "docs/includes"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path, text in scenarios.items():
        target = folder / "snippets" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "recordings").mkdir()
    (folder / "docs" / "en").mkdir(parents=True)
    (folder / "docs" / "en" / "index.md").write_text(_page(folder), encoding="utf-8")
    config = re.sub(
        r"(?ms)^nav:.*?(?=^hooks:)", "nav:\n  - index.md\n", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    )
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def _page(folder: Path) -> str:
    steps: dict[tuple[str, str], None] = {}
    for path in sorted((folder / "snippets").glob("*/*")):
        session = path.relative_to(folder / "snippets").with_suffix("").as_posix()
        names = re.findall(r"(?m)^# %% ([a-z].*)$", path.read_text(encoding="utf-8"))
        steps |= {(session, name): None for name in names}
    fences = (f'```console exec="on" session="{session}" step="{step}"\n```\n' for session, step in steps)
    return "# Page\n\n" + "\n".join(fences)


def start_build(
    folder: Path, *, mode: str = "auto", host: str = "", config: str = "mkdocs.yml"
) -> subprocess.Popen[str]:
    """`mkdocs build` under way in `folder`, its output readable line by line."""
    environ = {**os.environ, "PYTHONPATH": "hooks", "NETDOCS_MODE": mode, "NO_MKDOCS_2_WARNING": "1"}
    if host:
        environ["DOCKER_HOST"] = host
    argv = [sys.executable, "-m", "mkdocs", "build", "--config-file", config]
    return subprocess.Popen(
        argv,
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def build(folder: Path, *, mode: str = "auto", host: str = "", config: str = "mkdocs.yml") -> tuple[int, str]:
    """Exit code and output of a whole build; one that takes too long is ended, or it would go on playing unseen."""
    with start_build(folder, mode=mode, host=host, config=config) as process:
        try:
            printed, _ = process.communicate(timeout=300)
        except subprocess.TimeoutExpired:
            process.terminate()
            raise
    return process.returncode, printed


def netdocs(folder: Path, *words: str, typed: str = "") -> tuple[int, str]:
    """Exit code and output of `python -m netdocs` with these words, run in a project's folder and fed with `typed`."""
    argv = [sys.executable, "-m", "netdocs", *words]
    environ = {**os.environ, "PYTHONPATH": "hooks"}
    done = subprocess.run(
        argv,
        cwd=folder,
        env=environ,
        input=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout
