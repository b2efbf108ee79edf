"""MkDocs entry: how a build ends, told to end or by a fault of the machine. The work is in netdocs."""

from __future__ import annotations

from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from netdocs_serve import begin, outlive_configuration, tell_disk_errors

CHANGES = (FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
    """Be ready to end early, and to fail."""
    begin(command)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Go on when the configuration cannot be read, too.

    Hear of a change from the kernel, where it tells: MkDocs looks at every file twice a second.
    """
    outlive_configuration(server)
    watched = list(server._watched_paths)  # noqa: SLF001
    if _kernel_tells([*watched, *config.watch]):
        for path in watched:
            server.unwatch(path)
        server.observer = _Changes()
        for path in watched:
            server.watch(path)


def _kernel_tells(paths: list[str]) -> bool:
    """Whether it does of all these at once: what a user may watch is limited."""
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
    """Tell of a disk that does not take or give something."""
    tell_disk_errors(error)
