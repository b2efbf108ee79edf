"""From pages and scenarios to a build's result: every step with the output it will show. Wiring."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from netdocs.errors import AuthorError, Diagnostic, MachineError, raise_if_any
from netdocs.lab.engines import engine_versions, load_engines
from netdocs.lab.settings import Settings
from netdocs.page.check_fences import fence_problems
from netdocs.page.fences import fences
from netdocs.page.link_syntax import claim_links, unknown_claims, unknown_scenarios
from netdocs.page.plan import Plan, plan
from netdocs.page.results import BuildResult, SourcedRecording
from netdocs.recording.compare import differing_steps, state_differences
from netdocs.recording.completeness import incompleteness
from netdocs.recording.fallback import is_stale
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse
from netdocs.scenario.unmet_limits import unmet_limits
from netdocs.sources import read_scenarios

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def parse_all(sources: Mapping[str, str]) -> tuple[Scenario, ...]:
    """Every scenario; AuthorError with the problems of all of them."""
    parsed: list[Scenario] = []
    problems: list[Diagnostic] = []
    for path, text in sources.items():
        try:
            parsed.append(parse(path, text))
        except AuthorError as error:
            problems += error.problems
    raise_if_any(problems)
    return tuple(parsed)


def make_plan(root: Path, pages: Mapping[str, str]) -> Plan:
    """The plan for these pages (text by path) and the scenarios on disk, everything checked."""
    raise_if_any(problem for path, text in pages.items() for problem in fence_problems(path, text))
    checked_plan = plan(
        (fence for path, text in pages.items() for fence in fences(path, text)), parse_all(read_scenarios(root))
    )
    links = (link for path, text in pages.items() for link in claim_links(path, text))
    names = [scenario.name for scenario in checked_plan.scenarios]
    unknown = (problem for path, text in pages.items() for problem in unknown_scenarios(path, text, names))
    versions = engine_versions(load_engines(root))
    unmet = (problem for scenario in checked_plan.scenarios for problem in unmet_limits(scenario, versions))
    raise_if_any([*unknown_claims(links, checked_plan.claims), *unknown, *unmet])
    return checked_plan


def run_or_load(pages_plan: Plan, settings: Settings) -> BuildResult:
    """The result for a plan: played where there is an engine and need, else from recordings."""
    played = None if settings.mode == "recorded" else _from_engine(pages_plan.scenarios, settings)
    results = _from_recordings(pages_plan.scenarios, settings) if played is None else played
    raise_if_any(state_mismatches({name: result.recording for name, result in results.items()}))
    others = _load_other_engines(pages_plan.scenarios, settings)
    return _with_differences(BuildResult(pages_plan, results, others, settings.engine, played is not None))


def _from_engine(scenarios: Sequence[Scenario], settings: Settings) -> dict[str, SourcedRecording] | None:
    from netdocs import live_results  # noqa: PLC0415  (Docker's library, which recordings do without, takes 15 MB)

    return live_results.from_engine(scenarios, settings)


def state_mismatches(recordings: Mapping[str, Recording]) -> Iterator[Diagnostic]:
    """A problem for every scenario whose two dialects leave different things behind."""
    for name, shell in recordings.items():
        python = recordings.get(f"{name.removesuffix('.sh')}.py")
        if name.endswith(".sh") and python:
            yield from state_differences(shell, python)


def _load_other_engines(scenarios: Iterable[Scenario], settings: Settings) -> dict[str, dict[str, Recording]]:
    """The committed recordings of every engine but the one that is shown; what is not there is not shown."""
    store = Store(settings.recordings)
    names = [scenario.name for scenario in scenarios]
    engines = [engine for engine in load_engines(settings.root) if engine != settings.engine]
    loaded = {engine: {name: store.load(engine, name) for name in names} for engine in engines}
    problems = [entry for by_name in loaded.values() for entry in by_name.values() if isinstance(entry, Diagnostic)]
    if problems:
        raise MachineError(*problems)
    return {
        engine: {name: entry for name, entry in by_name.items() if isinstance(entry, Recording)}
        for engine, by_name in loaded.items()
    }


def _with_differences(build: BuildResult) -> BuildResult:
    results = {
        name: replace(result, differing=differing_steps(build.on_engines(name)))
        for name, result in build.results.items()
    }
    return replace(build, results=results)


def _from_recordings(scenarios: Iterable[Scenario], settings: Settings) -> dict[str, SourcedRecording]:
    """Everything from committed recordings, those of changed scenarios marked stale."""
    log.info("no engine is used: every output on these pages is a recording")
    store = Store(settings.recordings)
    results: dict[str, SourcedRecording] = {}
    problems: list[Diagnostic] = []
    for scenario in scenarios:
        entry = store.load(settings.engine, scenario.name)
        if isinstance(entry, Recording):
            results[scenario.name] = SourcedRecording(entry, live=False, stale=is_stale(scenario, entry))
        problems += [entry] if isinstance(entry, Diagnostic) else incompleteness(scenario, entry, settings.engine)
    if problems:
        raise MachineError(*problems)
    return results
