"""The scaffold: what it writes can be built, is right in itself, and takes nothing away."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from netdocs.build import make_plan
from netdocs.commands.new_page import add_to_navigation, new_page
from netdocs.errors import AuthorError
from netdocs.page.coverage import unlinked_claims
from netdocs.page.link_syntax import claim_links
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from netdocs.sources import read_pages
from support import ROOT, build, project

Write = Callable[[str, str], Path]
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
PAGE_START = "---\nlearn: After this page you know the answer.\n---\n\n# How do I inspect it?\n"
CONFIG = """nav:
  - Start here: index.md
  - Guides:
      - guides/reach.md
      - names: guides/names.md
  - Swarm:
      - swarm/services.md

hooks:
  - hooks/netdocs_hooks.py
"""


@pytest.fixture
def root(tmp_path: Path, write: Write) -> Path:
    write("mkdocs.yml", CONFIG)
    write("docs/en/guides/reach.md", "# Reach\n")
    write("snippets/taken/a.sh", "# A.\n")
    return tmp_path


def test_a_page_with_all_that_belongs_to_it_is_written(root: Path) -> None:
    """Page, both dialects, what stands in for their recordings, the entry in the navigation."""
    written = new_page(root, "guides/inspect-it", "How do I inspect it?", NOW)

    assert [
        "docs/en/guides/inspect-it.md",
        "snippets/inspect-it/first.sh",
        "snippets/inspect-it/first.py",
        "recordings/28.5/inspect-it/first.sh.json",
        "recordings/28.5/inspect-it/first.py.json",
        "mkdocs.yml",
    ] == list(written)
    assert all((root / path).is_file() for path in written)
    assert (root / written[0]).read_text(encoding="utf-8").startswith(PAGE_START)
    assert "      - names: guides/names.md\n      - guides/inspect-it.md\n  - Swarm:" in (
        root / "mkdocs.yml"
    ).read_text(encoding="utf-8")


def test_page_and_scenario_fit_each_other(root: Path) -> None:
    """Nothing that `make check` would refuse: every step shown, every claim linked, both dialects alike."""
    new_page(root, "guides/inspect", "", NOW)
    pages = read_pages(root, root / "docs" / "en")
    plan = make_plan(root, pages)
    links = (link for path, text in pages.items() for link in claim_links(path, text))

    assert {"inspect/first.sh", "inspect/first.py"} <= {scenario.name for scenario in plan.scenarios}
    assert [] == list(unlinked_claims(plan.scenarios, links))


def test_scripts_are_as_make_check_wants_them(root: Path) -> None:
    new_page(root, "guides/inspect", "", NOW)
    ruff = ["ruff", "format", "--check", "--config", str(ROOT / "pyproject.toml"), "snippets/inspect/first.py"]
    shellcheck = ["shellcheck", "--shell=bash", "--exclude=SC2154", "snippets/inspect/first.sh"]
    for name, *words in (ruff, shellcheck):
        argv = [str(ROOT / ".venv" / "bin" / name), *words]
        done = subprocess.run(argv, cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_what_stands_in_for_a_recording_says_what_to_do(root: Path) -> None:
    """Never an output that nobody printed."""
    new_page(root, "guides/inspect", "", NOW)
    entry = Store(root / "recordings").load("28.5", "inspect/first.sh")

    assert isinstance(entry, Recording)
    assert "make record ENGINE=all ONLY=inspect" in entry.skipped_reason
    assert ((), ()) == (entry.steps, entry.claims)


@pytest.mark.parametrize(
    ("name", "title", "message"),
    [
        ("inspect", "", "NAME: this is no name for a page"),
        ("guides/../inspect", "", "NAME: this is no name for a page"),
        ("guides/Inspect", "", "NAME: this is no name for a page"),
        ("", "", "NAME: this is no name for a page"),
        ("guides/reach", "", "docs/en/guides/reach.md: this is there already"),
        ("guides/taken", "", "snippets/taken: this is there already"),
        ("nowhere/inspect", "", "mkdocs.yml: no section of the navigation has such pages"),
        ("guides/inspect", "a\nb", "TITLE: this is no title of a page"),
        ("guides/inspect", "# a", "TITLE: this is no title of a page"),
    ],
)
def test_what_will_not_do_is_told_and_nothing_written(root: Path, name: str, title: str, message: str) -> None:
    before = sorted(root.rglob("*"))
    with pytest.raises(AuthorError, match=message):
        new_page(root, name, title, NOW)

    assert before == sorted(root.rglob("*"))
    assert (root / "mkdocs.yml").read_text(encoding="utf-8") == CONFIG


def test_a_page_may_be_named_by_its_file(root: Path) -> None:
    """That is what an editor shows."""
    assert "docs/en/guides/inspect.md" in new_page(root, "docs/en/guides/inspect.md", "", NOW)


def test_the_site_s_own_navigation_takes_a_page() -> None:
    """In every section."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for section in ("concepts", "drivers", "guides", "swarm", "reference", "contribute"):
        changed = add_to_navigation(config, f"{section}/new")
        added = [line for line in changed.splitlines() if line not in config.splitlines()]

        assert [f"      - {section}/new.md"] == added


def test_it_builds_at_once_without_an_engine(tmp_path: Path) -> None:
    """The page says that it was not recorded."""
    folder = project(tmp_path / "p", {"other/a.sh": "# A.\n"})
    shutil.copy(ROOT / "Makefile", folder)
    shutil.copy(ROOT / "requirements.txt", folder)
    os.utime(folder / "requirements.txt", (0, 0))  # older than what is installed
    (folder / ".venv").symlink_to(ROOT / ".venv")
    shutil.rmtree(folder / "snippets" / "other")
    config = (
        (folder / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("  - index.md\n", CONFIG[5 : CONFIG.index("  - Swarm")], 1)
    )
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for name in ("index", "guides/reach", "guides/names"):
        (folder / "docs" / "en" / "guides").mkdir(exist_ok=True)
        (folder / "docs" / "en" / f"{name}.md").write_text("# A page\n", encoding="utf-8")
    title = 'How do I "inspect" a network\'s $PATH?'
    argv = ["make", "page", "NAME=guides/inspect", f"TITLE={title.replace('$', '$$')}"]
    subprocess.run(argv, cwd=folder, check=True, capture_output=True, timeout=60)
    code, printed = build(folder, mode="recorded")
    assert code == 0, printed
    page = BeautifulSoup((folder / "site/en/guides/inspect/index.html").read_text(encoding="utf-8"), "html.parser")

    assert title in page.select("h1")[0].get_text()
    text = page.select("main")[0].get_text()
    assert "make record ENGINE=all ONLY=inspect" in text
    assert "Last played" not in text
