"""The picture of the packages: up to date, and in the order of their imports."""

from __future__ import annotations

from pathlib import Path

from netdocs.commands.architecture import PICTURE, Subject, levels, picture, read_subjects

ROOT = Path(__file__).parents[3]


def subject(name: str, *imports: str) -> Subject:
    return Subject(name, f"About {name}.", ("module",), frozenset(imports))


def test_what_imports_stands_above_what_is_imported() -> None:
    rows = levels([subject("errors"), subject("page", "scenario", "errors"), subject("scenario", "errors")])

    assert [[package.name for package in row] for row in rows] == [["page"], ["scenario"], ["errors"]]


def test_every_package_and_module_is_in_the_picture() -> None:
    subjects = read_subjects(ROOT / "hooks" / "netdocs")
    drawn = picture(subjects)

    assert {"page", "diagram", "lab", "recording"} <= {package.name for package in subjects}
    assert all(f">{package.name}</text>" in drawn for package in subjects)
    assert "transcript" in drawn


def test_the_committed_picture_is_the_one_of_this_code() -> None:
    drawn = picture(read_subjects(ROOT / "hooks" / "netdocs"))

    assert (ROOT / PICTURE).read_text(encoding="utf-8") == drawn, "run `make architecture`"
