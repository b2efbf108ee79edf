"""From pages and scenarios to a book: every step with the output it will show."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

from netdocs.core.borrowed import has_all, how_to_play, is_stale, lacks_kernel, stand_in
from netdocs.core.engines import differing_steps
from netdocs.core.errors import AuthorError, MachineError, NetdocsError, Problem, raise_for
from netdocs.core.fences import fences
from netdocs.core.keys import digest, key, player_digest
from netdocs.core.links import claim_links, unknown_claims, unknown_scenarios
from netdocs.core.parse import parse
from netdocs.core.plan import Plan, plan
from netdocs.core.recording import Key, Recording
from netdocs.core.scenario import Scenario
from netdocs.core.story import differences
from netdocs.core.transcript import Shown
from netdocs.effects import image, outer
from netdocs.effects.labs import ENGINE_TROUBLE, player_files
from netdocs.effects.sources import read_scenarios
from netdocs.effects.store import Store
from netdocs.wiring.perform import Task, perform
from netdocs.wiring.settings import Settings

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Book:
    """What the pages ask for, and what there is to show."""

    plan: Plan
    shown: Mapping[str, Shown] = field(default_factory=dict)
    """By scenario name, `bridge/default.sh`; on the default engine."""
    others: Mapping[str, Mapping[str, Recording]] = field(default_factory=dict)
    """What is recorded on other engines: by engine, then by scenario name."""
    engine: str = image.DEFAULT_ENGINE
    live: bool = True
    """Whether this machine's engine played: all but what only another kernel can play."""

    @property
    def recordings(self) -> dict[str, Mapping[str, Recording]]:
        """Everything there is, by engine (the default one first), then by scenario name."""
        return {self.engine: {name: shown.recording for name, shown in self.shown.items()}, **self.others}

    def on_engines(self, scenario: str) -> dict[str, Recording]:
        """The recordings of one scenario, by engine."""
        return {engine: known[scenario] for engine, known in self.recordings.items() if scenario in known}

    def text_of(self, scenario: str) -> str:
        """The digest of a scenario's text as it is now; empty for one that is no more."""
        return next((digest(one.text) for one in self.plan.scenarios if one.name == scenario), "")

    def session(self, session: str) -> tuple[Shown, ...]:
        """What there is of a session, the shell dialect first."""
        return tuple(self.shown[scenario.name] for scenario in self.plan.dialects(session))


def parse_all(sources: Mapping[str, str]) -> tuple[Scenario, ...]:
    """Every scenario; AuthorError with the problems of all of them."""
    parsed: list[Scenario] = []
    problems: list[Problem] = []
    for path, text in sources.items():
        try:
            parsed.append(parse(path, text))
        except AuthorError as error:
            problems += error.problems
    raise_for(problems)
    return tuple(parsed)


def chosen(scenarios: Iterable[Scenario], only: str) -> tuple[Scenario, ...]:
    """The scenarios of one page (`bridge`) or session (`bridge/default`), all if `only` is empty."""
    known = tuple(scenarios)
    found = tuple(one for one in known if not only or only in (one.session, one.session.partition("/")[0]))
    if only and not found:
        do = "name a folder of snippets/, or a scenario in it without its ending: ONLY=bridge/default"
        raise AuthorError(Problem("ONLY", "there is no such page or scenario", do, seen=repr(only)))
    return found


def make_plan(root: Path, pages: Mapping[str, str]) -> Plan:
    """The plan for these pages (text by path) and the scenarios on disk, everything checked."""
    found = plan(
        (fence for path, text in pages.items() for fence in fences(path, text)), parse_all(read_scenarios(root))
    )
    links = (link for path, text in pages.items() for link in claim_links(path, text))
    names = [scenario.name for scenario in found.scenarios]
    lost = (problem for path, text in pages.items() for problem in unknown_scenarios(path, text, names))
    raise_for([*unknown_claims(links, found.claims()), *lost])
    return found


