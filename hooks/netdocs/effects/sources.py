"""Pages and scenarios as they are on disk."""

from __future__ import annotations

from pathlib import Path

ORIGINAL = "en"
"""The language pages are written in first; where a translation is missing, its pages stand in."""


def read_scenarios(root: Path) -> dict[str, str]:
    """The text of every scenario by its path below the project's root."""
    found = (path for path in sorted((root / "snippets").glob("*/*")) if path.suffix in (".sh", ".py"))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in found}


def read_pages(root: Path, docs: Path) -> dict[str, str]:
    """The text of every page below `docs` by its path below the project's root."""
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}


def untranslated(docs: Path) -> dict[str, Path]:
    """The files of the original that a translation below `docs` has not got, by their path below the folder."""
    original = docs.parent / ORIGINAL
    found = (path for path in sorted(original.rglob("*")) if path.is_file())
    names = {path.relative_to(original).as_posix(): path for path in found}
    return {} if docs == original else {name: path for name, path in names.items() if not (docs / name).exists()}


def languages(docs: Path) -> tuple[str, ...]:
    """The languages there are pages in, the original first: folders beside `docs` that have a first page."""
    found = sorted(path.parent.name for path in docs.parent.glob("*/index.md"))
    return tuple(sorted(found, key=lambda name: name != ORIGINAL))
