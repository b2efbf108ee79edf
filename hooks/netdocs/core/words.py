"""Every word the tooling puts on a page, by language. Nothing else in this package speaks to readers."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language; braces are filled in by `str.format`."""

    cli: str
    python: str
    output: str
    printed: str
    recorded: str
    stale: str
    not_run: str
    today: str
    day: str
    days: str
    months: tuple[str, ...]
    date: str
    scenario_title: str
    scenario_intro: str
    claims: str
    claim: str
    engine: str
    where: str
    page: str
    its_output: str
    count: str
    proven: str
    by_engine: str
    by_engine_intro: str
    differs: str
    recordings_only: str
    verdicts: dict[str, str]


ENGLISH = Words(
    cli="CLI",
    python="Python",
    output="Output",
    printed="Printed by Docker Engine {version} on {date}, in {seconds}",
    recorded="A recording, {age} old: printed by Docker Engine {version} on {date}, in {seconds}",
    stale="The scenario has changed since then.",
    not_run="Not run here: {reason}.",
    today="less than a day",
    day="one day",
    days="{days} days",
    months=tuple(month_name[1:]),
    date="{day} {month} {year}",
    scenario_title="Scenario {name}",
    scenario_intro="The whole file, as it was played. It needs nothing of this site: run it against your own engine.",
    claims="What it proves",
    claim="Claim",
    engine="Engine",
    where="Where",
    page="page",
    its_output="output",
    count="{claims} claims, {checks} checks: {verdicts}.",
    proven="Checked: {sentence}",
    by_engine="Where engines differ",
    by_engine_intro="The same steps on every engine this site knows. Lines that differ from the first tab are marked.",
    differs="Other engines print something else.",
    recordings_only="No Docker Engine was at hand when these pages were built: every output is a recording, "
    "made between {first} and {last}.",
    verdicts={
        "passed": "passed",
        "failed": "failed",
        "not applicable": "not applicable",
        "not run": "not run here",
        "not recorded": "not recorded",
    },
)

LANGUAGES = {"en": ENGLISH}


def words(language: str) -> Words:
    """The words of a language, English where it has none yet."""
    return LANGUAGES.get(language, ENGLISH)


def date(words: Words, played: str) -> str:
    """The day of a UTC time stamp, as the language writes it."""
    when = datetime.fromisoformat(played)
    return words.date.format(day=when.day, month=words.months[when.month - 1], year=when.year)


def age(words: Words, played: str, now: datetime) -> str:
    """How long ago that was, in whole days."""
    days = max((now - datetime.fromisoformat(played)).days, 0)
    return words.today if not days else words.day if days == 1 else words.days.format(days=days)


_LEAST = 0.01


def seconds(value: float) -> str:
    """A duration with as many digits as mean something: `<0.01 s`, `0.12 s`, `3.4 s`."""
    if value < _LEAST:
        return f"<{_LEAST} s"
    return f"{value:.2f} s" if value < 1 else f"{value:.1f} s"