def produce(found: Plan, settings: Settings, say: Say) -> Book:
    """The book for a plan: played where there is an engine and need, else from recordings."""
    client = None
    if settings.mode != "recorded":
        client = outer.connect(settings.root, os.environ, wanted=settings.mode == "live")
    if client:
        with closing(client):
            shown = _played(client, found.scenarios, settings, say)
    elif settings.mode == "live":
        raise outer.no_engine()
    else:
        shown = _recorded(found.scenarios, settings, say)
    raise_for(untrue_stories({name: one.recording for name, one in shown.items()}))
    return _with_differences(Book(found, shown, _others(found.scenarios, settings), settings.engine, bool(client)))


def untrue_stories(recordings: Mapping[str, Recording]) -> Iterator[Problem]:
    """A problem for every scenario whose two dialects leave different things behind."""
    for name, shell in recordings.items():
        python = recordings.get(f"{name.removesuffix('.sh')}.py")
        if name.endswith(".sh") and python:
            yield from differences(shell, python)


def _others(scenarios: Iterable[Scenario], settings: Settings) -> dict[str, dict[str, Recording]]:
    """The committed recordings of every engine but the one that is shown; what is not there is not shown."""
    store = Store(settings.recordings)
    names = [scenario.name for scenario in scenarios]
    engines = [engine for engine in image.ENGINES if engine != settings.engine]
    loaded = {engine: {name: store.load(engine, name) for name in names} for engine in engines}
    problems = [one for known in loaded.values() for one in known.values() if isinstance(one, Problem)]
    if problems:
        raise MachineError(*problems)
    return {
        engine: {n: one for n, one in known.items() if isinstance(one, Recording)} for engine, known in loaded.items()
    }


def _with_differences(book: Book) -> Book:
    shown = {name: replace(one, differing=differing_steps(book.on_engines(name))) for name, one in book.shown.items()}
    return replace(book, shown=shown)


def tasks(client: Any, scenarios: Iterable[Scenario], settings: Settings, say: Say) -> list[Task]:
    """A task for every scenario, the lab image made ready first."""
    lab_image = image.ensure(client, settings.root, settings.engine, say)
    player = player_digest(player_files(settings.root))
    return [Task(scenario, key(scenario, player, lab_image), settings.engine, lab_image) for scenario in scenarios]


def _played(client: Any, scenarios: Sequence[Scenario], settings: Settings, say: Say) -> dict[str, Shown]:
    """Everything from this machine's engine: earlier plays whose keys still match, the rest played now."""
    cache = Store(settings.plays)
    todo: list[Task] = []
    ready: dict[str, Recording] = {}
    for task in tasks(client, scenarios, settings, say):
        known = _fresh(cache, task.key, settings, task.scenario.name, say)
        if known and settings.mode == "auto":
            ready[task.scenario.name] = known
        else:
            todo.append(task)
    if todo:
        ready |= play_all(client, todo, settings, cache, say)
    shown = {name: Shown(recording, live=True, stale=False) for name, recording in ready.items()}
    return shown | stand_ins(scenarios, ready, settings, say)


def stand_ins(
    scenarios: Iterable[Scenario], played: Mapping[str, Recording], settings: Settings, say: Say
) -> dict[str, Shown]:
    """The committed recordings of what only another kernel can play."""
    store = Store(settings.recordings)
    shown: dict[str, Shown] = {}
    for scenario in scenarios:
        if not lacks_kernel(scenario, played[scenario.name]):
            continue
        known = store.load(settings.engine, scenario.name)
        if isinstance(known, Problem):
            raise MachineError(known)
        found = stand_in(scenario, played[scenario.name], known)
        if found and not has_all(scenario, found):
            say(f"{scenario.path}: not shown, for it says more now than when it was recorded. {_anew(scenario)}")
        elif found:
            stale = is_stale(scenario, found)
            say(f"{scenario.path}: shown as recorded, for this kernel cannot play it")
            if stale:
                say(f"{scenario.path}: has changed since it was recorded. {_anew(scenario)}")
            shown[scenario.name] = Shown(found, live=False, stale=stale)
    return shown


