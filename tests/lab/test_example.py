"""`examples/minimal`: the commands of a site that is not this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from support import ROOT


def test_another_site_plays_and_compares(tmp_path: Path, client: Any, lab_image: str) -> None:
    """What is committed is what an engine prints; recording it anew changes nothing but when it was."""
    folder = Path(shutil.copytree(ROOT / "examples" / "minimal", tmp_path / "minimal"))
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    for verb in ("drift", "record", "claims"):
        argv = [sys.executable, "-m", "netdocs", verb]
        done = subprocess.run(argv, cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=400)
        assert done.returncode == 0, done.stdout + done.stderr

    committed, recorded = (path / "recordings/28.5/shop/start.sh.json" for path in (ROOT / "examples/minimal", folder))
    assert committed.read_bytes() == recorded.read_bytes()
