"""`mkdocs serve`: what is wrong is shown where the page would be, and the page comes back when it is corrected."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from factories import command, recording
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import to_json
from netdocs.recording.model import Fingerprint, StepResult
from support import project

SHELL = "# Bridge.\n# %% start\nls\n"
Edit = Callable[[str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one recorded scenario, and a second page."""
    root = project(tmp_path, {"bridge/default.sh": SHELL})
    steps = (StepResult("_setup", (), ()), StepResult("start", (), (command("ls"),)))
    recorded = recording(*steps, fingerprint=Fingerprint(digest(SHELL), "", ""))
    target = root / "recordings/28.5/bridge/default.sh.json"
    target.parent.mkdir(parents=True)
    target.write_text(to_json(recorded), encoding="utf-8")
    (root / "docs/en/other.md").write_text("# Other\n\nText.\n", encoding="utf-8")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("  - index.md\n", "  - index.md\n  - other.md\n"), encoding="utf-8")
    return root


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replaces a page's text as an editor does: at once."""

    def write(name: str, text: str) -> None:
        new = folder / ".new"
        new.write_text(text, encoding="utf-8")
        new.replace(folder / name)

    return write


@pytest.fixture
def serve(folder: Path) -> Iterator[Callable[[], str]]:
    """Starts `mkdocs serve` as somebody does who knows MkDocs and not make; its address."""
    processes: list[subprocess.Popen[str]] = []
    log = (folder / ".log").open("w", encoding="utf-8")

    def start() -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        environ = {**os.environ, "NETDOCS_MODE": "recorded", "NO_MKDOCS_2_WARNING": "1"}
        environ.pop("PYTHONPATH", None)
        argv = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
        process = subprocess.Popen(argv, cwd=folder, env=environ, stdout=log, stderr=log, text=True)
        processes.append(process)
        return f"http://{address}/"

    yield start
    for process in processes:
        process.terminate()
        process.wait(timeout=60)
    log.close()


def wait_for(page: Page, text: str) -> None:
    expect(page.locator("body")).to_contain_text(text, timeout=120_000)


def opened(page: Page, address: str) -> None:
    """Opens it as soon as somebody answers there."""
    for _ in range(600):
        with socket.socket() as ask:
            host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
            if ask.connect_ex((host, int(port))) == 0:
                page.goto(address)
                return
        page.wait_for_timeout(100)
    pytest.fail("nobody answers")


def test_what_is_wrong_is_on_the_page(folder: Path, edit: Edit, serve: Callable[[], str], page: Page) -> None:
    """File, line, what was expected and seen, what to do; from the first build on, and until it is corrected."""
    good = (folder / "docs/en/index.md").read_text(encoding="utf-8")
    edit("docs/en/index.md", good.replace('step="start"', 'step="begin"'))
    opened(page, serve())

    wait_for(page, "docs/en/index.md:3")
    wait_for(page, "there is no such step in scenario 'bridge/default'")
    wait_for(page, "'begin'")
    wait_for(page, "name a step of it, or add the step")

    edit("docs/en/index.md", good)
    wait_for(page, "$ ls")

    edit("docs/en/index.md", f"{good}\n[dead](nowhere.md)\n")
    wait_for(page, "contains a link 'nowhere.md'")

    edit("docs/en/index.md", f"{good}\n<script>evil()</script>\n")
    wait_for(page, "docs/en/index.md:6")

    edit("docs/en/index.md", f"{good}\nMore.\n")
    wait_for(page, "More.")


def test_every_page_tells_it(folder: Path, edit: Edit, serve: Callable[[], str], page: Page) -> None:
    """Whoever writes one page and breaks another has the one before their eyes. A bad configuration is told as well."""
    opened(page, serve())
    page.goto(f"{page.url}other/")
    wait_for(page, "Text.")
    good = (folder / "docs/en/index.md").read_text(encoding="utf-8")
    edit("docs/en/index.md", good.replace("```console", '```console by="nobody"'))
    wait_for(page, "docs/en/index.md:3")
    edit("docs/en/index.md", good)
    wait_for(page, "Text.")

    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    edit("mkdocs.yml", f"{config}\nplugin: [\n")
    wait_for(page, "mkdocs.yml")
    edit("mkdocs.yml", config)
    wait_for(page, "Text.")
