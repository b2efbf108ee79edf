"""`make changes`: what the recordings here say that the last commit's do not. Effects."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from netdocs.errors import Diagnostic, MachineError
from netdocs.recording.format import BadRecordingError, from_json
from netdocs.recording.model import Recording
from netdocs.recording.report import Change

FOLDER = "recordings"


def changed_recordings(root: Path) -> Iterator[Change]:
    """Every recording whose file differs from the last commit's, is new, or is gone."""
    committed = _git(root, "diff", "--no-renames", "--name-only", "--relative", "-z", "HEAD", "--", FOLDER)
    added = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", FOLDER)
    for name in sorted({*committed.split("\0"), *added.split("\0")} - {""}):
        path = PurePosixPath(name)
        if path.suffix == ".json":
            before = _recording(name, _git(root, "show", f"HEAD:./{name}", check=False))
            after = _recording(name, _read(root / name))
            yield Change(path.parts[1], "/".join(path.parts[2:]).removesuffix(".json"), before, after)


def _recording(name: str, text: str) -> Recording | None:
    try:
        return from_json(text) if text else None
    except BadRecordingError as error:
        hint = "play it again with `make record`"
        raise MachineError(Diagnostic(name, "this is no recording", hint, actual=str(error))) from error


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _git(root: Path, *words: str, check: bool = True) -> str:
    argv = ["git", "-c", "core.quotePath=false", "-C", str(root), *words]
    try:
        return subprocess.run(argv, capture_output=True, text=True, check=check, timeout=60).stdout
    except (OSError, subprocess.SubprocessError) as error:
        output = str(getattr(error, "stderr", "") or "")
        message, hint = "git does not say what has changed", "run this in a clone that has a commit"
        raise MachineError(Diagnostic(FOLDER, message, hint, actual=str(error), output=output)) from error
