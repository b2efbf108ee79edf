"""The stylesheets of blocks and pictures, for sites that have none of ours. Effects."""

from __future__ import annotations

from pathlib import Path

from netdocs.lab.tooling import PACKAGE

STYLESHEETS = ("blocks.css", "figures.css")


def stylesheet_folder() -> Path:
    """Where they are: among this repository's overrides, or in the package where it is installed."""
    installed = PACKAGE / "stylesheets"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "docs" / "overrides" / "assets" / "stylesheets"
