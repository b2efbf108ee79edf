"""Dates, ages and durations as readers see them. Pure."""

from __future__ import annotations

from datetime import datetime

from netdocs.i18n.strings import ContentStrings

SHORTEST = 0.01
"""Seconds below which a duration says nothing but that it was short: clocks in containers are no finer."""


def date(strings: ContentStrings, timestamp: str) -> str:
    """The day of a UTC time stamp, as the language writes it."""
    moment = datetime.fromisoformat(timestamp)
    return strings.date.format(day=moment.day, month=strings.months[moment.month - 1], year=moment.year)


def age(strings: ContentStrings, timestamp: str, now: datetime) -> str:
    """How long ago that was, in whole days; "less than a day" for a time stamp in the future (a clock is wrong)."""
    days = max((now - datetime.fromisoformat(timestamp)).days, 0)
    return strings.age_today if not days else strings.age_day if days == 1 else strings.age_days.format(days=days)


def seconds(strings: ContentStrings, duration: float) -> str:
    """A duration with as many digits as mean something: `<0.01 s`, `0.12 s`, `3.4 s`."""
    if duration < SHORTEST:
        return strings.seconds_fewer.format(number=SHORTEST)
    return strings.seconds.format(number=f"{duration:.2f}" if duration < 1 else f"{duration:.1f}")
