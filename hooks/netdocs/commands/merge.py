"""`make record MERGE=`: of all shares, what one machine would have recorded. Wiring."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netdocs.build import parse_all
from netdocs.commands.record import Request, save_results
from netdocs.commands.shares import load_manifests, load_results
from netdocs.errors import AuthorError, Diagnostic, NetdocsError
from netdocs.lab.engines import load_engines
from netdocs.lab.payload import lab_payload
from netdocs.recording.fingerprint import digest, player_digest
from netdocs.recording.sharding import merge_problems
from netdocs.run import select
from netdocs.sources import read_scenarios


def merge(root: Path, folders: Sequence[Path]) -> None:
    """Keep what all shares together have as if it had been played here.

    NetdocsError if they are not whole, and then nothing is changed; or with the problems that plays met.
    """
    manifests = load_manifests(folders)
    first = next(iter(manifests.values()))
    engines = load_engines(root)
    if unknown := set(first.engines) - set(engines):
        problem = Diagnostic(
            "MERGE", "there is no such engine", "play the shares on this commit", ", ".join(engines), ", ".join(unknown)
        )
        raise AuthorError(problem)
    request = Request(tuple(first.engines), first.only, first.kernel)
    scenarios = select(parse_all(read_scenarios(root)), request.only)
    sources = {scenario.name: digest(scenario.text) for scenario in scenarios}
    named = {str(folder): manifest for folder, manifest in manifests.items()}
    if wrong := merge_problems(named, sources, player_digest(lab_payload(root))):
        raise AuthorError(*wrong)
    results = [(engine, load_results(manifests, engine)) for engine in first.engines]
    if problems := save_results(root, scenarios, request, results):
        raise NetdocsError(*problems)
