"""Sources: pages and scenarios as they are on disk."""

from __future__ import annotations

from pathlib import Path

from netdocs.effects.sources import read_pages, read_scenarios


def write(path: Path, text: str = "x\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_scenarios_are_the_scripts_one_folder_deep(tmp_path: Path) -> None:
    """Other files, and files elsewhere, are none; the order is that of names."""
    for name in ("b/x.sh", "b/x.py", "a/y.sh", "a/README.md", "loose.sh", "a/deep/z.sh"):
        write(tmp_path / "snippets" / name)

    assert ["snippets/a/y.sh", "snippets/b/x.py", "snippets/b/x.sh"] == list(read_scenarios(tmp_path))


def test_line_ends_are_newlines(tmp_path: Path) -> None:
    """A checkout on Windows reads the same."""
    (tmp_path / "snippets" / "a").mkdir(parents=True)
    (tmp_path / "snippets" / "a" / "b.sh").write_bytes("é\r\ntrue\r\n".encode())

    assert {"snippets/a/b.sh": "é\ntrue\n"} == read_scenarios(tmp_path)


def test_pages_are_found_at_any_depth(tmp_path: Path) -> None:
    """Their paths begin at the project's root."""
    for name in ("index.md", "drivers/bridge.md", "assets/a.svg"):
        write(tmp_path / "docs" / "en" / name)

    assert ["docs/en/drivers/bridge.md", "docs/en/index.md"] == list(read_pages(tmp_path, tmp_path / "docs" / "en"))


def test_a_project_may_be_empty(tmp_path: Path) -> None:
    """No folder, no files, no error."""
    assert {} == read_scenarios(tmp_path)
    assert {} == read_pages(tmp_path, tmp_path / "docs")
