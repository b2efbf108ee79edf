"""Tests of the site as it is built: the real pages, read as files and in a real browser."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from support import ROOT, build, unavailable

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""So started, Chromium asks no host but ours."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site, built first if need be; what is fresh is not played again."""
    code, printed = build(ROOT)
    assert code == 0, printed[-4000:]
    return ROOT / "site" / "en"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page, parsed, by its URL below the site's root."""
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {url: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for url, path in found.items()}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its parent's name)
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, `http://127.0.0.1:40000/`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = next((path for name in names if (path := shutil.which(name))), None)
    if executable is None:
        unavailable("no Chromium here")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield chromium
        chromium.close()
