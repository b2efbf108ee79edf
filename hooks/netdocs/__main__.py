"""`python -m netdocs VERB …`; make calls it. Wiring."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from netdocs.commands.architecture import write_picture
from netdocs.commands.arguments import arguments
from netdocs.commands.changes import changed_recordings
from netdocs.commands.claims import check_claims, play_controls
from netdocs.commands.drift import find_drift
from netdocs.commands.image import build_image
from netdocs.commands.merge import merge
from netdocs.commands.new_page import new_page
from netdocs.commands.publish import publish
from netdocs.commands.record import Request, record
from netdocs.commands.record_shell import target_of
from netdocs.commands.selection import scenarios_named
from netdocs.commands.shell import open_shell
from netdocs.commands.translations import list_translations, update_digests
from netdocs.console import protect_handlers, say
from netdocs.errors import AuthorError, Diagnostic, NetdocsError, disk_error
from netdocs.lab import settings
from netdocs.lab.engines import from_debian, load_engines
from netdocs.lab.interruption import end_on_sigterm
from netdocs.lab.site_options import CONFIG, read_site_options
from netdocs.lab.tooling import PACKAGE
from netdocs.recording.format import json_schema
from netdocs.recording.report import changes_report, drift_report, failure_report
from netdocs.recording.sharding import ONLY_SHARE, parse_share

LOGGER = "mkdocs.hooks.netdocs"
"""The package logs below this name, so that a build in MkDocs prints and counts it with its own messages."""
REPORT_CHARACTERS = 60_000
"""How long a report may be: an issue of GitHub's takes 65,536 characters, a summary more."""
SCHEMA = "schemas/recording.json"
FLAKES_ONLY = 2
"""Exit code of `drift` when nothing differs but what differs only sometimes."""


def main() -> int:
    """Do what the command line asks; 0 if all is well, else the reason is on standard error."""
    _configure_logging()
    end_on_sigterm()
    try:
        options = arguments(tuple(load_engines(Path.cwd())), __doc__).parse_args()
        options.root = project_root(Path.cwd(), PACKAGE)
        if "engine" in options:
            options.engine = options.engine or read_site_options(options.root).engine
        if "only" in options:
            options.only = scenarios_named(options.root, options.only)
        return VERBS[options.verb](options)
    except NetdocsError as error:
        say(error, sys.stderr)
        return 1
    except (OSError, UnicodeEncodeError) as error:
        say(disk_error(error), sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def project_root(working_folder: Path, package: Path) -> Path:
    """The site in this folder; else, run from elsewhere, the one that the tooling is part of."""
    for folder in (working_folder, package.parents[1]):
        if (folder / CONFIG).is_file():
            return folder
    hint = "change to the folder of the site, where its mkdocs.yml is"
    raise AuthorError(Diagnostic(CONFIG, "there is no such file here", hint, actual=str(working_folder)))


def _record(options: argparse.Namespace) -> int:
    if options.merge:
        merge(options.root, options.merge)
    else:
        share = parse_share(options.share) if options.share else None
        record(options.root, Request(_engines(options), options.only, options.kernel), share)
    return 0


def _drift(options: argparse.Namespace) -> int:
    """1 for drift, 2 where all that differs differs only sometimes."""
    share, engines = parse_share(options.share) if options.share else ONLY_SHARE, _engines(options)
    try:
        findings = find_drift(options.root, engines, options.only, share)
    except NetdocsError as error:
        _report(options, failure_report(engines, str(error), REPORT_CHARACTERS))
        raise
    for finding in findings:
        say(f"{finding.kind}: {finding.scenario} on engine {finding.engine}\n{finding.diff}\n  hint: {finding.hint}\n")
    _report(options, drift_report(engines, findings, REPORT_CHARACTERS))
    kinds = {finding.kind for finding in findings}
    return 1 if "drift" in kinds else FLAKES_ONLY if kinds else 0


def _changes(options: argparse.Namespace) -> int:
    report = changes_report(changed_recordings(options.root), REPORT_CHARACTERS)
    say(report)
    _report(options, report)
    return 0


def _report(options: argparse.Namespace, text: str) -> None:
    """Put Markdown at the end of the file that was asked for, if any was: a summary has what others said before."""
    if options.report:
        options.report.parent.mkdir(parents=True, exist_ok=True)
        with options.report.open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")


def _publish(options: argparse.Namespace) -> int:
    publish(options.root / "site", options.folder, options.address)
    return 0


def _page(options: argparse.Namespace) -> int:
    for path in new_page(options.root, options.name, options.title, datetime.now(UTC)):
        say(f"{path}: written")
    say("look at it with `make serve`; what next is in docs/en/contribute/write-a-page.md")
    return 0


def _claims(options: argparse.Namespace) -> int:
    if options.control:
        play_controls(options.root, options.engine, options.only)
    else:
        check_claims(options.root)
    return 0


def _translations(options: argparse.Namespace) -> int:
    if options.update:
        update_digests(options.root, options.update)
    else:
        list_translations(options.root)
    return 0


def _architecture(options: argparse.Namespace) -> int:
    write_picture(options.root)
    return 0


def _schemas(options: argparse.Namespace) -> int:
    path = options.root / SCHEMA
    path.parent.mkdir(exist_ok=True)
    path.write_text(json_schema(), encoding="utf-8")
    return 0


def _lab(options: argparse.Namespace) -> int:
    target = target_of(options.root, options.record) if options.record else None
    return open_shell(settings.live(options.root, options.engine, os.environ), options.nodes, target)


def _image(options: argparse.Namespace) -> int:
    say(f"try it: {build_image(options.root, options.engine, options.name)}")
    return 0


VERBS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "record": _record,
    "drift": _drift,
    "changes": _changes,
    "publish": _publish,
    "page": _page,
    "claims": _claims,
    "translations": _translations,
    "architecture": _architecture,
    "schemas": _schemas,
    "lab": _lab,
    "image": _image,
}


def _engines(options: argparse.Namespace) -> tuple[str, ...]:
    return from_debian(load_engines(options.root)) if options.engine == "all" else (options.engine,)


def _configure_logging() -> None:
    """Print what the package logs on standard error, as MkDocs' own handler does during a build."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("netdocs: %(message)s"))
    package = logging.getLogger(LOGGER)
    package.addHandler(handler)
    protect_handlers(LOGGER)
    package.setLevel(logging.INFO)


if __name__ == "__main__":
    sys.exit(main())
