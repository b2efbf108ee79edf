"""`make publish`, from the Makefile to the folder: a small site in two languages."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support import ROOT, project

ADDRESS = "https://docs.example/net/"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project in two languages, published by the Makefile from what is committed."""
    folder = project(tmp_path_factory.mktemp("publish") / "p", {})
    for name in ("Makefile", "requirements.txt", "mkdocs.ja.yml"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    os.utime(folder / "requirements.txt", (0, 0))  # older than what is installed
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "snippets").mkdir()
    (folder / "docs" / "ja").mkdir()
    (folder / "docs" / "ja" / "index.md").write_text("# ページ\n", encoding="utf-8")
    argv = ["make", "publish", "DIR=public", "MODE=recorded", "SITE_URL=https://docs.example/net"]
    done = subprocess.run(argv, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "public"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_page_says_its_canonical_address(published: Path, language: str) -> None:
    """And that it has a translation; the sitemap of its language has it."""
    page = BeautifulSoup((published / language / "index.html").read_text(encoding="utf-8"), "html.parser")
    links = {
        (str(link.get("hreflang", "")), str(link["href"]))
        for link in page.select("link[rel=canonical], link[hreflang]")
    }

    assert ("", f"{ADDRESS}{language}/") in links
    assert f"<loc>{ADDRESS}{language}/</loc>" in (published / language / "sitemap.xml").read_text(encoding="utf-8")


def test_the_root_has_what_servers_and_crawlers_look_for(published: Path) -> None:
    """The page that leads on, the one for addresses that lead nowhere, headers."""
    assert {"404.html", "_headers", "en", "index.html", "ja", "robots.txt", "sitemap.xml"} == {
        path.name for path in published.iterdir()
    }
    assert "Content-Security-Policy: " in (published / "_headers").read_text(encoding="utf-8")
    lost = (published / "404.html").read_text(encoding="utf-8")
    assert re.search(r'(?:href|src)="/net/en/assets/', lost)
