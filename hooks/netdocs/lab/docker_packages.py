"""Docker's own packages: where they are, and the key they are signed with, fetched when somebody asks. Effects."""

from __future__ import annotations

import requests

from netdocs.errors import Diagnostic, MachineError
from netdocs.lab.engines import PATH, DockerPackages
from netdocs.lab.settings import DOCKER_PACKAGES

SECONDS = 30
_LOOK_UP = "https://docs.docker.com/engine/install/debian/ has the address of Docker's apt repository for Debian"


def address_of(engine: str, packages: DockerPackages, configured: str) -> str:
    """Where the packages of an engine are: as the environment says, else the list; MachineError if nowhere."""
    address = (configured or packages.address).rstrip("/")
    if not address:
        hint = f"{_LOOK_UP}: {DOCKER_PACKAGES}=https://… make record ENGINE={engine}"
        raise MachineError(Diagnostic(PATH, f"nothing says where Docker's packages for engine {engine} are", hint))
    return address


def signing_key(engine: str, address: str) -> str:
    """The key at that address, as text; MachineError where it cannot be had. Apt checks whose it is."""
    try:
        answer = requests.get(f"{address}/gpg", timeout=SECONDS)
        answer.raise_for_status()
    except requests.RequestException as error:
        message = f"Docker's packages for engine {engine} cannot be reached"
        hint = f"set {DOCKER_PACKAGES} to an address this machine reaches, or play {engine} elsewhere. {_LOOK_UP}"
        raise MachineError(Diagnostic(DOCKER_PACKAGES, message, hint, f"a key at {address}/gpg", str(error))) from error
    return answer.text
