"""Where the files are that make labs: in this repository, or in the package where it is installed. Effects."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
INSTALLED = PACKAGE / "lab_files"
"""What `lab/` becomes in an installed package; pyproject.toml says so."""


def lab_folder(root: Path) -> Path:
    """`lab/` of a project that has the agent (this repository, or a copy of it); that of the package for others."""
    folders = (root / "lab", INSTALLED, PACKAGE.parents[1] / "lab")
    return next(folder for folder in folders if (folder / "agent").is_dir())
