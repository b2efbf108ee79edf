"""`python3 -m inside`: play /lab/job.json. With `hold NODE…`: build a world and keep it for a person to try.

With `missing FEATURE…`: say which of these the kernel lacks.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inside.play import Job, build, play
from inside.world import missing_features

HOLD_SECONDS = 8 * 3600


def main() -> None:
    """Do as told, then end: with this process everything in the lab ends."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
    if sys.argv[1:2] == ["hold"]:
        nodes = build(sys.argv[2:])
        emit({"event": "ready", "inits": {name: node.init for name, node in nodes.items()}})
        time.sleep(HOLD_SECONDS)
        return
    if sys.argv[1:2] == ["missing"]:
        emit({"event": "missing", "features": missing_features(sys.argv[2:])})
        return
    play(Job(**json.loads(Path("/lab/job.json").read_text(encoding="utf-8"))), emit)


def emit(event: Mapping[str, Any]) -> None:
    """Report one event on standard output."""
    print(json.dumps(event), flush=True)


main()
