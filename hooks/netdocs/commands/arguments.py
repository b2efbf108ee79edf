"""What may be asked for on the command line. Wiring."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from netdocs.recording.sharding import Kernel
from netdocs.scenario.model import NODES


def arguments(engines: Sequence[str], description: str | None = None) -> argparse.ArgumentParser:
    """What may be asked for, and of which engines."""
    parser = argparse.ArgumentParser(prog="netdocs", description=description)
    verbs = parser.add_subparsers(dest="verb", required=True)
    _add_playing_verbs(verbs, engines)
    _add_writing_verbs(verbs)
    claims = verbs.add_parser("claims", help="claims nobody says, sections that prove nothing, checks that cannot fail")
    claims.add_argument("--control", action="store_true", help="play, and say which checks pass before their commands")
    claims.add_argument("--engine", choices=engines)
    claims.add_argument("--only", default="", help="a page (`guides/names`), a folder of snippets/ or a scenario")
    verbs.add_parser("architecture", help="draw the packages and modules into the architecture page")
    verbs.add_parser("schemas", help="write the schema of recordings for editors")
    _add_lab_verbs(verbs, engines)
    return parser


def _add_playing_verbs(verbs: Any, engines: Sequence[str]) -> None:
    """Those that play scenarios and compare or keep what they print."""
    texts = {
        "record": "play everything and rewrite the recordings that changed",
        "drift": "play everything and say what differs from the recordings",
    }
    for verb, text in texts.items():
        parser_of_verb = verbs.add_parser(verb, help=text)
        parser_of_verb.add_argument("--engine", choices=[*engines, "all"])
        parser_of_verb.add_argument(
            "--only", default="", help="a page (`guides/names`), a folder of snippets/ or a scenario"
        )
        parser_of_verb.add_argument("--share", default="", help="`2/5` for the second of five parts")
        if verb == "drift":
            parser_of_verb.add_argument("--report", type=Path, help="a file that gets the findings as Markdown, too")
        if verb == "record":
            parser_of_verb.add_argument(
                "--merge", nargs="+", type=Path, help="folders of shares to keep as one recording"
            )
            parser_of_verb.add_argument(
                "--kernel",
                default="host",
                choices=get_args(Kernel),
                help="`emulated` plays what the host's kernel cannot, in an emulated computer",
            )


def _add_writing_verbs(verbs: Any) -> None:
    """Those that put something on a disk and need no engine."""
    changes = verbs.add_parser("changes", help="what recordings say that the last commit's do not")
    changes.add_argument("--report", type=Path, help="a file that gets it, too")
    published = verbs.add_parser("publish", help="put the built site into a folder that can be served")
    published.add_argument("folder", type=Path)
    published.add_argument("--address", default="", help="where it will be served, ending in a slash")
    translations = verbs.add_parser("translations", help="what is missing or older than the English, by language")
    translations.add_argument(
        "--update", default="", help="a page whose translations are right now; `all` for every one"
    )
    page = verbs.add_parser("page", help="write the beginnings of a page")
    page.add_argument("name", help="`guides/inspect`")
    page.add_argument("--title", default="", help="the question that it answers")


def _add_lab_verbs(verbs: Any, engines: Sequence[str]) -> None:
    """Those that give a person a lab: here, or in an image for others."""
    lab = verbs.add_parser("lab", help="a shell on docker1 of a fresh lab")
    lab.add_argument("--engine", choices=engines)
    lab.add_argument("--record", default="", help="a scenario to be written of what is typed: `inspect/first`")
    lab.add_argument("nodes", nargs="*", metavar="node", help=f"of {', '.join(NODES)}")
    image = verbs.add_parser("image", help="build the image that readers try the lab in")
    image.add_argument("--engine", choices=engines)
    image.add_argument("--name", default="", help="what it is called, without a tag")
