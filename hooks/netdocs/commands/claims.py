"""`make claims`: claims nobody says, sections that prove nothing, checks that cannot fail. Wiring."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from netdocs.build import make_plan, parse_all
from netdocs.errors import Diagnostic, NetdocsError, raise_if_any
from netdocs.lab import outer_engine
from netdocs.lab.heartbeat import while_answering
from netdocs.lab.runner import run_tasks
from netdocs.lab.settings import live
from netdocs.lab.site_options import documents_folder, read_site_options
from netdocs.page.coverage import unlinked_claims, unproven_sections
from netdocs.page.link_syntax import claim_links
from netdocs.page.page_links import missing_files
from netdocs.page.plan import Plan
from netdocs.page.urls import scenario_page
from netdocs.recording.model import Recording
from netdocs.run import make_tasks, select
from netdocs.scenario.controls import true_before, with_controls
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse
from netdocs.scenario.racing_waits import racing_waits
from netdocs.scenario.shell_syntax import syntax_problems
from netdocs.scenario.weak_checks import weak_checks
from netdocs.sources import read_pages, read_scenarios

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def check_claims(root: Path) -> None:
    """Say every hint; AuthorError for all a build would refuse, waits that can trip, and claims no page links to."""
    docs = documents_folder(root)
    pages = read_pages(root, docs, any_file=not read_site_options(root).untrusted_authors)
    plan = make_plan(root, pages)
    raise_if_any(_missing_files(root, docs, pages, plan))
    raise_if_any(syntax_problems(plan.scenarios))
    for path, text in pages.items():
        if not path.startswith("docs/en/contribute/"):
            for hint in unproven_sections(path, text):
                log.info(f"hint: {hint}")
    for scenario in plan.scenarios:
        for hint in weak_checks(scenario):
            log.info(f"hint: {hint}")
    raise_if_any(problem for scenario in plan.scenarios for problem in racing_waits(scenario))
    raise_if_any(
        unlinked_claims(plan.scenarios, (link for path, text in pages.items() for link in claim_links(path, text)))
    )


def _missing_files(root: Path, docs: Path, pages: Mapping[str, str], plan: Plan) -> Iterator[Diagnostic]:
    """A problem for each link to a file that is neither there nor made by the build."""
    present = {path.relative_to(root).as_posix() for path in docs.rglob("*") if path.is_file()}
    generated = {(docs / scenario_page(session)).relative_to(root).as_posix() for session in plan.sessions}
    for path, text in pages.items():
        yield from missing_files(path, text, present | generated)


def play_controls(root: Path, engine: str, only: str) -> None:
    """Play shell scenarios with each check run before its commands as well; a hint for each that passes there already.

    What does not go to its end is a NetdocsError: then nothing is known about its checks.
    """
    scenarios = [
        scenario
        for scenario in select(parse_all(read_scenarios(root)), only)
        if scenario.dialect == "sh" and scenario.claims
    ]
    controlled = [parse(scenario.path, with_controls(scenario)) for scenario in scenarios]
    originals = {scenario.path: scenario for scenario in scenarios}
    settings, failures = live(root, engine, os.environ), list[Diagnostic]()
    log.info("a scenario has to fail here: its checks are run too early on purpose")
    with while_answering(outer_engine.require_engine(root, os.environ)) as client:
        for task, outcome in run_tasks(client, make_tasks(client, controlled, settings), settings):
            if outcome.recording is None:
                failures += outcome.problems
            else:
                _tell(originals[task.scenario.path], outcome.recording)
    if failures:
        raise NetdocsError(*failures)


def _tell(scenario: Scenario, recording: Recording) -> None:
    """Say which of the checks were true before, or why that is not known."""
    if recording.skipped_reason:
        log.info(f"{scenario.path}: not run here, {recording.skipped_reason}")
    passed = [claim.id for claim in recording.claims if claim.status == "passed"]
    for hint in true_before(scenario, passed):
        log.info(f"hint: {hint}")
