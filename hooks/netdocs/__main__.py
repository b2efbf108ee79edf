"""`python -m netdocs record [--engine 28.5]` and `python -m netdocs lab [node …]`; make calls both."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from netdocs.core.errors import NetdocsError
from netdocs.core.scenario import NODES
from netdocs.effects.image import DEFAULT_ENGINE, ENGINES
from netdocs.wiring.by_hand import open_shell
from netdocs.wiring.record import record
from netdocs.wiring.settings import Settings

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Do what the command line asks; 1 if it went wrong, with the reason on standard error."""
    given = _arguments().parse_args()
    try:
        if given.verb == "record":
            record(ROOT, tuple(ENGINES) if given.engine == "all" else (given.engine,), _say)
        else:
            open_shell(Settings(ROOT, "live", given.engine), given.nodes, _say)
    except NetdocsError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="netdocs", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    recording = verbs.add_parser("record", help="play everything and rewrite the recordings that changed")
    recording.add_argument("--engine", default=DEFAULT_ENGINE, choices=[*ENGINES, "all"])
    lab = verbs.add_parser("lab", help="a shell on docker1 of a fresh lab")
    lab.add_argument("--engine", default=DEFAULT_ENGINE, choices=[*ENGINES])
    lab.add_argument("nodes", nargs="*", choices=NODES, default=[])
    return parser


def _say(line: str) -> None:
    print(f"netdocs: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
