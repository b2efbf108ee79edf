"""Faults of files and disks: a message with the place, no traceback, nothing half-written or left."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factories import command, recording
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import to_json
from netdocs.recording.model import Fingerprint, StepResult
from support import project

SHELL = "# Bridge.\n# %% start\ntrue\n"
RECORDED = "recordings/28.5/bridge/default.sh.json"
FILE_BYTES = 4096
"""How large a file may get on the disk that is full."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one scenario and its recording."""
    folder = project(tmp_path_factory.mktemp("faults") / "sound", {"bridge/default.sh": SHELL})
    steps = (StepResult("_setup", (), ()), StepResult("start", (), (command("true"),)))
    recorded = recording(*steps, fingerprint=Fingerprint(digest(SHELL), "", ""))
    (folder / RECORDED).parent.mkdir(parents=True)
    (folder / RECORDED).write_text(to_json(recorded), encoding="utf-8")
    return folder


def build(folder: Path, *, full_disk: bool = False) -> tuple[int, str]:
    """Exit code and output of a build from recordings; the disk may take small files only."""

    def fill_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))

    environ = {**os.environ, "NETDOCS_MODE": "recorded", "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=fill_disk if full_disk else None,
    )
    return done.returncode, done.stdout


def _folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _surrogate(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"# \xed\xa0\x80\n")


def _front_matter(path: Path) -> None:
    path.write_text('---\ndescription: "\\uD800"\n---\n' + path.read_text(encoding="utf-8"), encoding="utf-8")


def _reference(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\n&#xD800; &#55296;\n", encoding="utf-8")


def _remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.mark.parametrize(
    ("path", "break_it", "expected"),
    [
        (RECORDED, _folder, [RECORDED, "this recording cannot be read", "it is no file"]),
        (RECORDED, _loop, [RECORDED, "this recording cannot be read"]),
        (RECORDED, _flip, [RECORDED, "this is no recording", "make record"]),
        (RECORDED, _surrogate, [RECORDED, "this is no recording"]),
        ("snippets/bridge/default.sh", _surrogate, ["snippets/bridge/default.sh:4", "this is not UTF-8"]),
        ("docs/en/index.md", _surrogate, ["docs/en/index.md:5", "this is not UTF-8"]),
        ("docs/en/index.md", _front_matter, ["docs/en/index.md:2: "]),
        ("docs/en/more.md", _folder, []),
        ("snippets/bridge/more.sh", _folder, []),
        ("docs/en/index.md", _reference, []),
        ("site", lambda path: path.write_text("x"), ["site", "cannot be"]),
        ("docs/en/index.md", _loop, ["docs/en/index.md", "this link leads nowhere"]),
    ],
)
def test_a_fault_of_a_file_is_told_with_its_place(
    sound: Path, tmp_path: Path, path: str, break_it: Callable[[Path], object], expected: list[str]
) -> None:
    """Or it is no fault, and the site is built."""
    folder = tmp_path / "p"
    shutil.copytree(sound, folder, symlinks=True)
    break_it(folder / path)
    code, printed = build(folder)

    assert (bool(expected), []) == (code != 0, [words for words in expected if words not in printed]), printed
    assert "Traceback" not in printed
    assert not list(folder.rglob("*.tmp"))


def test_a_full_disk_is_told(sound: Path, tmp_path: Path) -> None:
    """With the file that did not fit."""
    folder = tmp_path / "p"
    shutil.copytree(sound, folder)
    code, printed = build(folder, full_disk=True)

    assert code != 0
    assert "Traceback" not in printed, printed
    assert "File too large" in printed
    assert str(folder / "site") in printed
