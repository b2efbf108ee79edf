"""Shares of a recording: cut so that each takes about as long, and checked before they are merged. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from netdocs.errors import AuthorError, Diagnostic
from netdocs.recording.model import Recording
from netdocs.scenario.model import Scenario

Kernel = Literal["host", "emulated"]
"""The machine's own, or an emulated computer's for what that cannot play."""
UNKNOWN_SECONDS = 10.0
"""What a scenario is taken to need where nothing has been recorded yet."""
_HINT = "play it with `make record SHARD={share}` on this commit, and merge again"


@dataclass(frozen=True, slots=True)
class Share:
    """One of `count` parts of all scenarios, counted from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"


ONLY_SHARE = Share(1, 1)
"""Everything."""


class EngineRun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one engine was given to play, and what went wrong; the rest was recorded."""

    scenarios: tuple[str, ...]
    failures: dict[str, tuple[Diagnostic, ...]]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a share was cut from, and what came of it."""

    number: int
    count: int
    only: str
    kernel: Kernel
    player: str
    """SHA-256 over the code that played."""
    sources: dict[str, str]
    """SHA-256 of the text of each scenario of the share."""
    engines: dict[str, EngineRun]

    @property
    def share(self) -> Share:
        """Which of how many it is."""
        return Share(self.number, self.count)


def parse_share(text: str) -> Share:
    """The share that `2/5` means."""
    match = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", text)
    if match is None or int(match[1]) > int(match[2]):
        hint = "write which of how many: SHARD=2/5 is the second of five"
        raise AuthorError(Diagnostic("SHARD", "there is no such share", hint, "1/1 to 9999/9999", repr(text)))
    return Share(int(match[1]), int(match[2]))


def scenarios_of_share(
    scenarios: Sequence[Scenario], recordings: Iterable[Recording], share: Share
) -> tuple[Scenario, ...]:
    """The scenarios of one share, in their order: the dialects of one session stay together, for they are compared.

    Each recording adds its seconds to its session; what was never recorded is taken to be average.
    """
    seconds = _seconds(recordings)
    usual = sum(seconds.values()) / len(seconds) if seconds else UNKNOWN_SECONDS
    sessions = {scenario.session: seconds.get(scenario.session, usual) for scenario in scenarios}
    share_sessions = set(balance(sessions, share.count)[share.number - 1])
    return tuple(scenario for scenario in scenarios if scenario.session in share_sessions)


def _seconds(recordings: Iterable[Recording]) -> dict[str, float]:
    """How long the dialects of each session took; an emulated computer's time says nothing about this machine's."""
    seconds: dict[str, float] = {}
    for recording in (recording for recording in recordings if not recording.emulated):
        session = recording.scenario.rpartition(".")[0]
        seconds[session] = seconds.get(session, 0.0) + recording.seconds
    return seconds


def balance(seconds: Mapping[str, float], count: int) -> tuple[tuple[str, ...], ...]:
    """The names in `count` parts: the longest first, each to the part that has least to do so far."""
    parts: list[list[str]] = [[] for _ in range(count)]
    loads = [0.0] * count
    for name in sorted(seconds, key=lambda name: (-seconds[name], name)):
        number = loads.index(min(loads))
        parts[number].append(name)
        loads[number] += seconds[name]
    return tuple(tuple(part) for part in parts)


def merge_problems(
    manifests: Mapping[str, Manifest], sources: Mapping[str, str], player: str
) -> tuple[Diagnostic, ...]:
    """Why these shares (by where they are) are not all of one recording of this project; empty if they are.

    `sources` are the digests of the scenarios that were to be played, `player` that of the code that plays here.
    """
    disagreeing = tuple(_disagreements(manifests))
    if disagreeing:
        return disagreeing
    return (*_missing_shares(manifests.values()), *_repeated_shares(manifests), *_changed(manifests, sources, player))


def _disagreements(manifests: Mapping[str, Manifest]) -> Iterator[Diagnostic]:
    """Shares that belong to different recordings: nothing else can be said of them."""
    reference, first = next(iter(manifests.items()))
    for location, manifest in manifests.items():
        if _request(manifest) != _request(first):
            message = f"this share and {reference} are not of one recording"
            hint = "play all shares with the same ENGINE=, ONLY=, KERNEL= and number of shares"
            yield Diagnostic(location, message, hint, _request(first), _request(manifest))


def _request(manifest: Manifest) -> str:
    engines = " ".join(manifest.engines)
    return f"{manifest.count} shares, ENGINE={engines}, ONLY={manifest.only}, KERNEL={manifest.kernel}"


def _missing_shares(manifests: Iterable[Manifest]) -> Iterator[Diagnostic]:
    shares = {manifest.share for manifest in manifests}
    count = next(iter(shares)).count
    for share in (Share(number, count) for number in range(1, count + 1)):
        if share not in shares:
            yield Diagnostic("MERGE", f"share {share} is missing", _HINT.format(share=share))


def _repeated_shares(manifests: Mapping[str, Manifest]) -> Iterator[Diagnostic]:
    times = Counter(manifest.share for manifest in manifests.values())
    for share in (share for share, number in times.items() if number > 1):
        places = [location for location, manifest in manifests.items() if manifest.share == share]
        yield Diagnostic(places[-1], f"share {share} is there twice", "name one of them", actual=", ".join(places))


def _changed(manifests: Mapping[str, Manifest], sources: Mapping[str, str], player: str) -> Iterator[Diagnostic]:
    """What was played with other code, or from another text, or is in no share or two."""
    for location, manifest in manifests.items():
        if manifest.player != player:
            yield Diagnostic(
                location, "this share was played by other code than is here", _HINT.format(share=manifest.share)
            )
        for name, digest in manifest.sources.items():
            if sources.get(name) != digest:
                message = f"this share has played another {name} than is here"
                yield Diagnostic(location, message, _HINT.format(share=manifest.share))
        yield from _unplayed(location, manifest)
    times = Counter(name for manifest in manifests.values() for name in manifest.sources)
    complete = len({manifest.share for manifest in manifests.values()}) == next(iter(manifests.values())).count
    for name in sources:
        if times[name] > 1 or (complete and not times[name]):
            message = f"it is in {times[name]} shares: they were cut from different recordings"
            yield Diagnostic(f"snippets/{name}", message, "play all shares on one commit", expected="1 share")


def _unplayed(location: str, manifest: Manifest) -> Iterator[Diagnostic]:
    """What a share has but did not play; an emulated computer plays only what the machine itself cannot."""
    if manifest.kernel == "host":
        for engine, run in manifest.engines.items():
            if missing := sorted(set(manifest.sources) - set(run.scenarios)):
                message, hint = f"this share has not played all on engine {engine}", _HINT.format(share=manifest.share)
                yield Diagnostic(location, message, hint, actual=f"missing: {', '.join(missing)}")
