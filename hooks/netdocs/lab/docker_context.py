"""Where the Docker CLI would look for an engine: its variables, its configuration, its contexts. Effects.

The SDK has contexts too, but finds them only beside a config.json, which `docker context create` does not write, and
goes on to ~/.docker where DOCKER_CONFIG has none. The CLI does neither.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT_ADDRESS = "unix:///var/run/docker.sock"


@dataclass(frozen=True, slots=True)
class Tls:
    """What a context says of encryption: files in PEM, empty where it has none."""

    ca: str = ""
    cert: str = ""
    key: str = ""
    verify: bool = True
    """Whether the engine has to show a certificate that the CA signed."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where an engine is expected."""

    address: str
    """`unix:///var/run/docker.sock`, `tcp://host:port`, `ssh://user@host`; empty where the context cannot say."""
    chosen_by: str = ""
    """Who says so: `DOCKER_HOST`, or a Docker context; empty where nobody does and the default is meant."""
    tls: Tls | None = None
    """Of a context; what DOCKER_HOST needs is in variables that the SDK reads."""
    problem: str = ""
    """Why there is no address."""

    def __str__(self) -> str:
        if not self.chosen_by:
            return f"{self.address} (the default)"
        return f"{self.address or 'nowhere'} (by {self.chosen_by})"

    @property
    def of_context(self) -> bool:
        """Whether a context other than the default one says where."""
        return self.chosen_by.startswith("Docker context")


def endpoint(environ: Mapping[str, str]) -> Endpoint:
    """Where `docker` would look: DOCKER_HOST, else DOCKER_CONTEXT, else the current context of its configuration."""
    if host := environ.get("DOCKER_HOST"):
        return Endpoint(host, "DOCKER_HOST")
    folder = Path(environ.get("DOCKER_CONFIG") or Path.home() / ".docker")
    name = environ.get("DOCKER_CONTEXT", "")
    if not name:
        try:
            name = _current_context(folder / "config.json")
        except ValueError as error:  # the CLI warns and takes the default; somebody may have named another
            return Endpoint(DEFAULT_ADDRESS, f"default, because {folder / 'config.json'} cannot be read: {error}")
    return _of_context(folder / "contexts", name) if name not in ("", "default") else Endpoint(DEFAULT_ADDRESS)


def _current_context(path: Path) -> str:
    """The context that the CLI's configuration names; ValueError where it cannot be read."""
    config = _read(path) if path.exists() else {}
    return str(config.get("currentContext") or "")


def _of_context(contexts: Path, name: str) -> Endpoint:
    chosen_by, digest = f"Docker context {name!r}", hashlib.sha256(name.encode()).hexdigest()
    path = contexts / "meta" / digest / "meta.json"
    if not path.exists():
        return Endpoint("", chosen_by, problem="there is no such context")
    try:
        docker = _read(path)["Endpoints"]["docker"]
        address, unverified = str(docker.get("Host") or DEFAULT_ADDRESS), bool(docker.get("SkipTLSVerify"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return Endpoint("", chosen_by, problem=f"{path} describes no Docker endpoint: {error}")
    return Endpoint(address, chosen_by, _tls(contexts / "tls" / digest / "docker", verify=not unverified))


def _tls(folder: Path, *, verify: bool) -> Tls | None:
    """What lies in a context's folder for TLS; None where nothing does and verifying is not turned off."""
    files = {name: str(folder / f"{name}.pem") for name in ("ca", "cert", "key") if (folder / f"{name}.pem").exists()}
    return Tls(**files, verify=verify) if files or not verify else None


def _read(path: Path) -> dict[str, Any]:
    """A JSON object; ValueError where the file holds none, or cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(error.strerror or str(error)) from error
    if not isinstance(data, dict):
        raise ValueError("it holds no JSON object")  # noqa: TRY004  (as for text that is no JSON)
    return data
