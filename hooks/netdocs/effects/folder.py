"""The folder a site is built into: files added to it, and how much a reader has to load."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write each text at its path below the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def packed_sizes(folder: Path, pattern: str) -> dict[str, int]:
    """The size of each file that matches, as a server sends it (compressed)."""
    return {
        path.relative_to(folder).as_posix(): len(gzip.compress(path.read_bytes(), 6))
        for path in sorted(folder.rglob(pattern))
    }
