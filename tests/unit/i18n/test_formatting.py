"""Words: dates, ages and durations as readers see them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from factories import ENGLISH
from netdocs.i18n.catalogue import content_strings
from netdocs.i18n.formatting import age, date, seconds


@pytest.mark.parametrize(
    ("played", "text"),
    [("2026-11-23T22:41:05Z", "23 November 2026"), ("2026-01-01T00:00:00+00:00", "1 January 2026")],
)
def test_a_date_is_written_out(played: str, text: str) -> None:
    """Day, month by name, year: nobody can take one for another."""
    assert text == date(ENGLISH, played)


@pytest.mark.parametrize(
    ("passed", "text"),
    [
        (timedelta(hours=-5), "less than a day"),
        (timedelta(0), "less than a day"),
        (timedelta(hours=23, minutes=59), "less than a day"),
        (timedelta(days=1), "one day"),
        (timedelta(days=1, hours=23), "one day"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=400), "400 days"),
    ],
)
def test_an_age_is_in_whole_days(passed: timedelta, text: str) -> None:
    """A recording from the future, by a clock that is wrong, is just new."""
    played = datetime(2026, 11, 23, 22, 41, 5, tzinfo=UTC)

    assert text == age(ENGLISH, "2026-11-23T22:41:05Z", played + passed)


@pytest.mark.parametrize(
    ("value", "english", "japanese"),
    [
        (0, "<0.01 s", "0.01秒未満"),
        (0.009, "<0.01 s", "0.01秒未満"),
        (0.01, "0.01 s", "0.01秒"),
        (0.126, "0.13 s", "0.13秒"),
        (1, "1.0 s", "1.0秒"),
        (3.44, "3.4 s", "3.4秒"),
        (125, "125.0 s", "125.0秒"),
    ],
)
def test_a_duration_has_the_digits_that_mean_something(value: float, english: str, japanese: str) -> None:
    """Hundredths below a second, tenths above."""
    assert [seconds(content_strings(language), value) for language in ("en", "ja")] == [english, japanese]
