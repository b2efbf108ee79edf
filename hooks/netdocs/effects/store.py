"""Recordings on disk: one JSON file for each engine, scenario and dialect."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from netdocs.core.errors import Problem
from netdocs.core.recording import BadRecordingError, Recording, from_json, to_json


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of recordings: `recordings/` (committed) or the cache of what this machine played."""

    root: Path

    def path(self, engine: str, scenario: str) -> Path:
        """Where the recording of that scenario (`bridge/default.sh`) is, or would be."""
        return self.root / engine / f"{scenario}.json"

    def load(self, engine: str, scenario: str) -> Recording | Problem | None:
        """The recording; None if there is none; a problem if the file holds something else."""
        path = self.path(engine, scenario)
        try:
            found = from_json(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (BadRecordingError, UnicodeDecodeError) as error:
            where = f"{self.root.name}/{engine}/{scenario}.json"
            return Problem(
                where,
                "this is no recording",
                "play it again with `make record`",
                "JSON as `make record` writes it",
                str(error),
            )
        if (found.engine, found.scenario) != (engine, scenario):
            what, do = "this is the recording of something else", "play it again with `make record`"
            seen = f"{found.scenario} on engine {found.engine}"
            return Problem(
                f"{self.root.name}/{engine}/{scenario}.json", what, do, f"{scenario} on engine {engine}", seen
            )
        return found

    def save(self, recording: Recording) -> None:
        """Write the recording whole or not at all."""
        path = self.path(recording.engine, recording.scenario)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(to_json(recording))
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def names(self, engine: str) -> Iterator[str]:
        """The scenarios that have a recording for that engine."""
        folder = self.root / engine
        yield from sorted(path.relative_to(folder).as_posix().removesuffix(".json") for path in folder.rglob("*.json"))

    def remove(self, engine: str, scenario: str) -> None:
        """Remove the recording of a scenario that is no more."""
        self.path(engine, scenario).unlink(missing_ok=True)
