"""`make record`: play everything, and rewrite the committed recordings that really changed. Wiring.

With an emulated kernel only what the host's cannot play; without one, recordings of that are kept.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import docker

from netdocs.build import parse_all, state_mismatches
from netdocs.commands.emulation import select_for_emulation
from netdocs.commands.shares import engine_run, folder_of, save_share
from netdocs.errors import Diagnostic, NetdocsError
from netdocs.lab import outer_engine
from netdocs.lab.heartbeat import while_answering
from netdocs.lab.payload import lab_payload
from netdocs.lab.settings import Settings, live
from netdocs.recording.compare import equivalent
from netdocs.recording.fallback import fallback_recording, is_stale, rerun_command
from netdocs.recording.fingerprint import digest, player_digest
from netdocs.recording.model import Recording
from netdocs.recording.sharding import Kernel, Manifest, Share, scenarios_of_share
from netdocs.recording.store import Store
from netdocs.run import RunResult, make_tasks, run_with_retry, select
from netdocs.scenario.model import Scenario
from netdocs.sources import read_scenarios

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be recorded: the scenarios of `only`, or all, on each of these engines."""

    engines: Sequence[str]
    only: str = ""
    kernel: Kernel = "host"
    """Emulated: those of them that this machine's own kernel cannot play."""


def record(root: Path, request: Request, share: Share | None = None) -> None:
    """Play the scenarios; those of a share are put aside to be merged.

    What goes well is written whatever becomes of the rest; NetdocsError at the end with the problems of all engines.
    """
    scenarios = select(parse_all(read_scenarios(root)), request.only)
    Store(root / "recordings").remove_leftovers()
    with while_answering(outer_engine.require_engine(root, os.environ)) as client:

        def play(engine: str, selected: Sequence[Scenario]) -> RunResult:
            return _play(client, selected, live(root, engine, os.environ), request.kernel)

        if share:
            problems = _record_share(root, scenarios, request, share, play)
        else:
            results = ((engine, play(engine, scenarios)) for engine in request.engines)
            problems = save_results(root, scenarios, request, results)
    if problems:
        raise NetdocsError(*problems)


def _play(client: docker.DockerClient, scenarios: Sequence[Scenario], settings: Settings, kernel: Kernel) -> RunResult:
    todo = make_tasks(client, scenarios, settings)
    if kernel == "emulated":
        todo = select_for_emulation(client, todo, settings)
    return run_with_retry(client, todo, settings, Store(settings.plays)) if todo else RunResult({}, {})


def _record_share(
    root: Path,
    scenarios: Sequence[Scenario],
    request: Request,
    share: Share,
    play: Callable[[str, Sequence[Scenario]], RunResult],
) -> list[Diagnostic]:
    """Play a share, and put it where `make record MERGE=` finds it; the problems met."""
    store, names = Store(root / "recordings"), [scenario.name for scenario in scenarios]
    committed = (loaded for engine in request.engines for loaded in store.load_all(engine, names).values())
    share_scenarios = scenarios_of_share(scenarios, committed, share)
    results = {engine: play(engine, share_scenarios) for engine in request.engines}
    manifest = Manifest(
        number=share.number,
        count=share.count,
        only=request.only,
        kernel=request.kernel,
        player=player_digest(lab_payload(root)),
        sources={scenario.name: digest(scenario.text) for scenario in share_scenarios},
        engines={engine: engine_run(result) for engine, result in results.items()},
    )
    recordings = (recording for result in results.values() for recording in result.recordings.values())
    save_share(folder_of(root, share), manifest, recordings)
    log.info(f"share {share} is in {folder_of(root, share).relative_to(root)}/")
    return [problem for result in results.values() for problem in result.problems]


def save_results(
    root: Path, scenarios: Sequence[Scenario], request: Request, results: Iterable[tuple[str, RunResult]]
) -> list[Diagnostic]:
    """Write what went well, engine by engine as results come, and remove what is no more; the problems of the rest."""
    store, problems = Store(root / "recordings"), list[Diagnostic]()
    for engine, result in results:
        problems += _save_engine(store, engine, scenarios, result)
        if not request.only and request.kernel == "host":
            _prune(store, engine, {scenario.name for scenario in scenarios})
    return problems


def _save_engine(store: Store, engine: str, scenarios: Sequence[Scenario], result: RunResult) -> list[Diagnostic]:
    """Write what went well on one engine; the problems of the rest."""
    mismatches = {problem.location: problem for problem in state_mismatches(result.recordings)}
    # Two dialects that disagree are both doubtful: neither replaces what is committed.
    doubtful = {path.removeprefix("snippets/").rpartition(".")[0] for path in mismatches}
    good = {name: r for name, r in result.recordings.items() if name.rpartition(".")[0] not in doubtful}
    save_changed(store, scenarios, good)
    if failed := sorted({*result.recordings, *result.failures} - set(good)):
        log.info(f"engine {engine}: {len(failed)} failed, their recordings stay: {', '.join(failed)}")
    return [*result.problems, *mismatches.values()]


def save_changed(store: Store, scenarios: Iterable[Scenario], played: Mapping[str, Recording]) -> None:
    """Commit what was played, but let nothing that was not run here take the place of something that was elsewhere."""
    for scenario in scenarios:
        recording = played.get(scenario.name)
        if recording is None:
            continue
        committed = store.load(recording.engine, scenario.name)
        fallback = fallback_recording(scenario, recording, committed if isinstance(committed, Recording) else None)
        if fallback:
            log.info(_fallback_message(scenario, fallback))
        elif differs(store, recording):
            store.save(recording)
            log.info(f"recordings/{recording.engine}/{scenario.name}.json: written")


def _fallback_message(scenario: Scenario, recording: Recording) -> str:
    message = f"recordings/{recording.engine}/{scenario.name}.json: kept, for this kernel cannot play it"
    stale = f", but STALE: the scenario has changed since. Play it anew: {rerun_command(scenario.session)}"
    return message + (stale if is_stale(scenario, recording) else "")


def _prune(store: Store, engine: str, scenarios: Container[str]) -> None:
    for name in [name for name in store.names(engine) if name not in scenarios]:
        store.remove(engine, name)
        log.info(f"recordings/{engine}/{name}.json: removed, its scenario is gone")


def differs(store: Store, recording: Recording) -> bool:
    """Whether the recording says something the committed one does not; a damaged one says nothing."""
    committed = store.load(recording.engine, recording.scenario)
    return not (isinstance(committed, Recording) and equivalent(committed, recording))
