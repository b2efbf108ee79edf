"""`python3 -m agent`: play /lab/job.json. With `shell NODE…`: build a lab and keep it for a person to try.

With `probe FEATURE…`: say which of these kernel features the kernel lacks.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from agent.machines import build
from agent.network import missing_features
from agent.run import play
from netdocs.protocol import events, job

SHELL_SECONDS = 8 * 3600
"""A lab that somebody forgot ends after a working day."""


def main() -> None:
    """Do what the arguments say, then end: with this process everything in the lab ends."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
    match sys.argv[1:]:
        case ["shell", *names]:
            nodes = build(names)
            emit(events.ShellReady({name: node.init for name, node in nodes.items()}))
            time.sleep(SHELL_SECONDS)
        case ["probe", *features]:
            emit(events.MissingFeatures(tuple(missing_features(features))))
        case _:
            play(job.decode(Path("/lab/job.json").read_text(encoding="utf-8")), emit)


def emit(event: events.Event) -> None:
    """Report one event on standard output."""
    print(events.encode(event), flush=True)


main()
