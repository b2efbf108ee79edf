"""Tests of the site as it is built: the real pages, read as files and in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, sync_playwright

from browsing import FLAGS, chromium_path, parsed, served
from support import ROOT, build


@pytest.fixture(scope="session")
def site() -> Path:
    """The English pages, built first if need be, the Japanese ones beside them; what is fresh is not played again."""
    for config in ("mkdocs.yml", "mkdocs.ja.yml"):
        code, printed = build(ROOT, mode=os.environ.get("NETDOCS_MODE", "auto"), config=config)
        assert code == 0, printed[-4000:]
    return ROOT / "site" / "en"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every English page, parsed, by its URL below the site's root."""
    return parsed(site)


@pytest.fixture(scope="session")
def japanese_pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every Japanese page, likewise."""
    return parsed(site.parent / "ja")


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    """Where the whole site is served, a folder for each language."""
    with served(site.parent) as root:
        yield root


@pytest.fixture(scope="session")
def address(root: str) -> str:
    """Where the English pages are served."""
    return f"{root}en/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, of a reader who wants no animations: what is looked at is never half way to something else."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], reduced_motion="reduce")
    yield context.new_page()
    context.close()
