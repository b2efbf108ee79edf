"""What ONLY= means: scenarios by name, or a page, which stands for the scenarios that it shows. Effects."""

from __future__ import annotations

from pathlib import Path

from netdocs.lab.site_options import documents_folder
from netdocs.page.fences import fences


def scenarios_named(root: Path, only: str) -> str:
    """`only` as `run.select` knows it; for a page (`guides/names`, `docs/en/guides/names.md`) the sessions it shows.

    Where a scenario is called as a page is, its short name means the scenario; where a page shows none, its name is
    left as it is, since no name at all would mean every scenario.
    """
    page = _page(root, only)
    if page is None:
        return only
    page_fences = fences(page.relative_to(root).as_posix(), page.read_text(encoding="utf-8-sig"))
    return " ".join(dict.fromkeys(fence.session for fence in page_fences if fence.session)) or only


def _page(root: Path, only: str) -> Path | None:
    named = root / only
    if only.endswith(".md") and named.is_file() and named.resolve().is_relative_to(root.resolve()):
        return named
    short = documents_folder(root) / f"{only.removesuffix('.md').rstrip('/')}.md"
    scenario = any((root / "snippets").glob(f"{only}.*")) if only else True
    return short if not scenario and ".." not in only and short.is_file() else None
