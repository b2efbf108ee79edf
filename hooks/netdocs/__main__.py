"""`python -m netdocs record|drift|lint|lab`; make calls it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

from netdocs.core.errors import NetdocsError
from netdocs.core.scenario import NODES
from netdocs.effects.image import DEFAULT_ENGINE, ENGINES
from netdocs.wiring.by_hand import open_shell
from netdocs.wiring.drift import find_drift
from netdocs.wiring.lint import lint
from netdocs.wiring.record import Kernel, record
from netdocs.wiring.settings import Settings

ROOT = Path(__file__).parents[2]
FLAKES_ONLY = 2


def main() -> int:
    """Do what the command line asks; 0 if all is well, else the reason is on standard error."""
    given = arguments().parse_args()
    try:
        return VERBS[given.verb](given)
    except NetdocsError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _record(given: argparse.Namespace) -> int:
    record(ROOT, _engines(given), _say, given.only, given.kernel)
    return 0


def _drift(given: argparse.Namespace) -> int:
    """1 for drift, 2 where all that differs differs only sometimes."""
    findings = find_drift(ROOT, _engines(given), _say, given.only)
    for found in findings:
        print(f"{found.kind}: {found.scenario} on engine {found.engine}\n{found.diff}\n")
    kinds = {found.kind for found in findings}
    return 1 if "drift" in kinds else FLAKES_ONLY if kinds else 0


def _lint(_: argparse.Namespace) -> int:
    lint(ROOT, _say)
    return 0


def _lab(given: argparse.Namespace) -> int:
    open_shell(Settings(ROOT, "live", given.engine), given.nodes, _say)
    return 0


VERBS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "record": _record,
    "drift": _drift,
    "lint": _lint,
    "lab": _lab,
}


def _engines(given: argparse.Namespace) -> tuple[str, ...]:
    return tuple(ENGINES) if given.engine == "all" else (given.engine,)


def arguments() -> argparse.ArgumentParser:
    """What may be asked for."""
    parser = argparse.ArgumentParser(prog="netdocs", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    texts = {
        "record": "play everything and rewrite the recordings that changed",
        "drift": "play everything and say what differs from the recordings",
    }
    for verb, text in texts.items():
        parser_of_verb = verbs.add_parser(verb, help=text)
        parser_of_verb.add_argument("--engine", default=DEFAULT_ENGINE, choices=[*ENGINES, "all"])
        parser_of_verb.add_argument("--only", default="", help="a page (`bridge`) or scenario (`bridge/default`)")
        if verb == "record":
            parser_of_verb.add_argument(
                "--kernel",
                default="own",
                choices=get_args(Kernel),
                help="`emulated` plays what this machine's own kernel cannot, in an emulated computer",
            )
    verbs.add_parser("lint", help="claims nobody says, sections that prove nothing")
    lab = verbs.add_parser("lab", help="a shell on docker1 of a fresh lab")
    lab.add_argument("--engine", default=DEFAULT_ENGINE, choices=[*ENGINES])
    lab.add_argument("nodes", nargs="*", metavar="node", help=f"of {', '.join(NODES)}")
    return parser


def _say(line: str) -> None:
    print(f"netdocs: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
