"""The built pages are valid HTML, and no heavier than they may be."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

from netdocs.wiring.around import BUDGET
from browsing import run


def test_every_page_is_valid(site: Path) -> None:
    """html-validate finds nothing in any page; .htmlvalidate.json says which rules are not for us, and why."""
    _, printed = run(
        "html-validate/bin/html-validate.mjs", "--formatter", "json", str(site.parent), environ=os.environ
    )
    found = [(file["filePath"], one["line"], one["message"]) for file in json.loads(printed) for one in file["messages"]]

    assert found == []


def test_no_page_is_over_the_budget(site: Path) -> None:
    """A page with the styles and scripts it loads, compressed as it is sent."""
    shared = sum(
        len(gzip.compress(path.read_bytes())) for path in (*site.glob("assets/*.css"), *site.glob("assets/*.js"))
    )
    sizes = {path: len(gzip.compress(path.read_bytes())) + shared for path in site.rglob("*.html")}

    assert {path: size for path, size in sizes.items() if size > BUDGET} == {}


def test_nothing_of_the_theme_is_left_over(site: Path) -> None:
    """The theme's styles, scripts and pictures, which no page loads, are not published."""
    assert {path.name for path in (site / "assets").iterdir()} >= {"netdocs.css", "site.js", "search.js", "favicon.svg"}
    assert not list(site.glob("assets/javascripts")) + list(site.glob("assets/stylesheets"))
