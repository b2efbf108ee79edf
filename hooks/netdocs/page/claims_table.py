"""How every claim went on every engine: the rows of the proof page, and tooltips for the sentences. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from netdocs.i18n.formatting import date
from netdocs.i18n.strings import ContentStrings
from netdocs.recording.model import Recording
from netdocs.scenario.model import Claim, Scenario, shell_first

Verdict = Literal["passed", "failed", "not applicable", "not run", "not recorded"]
VERDICTS: tuple[Verdict, ...] = ("passed", "failed", "not applicable", "not run", "not recorded")
SYMBOLS: Mapping[Verdict, str] = {
    "passed": "✓",
    "failed": "✗",
    "not applicable": "-",
    "not run": "○",
    "not recorded": "?",
}
"""Told apart without colour. For pages `blocks.css` has them: as elements they would be 3,700 on the proof page."""
_WORST_FIRST: tuple[Verdict, ...] = ("failed", "not recorded", "not run", "passed", "not applicable")
"""Of two dialects that prove a claim, one that fails outweighs one that passes."""

FILTER_THRESHOLD = 8
"""Tables of no more rows need no filter: all of them fit on a screen."""

Recordings = Mapping[str, Mapping[str, Recording]]
"""By engine, then by scenario name."""
Check = tuple[Scenario, str, Claim]
"""A place where a claim is checked: scenario, step, and the claim as it stands there."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How a claim went on one engine."""

    verdict: Verdict
    reason: str = ""
    """For "not run"."""
    recorded_at: str = ""
    """When, in UTC; empty where nothing was run."""
    emulated: bool = False
    """Whether the kernel was that of an emulated computer."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, what became of it, and where to read on."""

    claim: Claim
    session: str
    step: str
    checks: tuple[tuple[str, int], ...]
    """Scenario name and line of every check of the claim."""
    results: Mapping[str, CheckResult]
    """By engine."""
    pages: tuple[str, ...] = ()
    """Pages (paths below the project's root) that say the sentence."""
    untranslated: bool = False
    """Whether the sentence is in English on a site that is not."""

    @property
    def proven(self) -> bool:
        """Whether the check has passed on any engine."""
        return any(result.verdict == "passed" for result in self.results.values())


def claim_rows(
    scenarios: Iterable[Scenario], recordings: Recordings, pages: Mapping[str, Iterable[str]]
) -> tuple[ClaimRow, ...]:
    """A row for every claim, by session and place in the file; `pages` are by claim id."""
    checks: dict[str, list[Check]] = {}
    for scenario in sorted(shell_first(scenarios), key=lambda scenario: scenario.session):
        for step in scenario.steps:
            for claim in step.claims:
                checks.setdefault(claim.id, []).append((scenario, step.name, claim))
    return tuple(_row(places, recordings, tuple(pages.get(name, ()))) for name, places in checks.items())


def _row(checks: Sequence[Check], recordings: Recordings, pages: tuple[str, ...]) -> ClaimRow:
    scenario, step, claim = checks[0]
    lines = tuple((scenario.name, place.line) for scenario, _, place in checks)
    results = {engine: _result(engine, checks, by_name) for engine, by_name in recordings.items()}
    return ClaimRow(claim, scenario.session, step, lines, results, pages)


def _result(engine: str, checks: Sequence[Check], recordings: Mapping[str, Recording]) -> CheckResult:
    results = [_verdict(engine, claim, recordings.get(scenario.name)) for scenario, _, claim in checks]
    return min(results, key=lambda result: _WORST_FIRST.index(result.verdict))


def _verdict(engine: str, claim: Claim, recording: Recording | None) -> CheckResult:
    if recording is None:
        return CheckResult("not recorded" if claim.applies(engine) else "not applicable")
    if recording.skipped_reason:
        return CheckResult("not run", recording.skipped_reason)
    status = next((record.status for record in recording.claims if record.id == claim.id), None)
    if status is None:
        return CheckResult("not recorded")
    return CheckResult(status, recorded_at=recording.recorded_at, emulated=recording.emulated)


def filter_rows(rows: Iterable[ClaimRow], show: str, session: str = "") -> list[ClaimRow]:
    """The rows a fence shows: all (`proof`), those `limited` to some engines, or those of one `session`."""
    return [
        row
        for row in rows
        if show == "proof" or (show == "limited" and row.claim.limit) or (show == "session" and row.session == session)
    ]


def tooltip(row: ClaimRow, strings: ContentStrings) -> str:
    """What was checked, on which engines and when, as plain text; once proven, without the engines not yet recorded."""
    phrase = strings.proven if row.proven else strings.unproven
    checked = phrase.format(sentence=row.claim.sentence.replace("`", ""))
    results = {
        engine: result
        for engine, result in row.results.items()
        if not (row.proven and result.verdict == "not recorded")
    }
    return f"{checked} {' · '.join(_short(engine, result, strings) for engine, result in results.items())}"


def _short(engine: str, result: CheckResult, strings: ContentStrings) -> str:
    verdict = strings.verdicts[result.verdict]
    if result.verdict != "passed":
        return strings.engine_verdict.format(engine=engine, verdict=verdict)
    return strings.engine_verdict_dated.format(engine=engine, verdict=verdict, date=date(strings, result.recorded_at))


def count(rows: Sequence[ClaimRow], strings: ContentStrings) -> str:
    """How many claims and checks there are, and how they went, as a sentence."""
    verdicts = Counter(result.verdict for row in rows for result in row.results.values())
    listed = strings.verdict_separator.join(
        strings.verdict_count.format(count=verdicts[verdict], verdict=strings.verdicts[verdict])
        for verdict in present(rows)
    )
    return strings.claims_count.format(claims=len(rows), checks=sum(verdicts.values()), verdicts=listed)


def present(rows: Iterable[ClaimRow]) -> list[Verdict]:
    """The verdicts that any of the rows has, in their order."""
    verdicts = {result.verdict for row in rows for result in row.results.values()}
    return [verdict for verdict in VERDICTS if verdict in verdicts]


def sentence_parts(sentence: str) -> list[tuple[str, bool]]:
    """The parts of a claim's sentence and whether each is code; a lone backtick is just a backtick."""
    segments = sentence.split("`")
    return [(segment, bool(n % 2)) for n, segment in enumerate(segments)] if len(segments) % 2 else [(sentence, False)]
