"""How long it takes under `mkdocs serve` until a changed sentence is shown. Effects."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

START_SECONDS, CHANGE_SECONDS = 300, 120
"""After so long a server, or a change, is given up."""
PAUSE_SECONDS = 2
"""Between two changes, as an author makes them."""
# What MkDocs writes into each page: which page of which build it is
_EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to a file again and again, and where it shows."""

    file: Path
    line: str
    """What is added; `{number}` in it is another one each time."""
    url: str
    after: int | None = None
    """The number of the line it comes after; None for the last."""

    def text(self, before: str, number: int) -> str:
        """The file with that line."""
        lines = before.rstrip().split("\n")
        position = len(lines) if self.after is None else self.after
        return "\n".join([*lines[:position], self.line.format(number=number), *lines[position:], ""])

    def expected_text(self, number: int) -> str:
        """What the page has then."""
        return self.line.format(number=number).strip().removeprefix("echo ")


def update_seconds(
    folder: Path, environ: Mapping[str, str], words: Sequence[str], change: Change, times: int
) -> list[float]:
    """From the writing of a file to the answer that shows it, as the page's own script asks for it."""
    text = change.file.read_text(encoding="utf-8")
    with _server(folder, environ, words) as port:
        _get(port, change.url)
        try:
            return [_measure_change(port, change, text, number) for number in range(times)]
        finally:
            change.file.write_text(text, encoding="utf-8")


def _measure_change(port: int, change: Change, text: str, number: int) -> float:
    stamp = _EPOCH.search(_get(port, change.url))
    if stamp is None:
        raise RuntimeError("the page has no script that waits for changes")
    time.sleep(PAUSE_SECONDS)
    start = time.monotonic()
    change.file.write_text(change.text(text, number), encoding="utf-8")
    while time.monotonic() - start < CHANGE_SECONDS:
        _get(port, f"/livereload/{stamp[1]}/{stamp[2]}")  # answered when something is new
        if change.expected_text(number) in _get(port, change.url):
            return time.monotonic() - start
    raise RuntimeError(f"{change.file} was changed, and {change.url} does not show it")


@contextmanager
def _server(folder: Path, environ: Mapping[str, str], words: Sequence[str]) -> Iterator[int]:
    port = _free_port()
    argv = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *words]
    with tempfile.TemporaryDirectory() as site, (Path(site) / "log").open("wb") as log:
        settings = {**os.environ, **environ, "TMPDIR": site}
        with subprocess.Popen(argv, cwd=folder, env=settings, stdout=log, stderr=log) as process:
            try:
                _wait(port, process)
                yield port
            finally:
                process.terminate()  # where this runs in the background, Ctrl-C may be ignored


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    start = time.monotonic()
    while process.poll() is None and time.monotonic() - start < START_SECONDS:
        with suppress(OSError, HTTPException):
            _get(port, "/")
            return
        time.sleep(0.2)
    raise RuntimeError("the server has not started")


def _get(port: int, path: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=CHANGE_SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
