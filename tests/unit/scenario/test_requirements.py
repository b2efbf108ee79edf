"""Needs: what a scenario or a claim asks of engine and kernel."""

from __future__ import annotations

import pytest

from netdocs.scenario.requirements import (
    KERNEL_FEATURES,
    EngineConstraint,
    KernelFeature,
    Requirement,
    parse_requirement,
)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("engine >= 28", EngineConstraint(">=", (28,))),
        ("engine>=28.5", EngineConstraint(">=", (28, 5))),
        ("  engine == 20.10  ", EngineConstraint("==", (20, 10))),
        ("engine < 28", EngineConstraint("<", (28,))),
        ("engine > 28", EngineConstraint(">", (28,))),
        ("engine <= 28", EngineConstraint("<=", (28,))),
        ("kernel ip_vs", KernelFeature("ip_vs")),
    ],
)
def test_a_need_is_read(text: str, meaning: Requirement) -> None:
    """Engines are compared with a version, kernel features named."""
    assert meaning == parse_requirement(text)


@pytest.mark.parametrize(
    "text",
    ["", "engine", "engine 28", "engine => 28", "engine >= x", "kernel", "kernel warp", "root", "engine >= 28 or so"],
)
def test_an_unknown_need_is_none(text: str) -> None:
    """What cannot be understood is not guessed at."""
    assert parse_requirement(text) is None


@pytest.mark.parametrize("text", ["engine >= 28.5", "engine < 20.10", *(f"kernel {name}" for name in KERNEL_FEATURES)])
def test_a_need_is_written_as_it_is_read(text: str) -> None:
    """`str` of a need is the text an author would write."""
    assert text == str(parse_requirement(text))


@pytest.mark.parametrize(
    ("compare", "limit", "version", "allowed"),
    [
        (">=", (28,), "28.5", True),
        (">=", (28,), "28.5.2+dfsg4", True),
        (">=", (28,), "26.1", False),
        (">", (28,), "28.5", False),
        ("==", (28,), "28.5", True),
        ("==", (28, 5), "28.5.2", True),
        ("==", (28, 1), "28.5", False),
        ("<", (28, 5), "28.10", False),
        ("<", (28,), "20.10.24+dfsg1", True),
        ("<=", (20, 10), "20.10.24+dfsg1", True),
    ],
)
def test_versions_are_compared_as_far_as_the_limit_is_written(
    compare: str, limit: tuple[int, ...], version: str, allowed: bool
) -> None:
    """28.5 is `== 28`, and numbers are compared as numbers."""
    assert allowed == EngineConstraint(compare, limit).allows(version)


def test_a_limit_finer_than_a_series_is_not_guessed_at() -> None:
    """A scenario is planned for a series (28.5); a limit that tells its releases apart cannot be answered."""
    assert parse_requirement("engine < 28.5.2") is None
