"""ONLY=: a page stands for the scenarios that it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netdocs.commands.selection import scenarios_named

FENCES = "".join(
    f'```{language} exec="on" session="{session}" step="start"\n```\n'
    for language, session in (("console", "names/dns"), ("picture", "names/dns"), ("console", "bridge/mine"))
)


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("guides/names", "names/dns bridge/mine"),
        ("guides/names.md", "names/dns bridge/mine"),
        ("docs/en/guides/names.md", "names/dns bridge/mine"),
        ("names", "names"),
        ("drivers/bridge", "drivers/bridge"),
        ("docs/en/drivers/bridge.md", "names/dns bridge/mine"),
        ("guides/other", "guides/other"),
        ("tasks", "tasks"),
        ("../outside.md", "../outside.md"),
        ("", ""),
    ],
)
def test_a_page_stands_for_its_scenarios(
    tmp_path: Path, write: Callable[[str, str], Path], only: str, names: str
) -> None:
    """A scenario of the same name comes first, and what is neither is left to be told."""
    write("mkdocs.yml", "docs_dir: docs/en\n")
    write("snippets/drivers/bridge.sh", "# %% start\ntrue\n")
    for page in ("guides/names", "drivers/bridge"):
        write(f"docs/en/{page}.md", FENCES)
    write("docs/en/tasks.md", "# A page that shows no scenario, though some are in a folder of this name\n")
    (tmp_path.parent / "outside.md").write_text(FENCES, encoding="utf-8")

    assert names == scenarios_named(tmp_path, only)
