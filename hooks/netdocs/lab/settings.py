"""Everything a build can be told, read once. Wiring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

from netdocs.errors import AuthorError, Diagnostic
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.isolation import Isolation
from netdocs.lab.site_options import Mode, SiteOptions, read_site_options

DOCKER_PACKAGES = "DOCKER_PACKAGES"
"""The variable that says where Docker's own packages are."""
FOLLOWS = "NETDOCS_LIVE_RELOAD"
"""The variable that `mkdocs serve` sets for its builds."""


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
    isolation: Isolation = "userns"
    """What keeps the labs from the machine."""
    dockerfile: str = ""
    """The site's own recipe of lab images, below its root; empty for the tooling's."""
    docker_packages: str = ""
    """Where Docker's own packages are, if the environment says so."""
    follows: bool = False
    """Whether a server follows an author's changes: what is recorded as it stands need not be played first."""

    @property
    def recordings(self) -> Path:
        """The committed recordings."""
        return self.root / "recordings"

    @property
    def plays(self) -> Path:
        """What this machine's engine printed: a cache, never committed."""
        return self.root / ".cache" / "plays"


def from_environ(root: Path, environ: Mapping[str, str], site: SiteOptions | None = None) -> Settings:
    """The settings of a build; NETDOCS_MODE and NETDOCS_ISOLATION, where they are set, before what the site says."""
    site = site or SiteOptions()
    _check_date(environ)
    mode = _choice(environ, "NETDOCS_MODE", "mode", get_args(Mode), site.mode)
    return _settings(root, cast("Mode", mode), site.engine, environ, site)


def live(root: Path, engine: str, environ: Mapping[str, str]) -> Settings:
    """The settings for commands that play on an engine whatever NETDOCS_MODE says."""
    return _settings(root, "live", engine, environ, read_site_options(root))


def _settings(root: Path, mode: Mode, engine: str, environ: Mapping[str, str], site: SiteOptions) -> Settings:
    isolation = _choice(environ, "NETDOCS_ISOLATION", "isolation", get_args(Isolation), site.isolation)
    return Settings(
        root,
        mode,
        engine,
        site.step_seconds,
        site.scenario_seconds,
        isolation=cast("Isolation", isolation),
        dockerfile=site.dockerfile,
        docker_packages=environ.get(DOCKER_PACKAGES, ""),
        follows=bool(environ.get(FOLLOWS)),
    )


def _choice(environ: Mapping[str, str], name: str, kind: str, choices: Sequence[str], otherwise: str) -> str:
    """The variable's value, `otherwise` if it is not set or empty."""
    value = environ.get(name, "") or otherwise
    if value not in choices:
        do = "set one of those expected"
        raise AuthorError(Diagnostic(name, f"there is no such {kind}", do, ", ".join(choices), repr(value)))
    return value


def _check_date(environ: Mapping[str, str]) -> None:
    """AuthorError if SOURCE_DATE_EPOCH, of which MkDocs makes the date of its pages, is no time."""
    value = environ.get("SOURCE_DATE_EPOCH")  # MkDocs takes an empty one for a number, too
    try:
        datetime.fromtimestamp(int("0" if value is None else value), UTC)
    except (ValueError, OverflowError, OSError) as error:
        do = "set it to seconds since 1970, or unset it"
        raise AuthorError(Diagnostic("SOURCE_DATE_EPOCH", "this is no time", do, "a number", repr(value))) from error
