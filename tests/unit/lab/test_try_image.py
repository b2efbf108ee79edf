"""What the image for readers is made of."""

from __future__ import annotations

import io
import tarfile

from netdocs.lab.try_image import context_files
from support import ROOT


def test_tasks_come_with_their_scenarios() -> None:
    """One whose scenario this engine cannot play is left out."""
    with tarfile.open(fileobj=io.BytesIO(context_files(ROOT, {"tasks/alias": "{}", "bridge/default": "{}"}))) as tar:
        tasks = [name for name in tar.getnames() if name.endswith(".toml")]

    assert tasks == ["machine/tasks/alias.toml"]