def _anew(scenario: Scenario) -> str:
    return f"Play it anew: {how_to_play(scenario.session)}"


def _fresh(cache: Store, wanted: Key, settings: Settings, name: str, say: Say) -> Recording | None:
    found = cache.load(settings.engine, name)
    if isinstance(found, Problem):
        say(f"{found.where}: damaged, so it is played again")
        return None
    return found if found and found.key == wanted else None


def play_all(client: Any, todo: Sequence[Task], settings: Settings, cache: Store, say: Say) -> dict[str, Recording]:
    """Play the tasks and keep what went well; every problem of every task in one error.

    What failed is played once more: a problem that is gone then is a flake, which is told and stops nobody.
    """
    done, failed = _attempt(client, todo, settings, cache, say)
    if failed:
        again = [task for task in todo if task.scenario.name in failed]
        say(f"{len(again)} failed; playing {'it' if len(again) == 1 else 'them'} once more")
        try:
            mended, still = _attempt(client, again, settings, cache, say)
        except ENGINE_TROUBLE:
            mended, still = {}, failed
        for name in mended:
            told = "\n".join(problem.message() for problem in failed[name])
            say(f"{name} failed once and then did not: a flake. The first time:\n{told}")
        if still:
            raise NetdocsError(*sorted(chain(*still.values()), key=lambda problem: problem.where))
        done |= mended
    return done


def _attempt(
    client: Any, todo: Sequence[Task], settings: Settings, cache: Store, say: Say
) -> tuple[dict[str, Recording], dict[str, tuple[Problem, ...]]]:
    """The recordings of the tasks that went well, which are kept in the cache, and the problems of the others."""
    done: dict[str, Recording] = {}
    failed: dict[str, tuple[Problem, ...]] = {}
    for task, outcome in perform(client, todo, settings, say):
        if outcome.recording and not outcome.problems:
            cache.save(outcome.recording)
            done[task.scenario.name] = outcome.recording
        else:
            failed[task.scenario.name] = outcome.problems
    return done, failed


def _recorded(scenarios: Iterable[Scenario], settings: Settings, say: Say) -> dict[str, Shown]:
    """Everything from committed recordings, those of changed scenarios marked stale."""
    say("no engine is used: every output on these pages is a recording")
    store = Store(settings.recordings)
    shown: dict[str, Shown] = {}
    problems: list[Problem] = []
    for scenario in scenarios:
        found = store.load(settings.engine, scenario.name)
        if isinstance(found, Recording):
            shown[scenario.name] = Shown(found, live=False, stale=is_stale(scenario, found))
        problems += [found] if isinstance(found, Problem) else _missing(scenario, found, settings)
    if problems:
        raise MachineError(*problems)
    return shown


def _missing(scenario: Scenario, found: Recording | None, settings: Settings) -> list[Problem]:
    do = "play it where an engine is: `make record`"
    if found is None:
        return [
            Problem(
                scenario.path, f"there is no recording of it on engine {settings.engine}, and no engine to play it", do
            )
        ]
    if found.not_run:
        return []
    checked = {claim.id for claim in found.claims}
    unchecked = [
        Problem(
            f"{scenario.path}:{claim.line}",
            f"the recording has no check of claim {claim.id!r}, and there is no engine",
            do,
        )
        for claim in scenario.claims
        if claim.id not in checked
    ]
    lost = [step for step in scenario.steps if found.step(step.name) is None]
    unseen = [
        Problem(
            f"{scenario.path}:{step.first}",
            f"the recording has no [{asked}] of step {step.name!r}, and there is no engine to look at",
            do,
        )
        for step in scenario.steps
        if (record := found.step(step.name))
        for asked in step.looks
        if record.look(asked) is None
    ]
    return [*unchecked, *unseen] + [
        Problem(
            f"{scenario.path}:{s.first}", f"the recording has no step {s.name!r}, and there is no engine to play it", do
        )
        for s in lost
    ]
