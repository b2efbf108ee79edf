"""Where the files are that make labs and pictures: in this repository, or in the installed package. Effects."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
INSTALLED = PACKAGE / "lab_files"
"""What `lab/` becomes in an installed package; pyproject.toml says so."""
STYLESHEETS = ("blocks.css", "figures.css")
"""Those of blocks and pictures, for sites that have none of ours."""


def lab_folder(root: Path) -> Path:
    """`lab/` of a project that has the agent (this repository, or a copy of it); that of the package for others."""
    folders = (root / "lab", INSTALLED, PACKAGE.parents[1] / "lab")
    return next(folder for folder in folders if (folder / "agent").is_dir())


def stylesheet_folder() -> Path:
    """Where the stylesheets are: among this repository's overrides, or in the package where it is installed."""
    installed = PACKAGE / "stylesheets"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "docs" / "overrides" / "assets" / "stylesheets"
