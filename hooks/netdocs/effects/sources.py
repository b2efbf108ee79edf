"""Pages and scenarios as they are on disk."""

from __future__ import annotations

from pathlib import Path


def read_scenarios(root: Path) -> dict[str, str]:
    """The text of every scenario by its path below the project's root."""
    found = (path for path in sorted((root / "snippets").glob("*/*")) if path.suffix in (".sh", ".py"))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in found}


def read_pages(root: Path, docs: Path) -> dict[str, str]:
    """The text of every page below `docs` by its path below the project's root."""
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}
