"""A share on disk: what it was cut from, what failed, and the recordings of the rest. Effects."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from netdocs.errors import AuthorError, Diagnostic, MachineError
from netdocs.recording.model import Recording
from netdocs.recording.sharding import EngineRun, Manifest, Share
from netdocs.recording.store import Store
from netdocs.run import RunResult

NAME = "share.json"
"""The file that says what a share is; it is written last, so a share that has it is whole."""


def folder_of(root: Path, share: Share) -> Path:
    """Where a share is put."""
    return root / "shares" / f"{share.number}-of-{share.count}"


def save_share(folder: Path, manifest: Manifest, recordings: Iterable[Recording]) -> None:
    """Put a share in the place of whatever is there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    store = Store(folder)
    for recording in recordings:
        store.save(recording)
    (folder / NAME).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")


def load_manifests(folders: Iterable[Path]) -> dict[Path, Manifest]:
    """What each share in these folders, or in folders of theirs, says of itself."""
    manifests: dict[Path, Manifest] = {}
    for folder in folders:
        paths = sorted(folder.rglob(NAME))
        if not paths:
            hint = "name folders that `make record SHARD=1/5` has made, or one that holds them all: MERGE=shares"
            raise AuthorError(Diagnostic(str(folder), "there is no share in this folder", hint, expected=NAME))
        manifests |= {path.parent: _load(path) for path in paths}
    if not manifests:
        raise AuthorError(Diagnostic("MERGE", "no share is named", "name the folder that holds them: MERGE=shares"))
    return manifests


def _load(path: Path) -> Manifest:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, ValueError, RecursionError) as error:
        hint = "play the share again: `make record SHARD=`"
        raise MachineError(Diagnostic(str(path), "this share cannot be read", hint, actual=str(error))) from error


def load_results(manifests: Mapping[Path, Manifest], engine: str) -> RunResult:
    """What all shares together have of one engine; MachineError with all recordings that are missing or damaged."""
    recordings: dict[str, Recording] = {}
    failures: dict[str, tuple[Diagnostic, ...]] = {}
    problems: list[Diagnostic] = []
    for folder, manifest in manifests.items():
        run = manifest.engines[engine]
        failures |= run.failures
        for name in (name for name in run.scenarios if name not in run.failures):
            match _recording(folder, engine, name):
                case Recording() as recording:
                    recordings[name] = recording
                case problem:
                    problems.append(problem)
    if problems:
        raise MachineError(*problems)
    return RunResult(recordings, failures)


def _recording(folder: Path, engine: str, name: str) -> Recording | Diagnostic:
    missing = Diagnostic(f"{folder}/{engine}/{name}.json", "this recording is missing", "copy the whole share")
    return Store(folder).load(engine, name) or missing


def engine_run(result: RunResult) -> EngineRun:
    """What a share says of one engine."""
    return EngineRun(tuple(sorted({*result.recordings, *result.failures})), dict(result.failures))
