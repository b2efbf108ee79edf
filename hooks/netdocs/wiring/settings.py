"""Everything a build can be told, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from netdocs.core.errors import AuthorError, Problem
from netdocs.effects.image import DEFAULT_ENGINE

Mode = Literal["auto", "live", "recorded"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build."""

    root: Path
    """The project's folder."""
    mode: Mode
    engine: str = DEFAULT_ENGINE
    step_seconds: float = 60
    scenario_seconds: float = 300
    output_bytes: int = 64 * 1024
    """How much of one command's output is kept."""

    @property
    def recordings(self) -> Path:
        """The committed recordings."""
        return self.root / "recordings"

    @property
    def plays(self) -> Path:
        """What this machine's engine printed: a cache, never committed."""
        return self.root / ".cache" / "plays"


def from_environ(root: Path, environ: Mapping[str, str]) -> Settings:
    """The settings that the environment asks for: NETDOCS_MODE is auto, live or recorded."""
    mode = environ.get("NETDOCS_MODE", "auto") or "auto"
    if mode not in get_args(Mode):
        raise AuthorError(
            Problem(
                "NETDOCS_MODE",
                "there is no such mode",
                "set one of those expected",
                ", ".join(get_args(Mode)),
                repr(mode),
            )
        )
    return Settings(root, cast("Mode", mode))
