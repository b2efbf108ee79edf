"""MkDocs entry: how builds end, told to or by a fault; `mkdocs serve` shows what is wrong on the pages, and goes on."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import get_files
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from netdocs.errors import disk_error
from netdocs.lab.interruption import end_on_sigterm
from netdocs.lab.settings import FOLLOWS
from netdocs.site.failure_page import failure_page, problems_of

Build = Callable[..., None]
CHANGES = (FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
    """End on SIGTERM as on Ctrl-C: labs are removed on the way out. A server goes on when a build fails."""
    end_on_sigterm()
    if command == "serve":
        show_failures()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Go on when the configuration cannot be read, too.

    Hear of a change from the kernel, where it tells: MkDocs looks at every file twice a second.
    """
    survive_config_errors(server)
    watched = list(server._watched_paths)  # noqa: SLF001
    if _can_watch([*watched, *config.watch]):
        for path in watched:
            server.unwatch(path)
        server.observer = _Changes()
        for path in watched:
            server.watch(path)


def _can_watch(paths: list[str]) -> bool:
    """Whether the kernel can tell of changes in all these at once: what a user may watch is limited."""
    trial = _Changes()
    try:
        for path in dict.fromkeys(paths):
            trial.schedule(FileSystemEventHandler(), path, recursive=True)
        trial.start()
    except OSError:
        return False
    trial.stop()
    trial.join()
    return True


class _Changes(Observer):  # type: ignore[misc, valid-type]
    """Tells of what was changed. That a file was read is an event, too, and a build reads them all."""

    def schedule(self, *args: Any, **options: Any) -> Any:
        return super().schedule(*args, **options, event_filter=list(CHANGES))


def on_build_error(error: Exception, **_: Any) -> None:
    """Tell what a disk does not take or give in a few lines, for it is no fault of the code."""
    if isinstance(error, OSError | UnicodeEncodeError):
        raise Abort(f"\n{disk_error(error)}\n") from error


def show_failures() -> None:
    """Let the server outlive a build that fails, the first one too; MkDocs has no event for that."""
    os.environ.setdefault(FOLLOWS, "1")
    used = vars(serve)
    if not hasattr(used["build"], "__wrapped__"):
        used["build"] = _guarded(used["build"])


def survive_config_errors(server: LiveReloadServer) -> None:
    """A configuration that cannot be read is shown too, on the pages of the build before."""
    build, folder = server.builder, Path(server.root)

    def builder() -> None:
        with _messages() as messages:
            try:
                build()
            except Exception as error:
                _show(error, messages, folder, _pages_in(folder))

    server.builder = builder


def _guarded(build: Build) -> Build:
    @wraps(build)
    def guarded(config: MkDocsConfig, **options: Any) -> None:
        folder = Path(config.site_dir)
        before = _pages_in(folder)
        with _messages() as messages:
            try:
                build(config, **options)
            except Exception as error:
                pages = {file.dest_uri for file in get_files(config).documentation_pages()}
                _show(error, messages, folder, before | pages)

    return guarded


def _pages_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def _show(error: Exception, messages: list[str], folder: Path, pages: set[str]) -> None:
    """Write what is wrong to the place of each page."""
    problems = problems_of(error)
    if not isinstance(error, MkDocsException):
        messages = [*messages, "".join(traceback.format_exception(error))]
        logging.getLogger("mkdocs.hooks.netdocs").error(messages[-1])
    elif not isinstance(error, Abort):
        messages = [*messages, str(error)]
    text = failure_page(problems, [] if problems else messages)
    for name in {"index.html", "404.html", *pages}:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class _MessageCollector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _messages() -> Iterator[list[str]]:
    """The warnings and errors that are logged meanwhile."""
    collector, logger = _MessageCollector(), logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
