"""A digest of what makes pages besides their content: code, templates, strings, configuration, libraries. Effects."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import netdocs
from netdocs.page.page_inputs import digest

FOLDERS = ("hooks", "docs/overrides", "docs/includes", "locale")
"""Whole folders: what is added to one tomorrow counts without being listed here."""
COMPILED = "__pycache__"


def code_digest(root: Path) -> str:
    """The digest of a project's code, templates, strings and configuration, and of the libraries that are in use."""
    package_folder = Path(netdocs.__file__).resolve().parents[1]
    folders = [package_folder, *(root / name for name in FOLDERS if (root / name).resolve() != package_folder)]
    files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for folder in folders for path in _files(folder)]
    settings = [(path.name, path.read_bytes()) for path in sorted(root.glob("mkdocs*.yml"))]
    return digest(files, settings, _libraries(), sys.version)


def settings_text(root: Path, *settings: object) -> str:
    """Settings as text, without the place where the project is: that is on none of its pages."""
    return json.dumps(settings, default=repr, sort_keys=True).replace(json.dumps(str(root))[1:-1], "")


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder but compiled code and what editors hide."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and COMPILED not in path.parts and not path.name.startswith("."):
            yield path


def _libraries() -> list[str]:
    """Name and version of every installed distribution: so are the folders called that describe them."""
    return sorted({path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")})
