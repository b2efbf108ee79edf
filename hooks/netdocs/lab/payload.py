"""What is copied into a lab for every play, so that changing it builds no image. Effects."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Mapping
from pathlib import Path

from netdocs.lab.tooling import PACKAGE, lab_folder

SHARED_MODULES = (
    "netdocs/__init__.py",
    "netdocs/protocol/__init__.py",
    "netdocs/protocol/codec.py",
    "netdocs/protocol/events.py",
    "netdocs/protocol/job.py",
    "netdocs/protocol/snapshot.py",
    "netdocs/scenario/__init__.py",
    "netdocs/scenario/directives.py",
)
"""What a lab gets of this package; lab/agent and lab/supervisor come along whole."""


def lab_payload(root: Path) -> dict[str, bytes]:
    """Everything that is copied into a lab, by its path there (below /lab)."""
    folders = (lab_folder(root) / "agent", lab_folder(root) / "supervisor")
    scripts = [path for folder in folders for path in folder.iterdir() if path.suffix in (".py", ".sh")]
    files = {f"{path.parent.name}/{path.name}": path.read_bytes() for path in scripts}
    return files | {name: (PACKAGE.parent / name).read_bytes() for name in SHARED_MODULES}


def archive_of(files: Mapping[str, tuple[bytes, int]]) -> bytes:
    """A tar archive of these files, each with the number of its user and group."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, (data, user) in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode, member.uid, member.gid = len(data), 0o755, user, user
            tar.addfile(member, io.BytesIO(data))
    return buffer.getvalue()
