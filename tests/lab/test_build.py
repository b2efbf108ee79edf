"""Builds of a small project, with and without an engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from netdocs.recording.format import from_json, to_json
from netdocs.recording.store import Store
from support import build, project

SHELL = "# Two dialects.\n# %% hello\necho hello; date +%N\n"
PYTHON = '"""Two dialects."""\nimport time\n# %% hello\nprint("hello", time.time_ns())\n'
NOWHERE = "unix:///nowhere/docker.sock"


def html(folder: Path) -> str:
    return (folder / "site" / "en" / "index.html").read_text(encoding="utf-8")


def printed_lines(page: str) -> list[str]:
    return re.findall(r'nd-output-lines">(.*?)</span>', page, re.DOTALL)


def test_a_second_build_plays_nothing(tmp_path: Path, client: Any, lab_image: str) -> None:
    """Prose never makes anything run; a changed scenario is played again, and it alone."""
    folder = project(tmp_path / "p", {"x/a.sh": SHELL, "x/a.py": PYTHON})
    first = build(folder)
    before = html(folder)
    page = folder / "docs" / "en" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore prose.\n", encoding="utf-8")
    second = build(folder)
    after = html(folder)
    (folder / "snippets" / "x" / "a.sh").write_text(SHELL + "echo more\n", encoding="utf-8")
    third = build(folder)

    assert (first[0], second[0], third[0]) == (0, 0, 0), first[1] + second[1] + third[1]
    assert "playing 2 scenarios" in first[1]
    assert "playing" not in second[1]
    assert "playing 1 scenarios" in third[1]
    assert printed_lines(before) == printed_lines(after) != printed_lines(html(folder))


def test_live_mode_plays_everything(tmp_path: Path, client: Any, lab_image: str) -> None:
    """What CI publishes is never taken from a cache."""
    folder = project(tmp_path / "p", {"x/a.sh": SHELL})
    build(folder)
    code, printed = build(folder, mode="live")

    assert code == 0, printed
    assert "playing 1 scenarios" in printed


def test_without_an_engine_recordings_stand_in(tmp_path: Path, client: Any, lab_image: str) -> None:
    """The build says once that it uses recordings; every page and block says so too, with their age."""
    folder = project(tmp_path / "p", {"x/a.sh": SHELL})
    build(folder)
    recorded = Store(folder / ".cache" / "plays").path("28.5", "x/a.sh")
    target = Store(folder / "recordings").path("28.5", "x/a.sh")
    target.parent.mkdir(parents=True)
    played = from_json(recorded.read_text(encoding="utf-8"))
    target.write_text(to_json(replace(played, recorded_at="2026-01-31T10:00:00Z")), encoding="utf-8")
    code, printed = build(folder, host=NOWHERE)

    assert code == 0, printed
    assert printed.count("every output on these pages is a recording") == 1
    assert "A recording, " in html(folder)
    assert "on 31 January 2026" in html(folder)
    assert "No Docker Engine was at hand" in html(folder)


def test_live_mode_needs_an_engine(tmp_path: Path) -> None:
    """No engine in live mode is an error that says what to do."""
    code, printed = build(project(tmp_path / "p", {"x/a.sh": SHELL}), mode="live", host=NOWHERE)

    assert code != 0
    assert "docker: no Docker Engine answers" in printed
    assert f"at {NOWHERE} (by DOCKER_HOST)" in printed


def test_one_failing_scenario_does_not_hide_another(tmp_path: Path, client: Any, lab_image: str) -> None:
    """The build plays all, reports all, then fails."""
    folder = project(
        tmp_path / "p", {"x/a.sh": "# A.\n# %% a\nfalse\n", "x/b.py": '"""B."""\n# %% b\n1 / 0\n', "x/c.sh": SHELL}
    )
    code, printed = build(folder)

    assert code != 0
    assert "snippets/x/a.sh:3: a command failed in step 'a'" in printed
    assert "snippets/x/b.py:3: Python raised an exception in step 'b'" in printed
    assert "x/c.sh  ok" in printed


def test_a_damaged_play_is_replaced(tmp_path: Path, client: Any, lab_image: str) -> None:
    """A half-written recording in the cache is reported, never trusted, and played again."""
    folder = project(tmp_path / "p", {"x/a.sh": SHELL})
    build(folder)
    path = Store(folder / ".cache" / "plays").path("28.5", "x/a.sh")
    path.write_text(path.read_text(encoding="utf-8")[:200], encoding="utf-8")
    code, printed = build(folder)

    assert code == 0, printed
    assert "plays/28.5/x/a.sh.json: damaged, so it is played again" in printed
    assert from_json(path.read_text(encoding="utf-8")).scenario == "x/a.sh"
