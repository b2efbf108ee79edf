"""Which engines a lab can run, and where each comes from: lab/engines.toml. Effects."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from netdocs.errors import AuthorError, Diagnostic
from netdocs.lab.tooling import lab_folder

DEFAULT_ENGINE = "28.5"
PATH = "lab/engines.toml"
_HINT = "the comment at the file's beginning says what an engine may have"

Suite = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+$")]
Version = Annotated[str, msgspec.Meta(pattern=r"^\d+\.\d+\.\d+$")]
Fingerprint = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-F]{40}$")]
Address = Annotated[str, msgspec.Meta(pattern=r"^(https?://[^\s'\"$\\]+)?$")]


class DockerPackages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Docker's own packages for a Debian release, at one version."""

    version: Version
    key: Fingerprint
    """Of the key that must have signed them."""
    address: Address = ""
    """Of their repository; empty where the environment has to say it."""


class Engine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the engine of one series comes from."""

    debian: Suite
    """The release whose engine it is, unless it is Docker's own."""
    docker: DockerPackages | None = None


Engines = Mapping[str, Engine]
"""By series, `28.5`."""


def load_engines(root: Path) -> Engines:
    """The engines of the project in `root`, or of this code; AuthorError with file and line if the list is wrong."""
    return parse_engines((lab_folder(root) / "engines.toml").read_text(encoding="utf-8"))


def from_debian(engines: Engines) -> tuple[str, ...]:
    """The series that need nothing but Debian: what `all` means, so that nobody meets another source unasked."""
    return tuple(series for series, engine in engines.items() if engine.docker is None)


def engine_versions(engines: Engines) -> tuple[str, ...]:
    """The version of each, as exactly as the list says it."""
    return tuple(engine.docker.version if engine.docker else series for series, engine in engines.items())


def parse_engines(text: str) -> Engines:
    """The engines that the text of a list names; AuthorError with the line of everything that is wrong with it."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise _wrong(int(at[1]) if at else text.count("\n") + 1, "this is no TOML", actual=str(error)) from error
    if DEFAULT_ENGINE not in tables:
        raise _wrong(1, "the default engine is missing", f'["{DEFAULT_ENGINE}"]', ", ".join(tables))
    return {series: _engine(series, table, text) for series, table in tables.items()}


def _engine(series: str, table: object, text: str) -> Engine:
    if not re.fullmatch(r"\d+(\.\d+)?", series):
        raise _wrong(_line(text, series), "this is no series of engines", '"28.5" or "29"', repr(series))
    try:
        engine = msgspec.convert(table, Engine)
    except msgspec.ValidationError as error:
        names = re.findall(r"\w+", str(error).partition(" - at `$")[2])
        raise _wrong(_line(text, series, names), f"engine {series} is described wrongly", actual=str(error)) from error
    if engine.docker and not engine.docker.version.startswith(f"{series}."):
        line = _line(text, series, ("docker", "version"))
        raise _wrong(line, "this version is of another series", f"{series}.…", engine.docker.version)
    return engine


def _line(text: str, series: str, names: Iterable[str] = ()) -> int:
    """The line of an entry's last name that can be seen below its series; of the series if none can; else 1."""
    lines = text.splitlines()
    header = re.compile(rf"\s*\[\s*[\"']?{re.escape(series)}\b")
    first = next((number for number, line in enumerate(lines, 1) if header.match(line)), 1)
    for name in reversed(tuple(names)):
        for number, line in enumerate(lines[first:], first + 1):
            if re.search(rf"\b{name}\b[^=]*=", line):
                return number
    return first


def _wrong(line: int, message: str, expected: str = "", actual: str = "") -> AuthorError:
    return AuthorError(Diagnostic(f"{PATH}:{line}", message, _HINT, expected, actual))
