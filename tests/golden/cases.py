"""Small projects made of the files of a golden case."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

PLACES = {
    "page.md": "docs/en/page.md",
    "recording.json": "recordings/28.5/bridge/default.sh.json",
    "recording.py.json": "recordings/28.5/bridge/default.py.json",
    "recording.26.1.json": "recordings/26.1/bridge/default.sh.json",
}


def cases(kind: str) -> list[Path]:
    """The folders of one kind of cases."""
    return sorted(path for path in (Path(__file__).parent / kind).iterdir() if path.is_dir())


def lay_out(case: Path, root: Path) -> None:
    """Put every file of a case where a project has it; NAME.sh.txt is the scenario snippets/bridge/NAME.sh."""
    scenarios = {path.name: f"snippets/bridge/{path.stem}" for path in case.glob("*.*.txt")}
    for name, place in (PLACES | scenarios).items():
        if (case / name).exists():
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(case / name, root / place)


def read(path: Path, otherwise: Any) -> Any:
    """What a JSON file holds, if it is there."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else otherwise
