"""Recordings on disk: one JSON file for each engine, scenario and dialect. Effects."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from netdocs.errors import Diagnostic, MachineError
from netdocs.recording.format import BadRecordingError, from_json, to_json
from netdocs.recording.model import Recording

_HINT = "never edit a recording: restore it from version control, or remove it and play it again with `make record`"

TEMPORARY = ".tmp"
"""How the name of a file ends that is being written; .gitignore has it too."""
LEFTOVER_SECONDS = 60
MAX_BYTES = 16 * 1024 * 1024
"""Of a recording: a command's output is shortened long before."""
UNREADABLE = "make it a file that you may read, or remove it and play it again with `make record`"
WRITABLE = "make room for it, or let it be written there, and run this again"


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of recordings: `recordings/` (committed) or the cache of what this machine played."""

    root: Path

    def path(self, engine: str, scenario: str) -> Path:
        """Where the recording of that scenario (`bridge/default.sh`) is, or would be."""
        return self.root / engine / f"{scenario}.json"

    def load(self, engine: str, scenario: str) -> Recording | Diagnostic | None:
        """The recording; None if there is none; a problem if the file holds something else."""
        location = self._location(engine, scenario)
        try:
            recording = from_json(_read(self.path(engine, scenario), self.root))
        except FileNotFoundError:
            return None
        except (BadRecordingError, UnicodeDecodeError) as error:
            return Diagnostic(location, "this is no recording", _HINT, "JSON as `make record` writes it", str(error))
        except OSError as error:  # a folder, a link loop, a file of somebody else's
            return Diagnostic(
                location, "this recording cannot be read", UNREADABLE, actual=error.strerror or str(error)
            )
        if (recording.engine, recording.scenario) != (engine, scenario):
            message, actual = "this is the recording of something else", f"{recording.scenario} on {recording.engine}"
            return Diagnostic(location, message, _HINT, f"{scenario} on {engine}", actual)
        return recording

    def load_all(self, engine: str, scenarios: Iterable[str]) -> dict[str, Recording]:
        """The recordings of those scenarios that have one which can be read, by name."""
        loaded = ((scenario, self.load(engine, scenario)) for scenario in scenarios)
        return {scenario: entry for scenario, entry in loaded if isinstance(entry, Recording)}

    def _location(self, engine: str, scenario: str) -> str:
        return f"{self.root.name}/{engine}/{scenario}.json"

    def save(self, recording: Recording) -> None:
        """Write the recording whole or not at all; MachineError where the disk does not take it."""
        path = self.path(recording.engine, recording.scenario)
        try:
            _refuse_links_out(path.parent, self.root)
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, to_json(recording))
        except OSError as error:
            location = self._location(recording.engine, recording.scenario)
            reason = error.strerror or str(error)
            raise MachineError(
                Diagnostic(location, "this recording cannot be written", WRITABLE, actual=reason)
            ) from error

    def remove_leftovers(self) -> None:
        """Remove the temporary files of runs that were killed; those of a minute ago may belong to another run."""
        for path in self.root.rglob(f".*{TEMPORARY}"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > LEFTOVER_SECONDS:
                    path.unlink()

    def names(self, engine: str) -> Iterator[str]:
        """The scenarios that have a recording for that engine."""
        folder = self.root / engine
        yield from sorted(path.relative_to(folder).as_posix().removesuffix(".json") for path in folder.rglob("*.json"))

    def remove(self, engine: str, scenario: str) -> None:
        """Remove the recording of a scenario that is no more."""
        self.path(engine, scenario).unlink(missing_ok=True)


def _read(path: Path, root: Path) -> str:
    """The text of a file; OSError where it is none, or too large."""
    _refuse_links_out(path, root)
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # a pipe would never end
        raise OSError("it is no file")
    if status.st_size > MAX_BYTES:
        raise OSError(f"it has {status.st_size} bytes, and may have {MAX_BYTES}")
    return path.read_text(encoding="utf-8")


def _refuse_links_out(path: Path, root: Path) -> None:
    """OSError where links lead from a path below `root` to what is not below it: it would be read, or overwritten."""
    parts = path.relative_to(root).parts
    if ".." not in parts and not any(map(os.path.islink, accumulate(parts, os.path.join, initial=str(root)))):
        return  # as nearly always, and seen several times as fast
    try:
        real = path.resolve()
    except RuntimeError as error:  # what Python 3.11 says of a link loop
        raise OSError(str(error)) from error
    if not real.is_relative_to(root.parent.resolve() / root.name):
        raise OSError(f"a link leads out of {root.name}/")


def _replace(path: Path, text: str) -> None:
    """Put a file with this text in the place of `path`, in one step: nobody ever reads half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=TEMPORARY)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).chmod(0o644)  # mkstemp's files are for their owner alone
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
