"""Differences between recordings as Markdown, for the summary of a pull request and for issues. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from netdocs.recording.compare import Finding, diff, equivalent
from netdocs.recording.model import Recording
from netdocs.terminal import escape_invisible

_ABSENT = "not there"


@dataclass(frozen=True, slots=True)
class Change:
    """One recording before and after; at least one of the two is there."""

    engine: str
    scenario: str
    before: Recording | None
    after: Recording | None

    @property
    def text(self) -> str:
        """What a person would compare."""
        if self.before is None:
            return "+ recorded for the first time"
        return diff(self.before, self.after) if self.after else "- no longer recorded"

    @property
    def matters(self) -> bool:
        """Whether anything but volatile words differs."""
        return self.before is None or self.after is None or not equivalent(self.before, self.after)


def changes_report(changes: Iterable[Change], limit: int) -> str:
    """Claims that went another way, then each recording that changed, in no more than about `limit` characters."""
    mattering = [change for change in changes if change.matters]
    if not mattering:
        return "## Recordings\n\nNone has changed.\n"
    parts = (
        f"### {change.scenario} on engine {change.engine}\n\n{fenced(change.text, 'diff')}" for change in mattering
    )
    claims = [line for change in mattering for line in _claims(change)]
    summary = "\n".join(["**Claims that went another way**", "", *claims]) if claims else "No claim went another way."
    return _limited([f"## Recordings: {len(mattering)} changed\n\n{summary}\n", *parts], limit)


def _claims(change: Change) -> Iterator[str]:
    before, after = (
        {claim.id: claim.status for claim in recording.claims} if recording else {}
        for recording in (change.before, change.after)
    )
    for claim in sorted({*before, *after}):
        old, new = before.get(claim, _ABSENT), after.get(claim, _ABSENT)
        if old != new and (old, new) != (_ABSENT, "passed"):  # a new claim that is true went no other way
            yield f"- `{claim}` of {change.scenario} on engine {change.engine}: {old} → {new}"


def drift_report(engines: Sequence[str], findings: Iterable[Finding], limit: int) -> str:
    """What no longer is as recorded, and what only sometimes is."""
    parts = [
        f"### {finding.kind}: {finding.scenario} on engine {finding.engine}\n\n{fenced(finding.diff, 'diff')}"
        for finding in findings
    ]
    count = f"{len(parts)} found" if parts else "none"
    return _limited([f"## Drift on engine {', '.join(engines)}: {count}\n", *parts], limit)


def failure_report(engines: Sequence[str], problems: str, limit: int) -> str:
    """Claims that are false and scenarios that stopped."""
    heading = f"## Engine {', '.join(engines)}: claims that are false, or scenarios that stopped\n"
    return _limited([heading, fenced(problems, "text")], limit)


def fenced(text: str, language: str) -> str:
    """A block of code that ends where the text does, whatever it holds; what nobody sees is spelt out."""
    text = escape_invisible(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}\n"


def _limited(parts: Sequence[str], limit: int) -> str:
    """The parts that fit, and how many did not: half a block would swallow what follows it."""
    fitting: list[str] = []
    room = limit
    for part in parts:
        room -= len(part)
        if room < 0:
            break
        fitting.append(part)
    omitted = len(parts) - len(fitting)
    return "\n".join([*fitting, *([f"… and {omitted} more, for which there is no room here.\n"] if omitted else [])])
