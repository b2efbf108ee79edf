"""A step on several engines: where it was run, where it cannot be, and where nobody has run it yet."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from factories import one_step, recording
from netdocs.page.blocks import step_tabs
from netdocs.page.context import Build
from netdocs.page.fences import Request
from netdocs.page.results import BuildResult
from netdocs.recording.model import Recording
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse
from netdocs.site.markdown_export import to_markdown
from rendering import build_of, page_of, with_page

NAME = "bridge/default.sh"
NEWER = parse(f"snippets/{NAME}", "# A word.\n# needs: engine >= 29\n# %% start\necho a\n")
ANY = parse(f"snippets/{NAME}", "# A word.\n# %% start\necho a\n")
BY_ENGINE = Request("console", "bridge/default", "start", by_engine=True)
SKIPPED = recording(skipped_reason="this is engine 28.5")


def build(first: Recording, others: dict[str, Recording | None], scenario: Scenario = NEWER) -> Build:
    """A build with that recording of the default engine, and these of others."""
    plain = build_of(first, scenarios=(scenario,))
    other_engines = {engine: {NAME: entry} if entry else {} for engine, entry in others.items()}
    differing = ("start",) if scenario is ANY else ()
    results = {name: replace(entry, differing=differing) for name, entry in plain.result.results.items()}
    return replace(plain, result=BuildResult(plain.result.plan, results, other_engines, "28.5"))


def tabs(first: Recording, others: dict[str, Recording | None], scenario: Scenario = NEWER) -> list[tuple[str, str]]:
    """Label and what is said instead of an output, of each tab of a fence `by="engine"`."""
    page = page_of(build(first, others, scenario))
    return [(tab.label, tab.skipped) for tab in step_tabs(BY_ENGINE, page)]


def test_what_a_newer_engine_will_show_is_not_recorded_yet() -> None:
    """That is more than why this one cannot."""
    assert tabs(SKIPPED, {"26.1": SKIPPED, "29": None}) == [("29", "Not recorded yet on engine 29.")]


def test_plain_markdown_says_the_same() -> None:
    fence = '```console exec="on" session="bridge/default" step="start" by="engine"\n```\n'
    page = page_of(with_page(build(SKIPPED, {"29": None}), fence))

    assert to_markdown(page).strip() == "Not recorded yet on engine 29."


def test_what_only_a_newer_engine_can_run_is_shown_from_there() -> None:
    """As soon as it is recorded."""
    assert tabs(SKIPPED, {"26.1": SKIPPED, "29": changed(one_step("echo a"), engine="29")}) == [("29", "")]


def test_an_engine_that_is_yet_to_be_recorded_has_the_last_tab() -> None:
    """Beside the engines that differ."""
    older = changed(one_step("echo b"), engine="26.1")

    assert tabs(one_step("echo a"), {"26.1": older, "29": None}, ANY) == [
        ("28.5", ""),
        ("26.1", ""),
        ("29", "Not recorded yet on engine 29."),
    ]
