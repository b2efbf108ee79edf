"""Where a picture goes that the reader asked for: their own folder, or where it can be copied from. Effects."""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path

from tryit.progress import give_away

NAME = "network.svg"
CONTAINER = os.uname().nodename
"""The container's id, unless the reader gave it a name for a host."""


def keep(data: str, folder: Path, otherwise: Path = Path("/"), container: str = CONTAINER) -> str:
    """Write the picture (in base 64) there, and say how the reader gets at it. Anything in a lab may send one."""
    try:
        picture = base64.b64decode(data, validate=True)
    except binascii.Error:
        return ""
    mounted = folder.is_dir()
    file = (folder if mounted else otherwise) / NAME
    try:
        file.write_bytes(picture)
    except OSError as error:
        return (
            f"The picture could not be written to {file}: {error.strerror}. `look --svg >FILE` keeps it in the lab.\n"
        )
    if mounted:
        give_away(file, folder)
        return f"The picture is {NAME} in your folder; a browser shows it.\n"
    return f"To see it in a browser, type in another terminal: docker cp {container}:{file} .\n"
