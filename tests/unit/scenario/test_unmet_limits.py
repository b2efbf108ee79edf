"""Limits of engines that no engine meets: what they stand at would never be tried."""

from __future__ import annotations

import pytest

from netdocs.scenario.parser import parse
from netdocs.scenario.unmet_limits import unmet_limits

VERSIONS = ("28.5", "20.10", "29.4.3")


def problems(need: str, limit: str) -> list[str]:
    text = f"# A title.\n# nodes: docker1\n{need}\n# %% start\nls\n# claim a{limit}: So.\ntrue\n"
    return [str(problem) for problem in unmet_limits(parse("snippets/a/b.sh", text), VERSIONS)]


@pytest.mark.parametrize("limit", ["", " [engine >= 29]", " [engine == 29.4]", " [engine < 28]", " [engine > 28.5]"])
def test_a_limit_that_some_engine_meets_is_fine(limit: str) -> None:
    """However exactly it is written."""
    assert not problems("", limit)


@pytest.mark.parametrize("limit", [" [engine >= 99]", " [engine < 20.10]", " [engine == 27]"])
def test_a_claim_that_no_engine_checks_is_named(limit: str) -> None:
    """With its line, and the engines that there are."""
    (problem,) = problems("", limit)

    assert problem.startswith("snippets/a/b.sh:6: no engine checks claim 'a'\n")
    assert "allows one of 28.5, 20.10, 29.4.3" in problem
    assert f"actual: {limit.strip(' []')}" in problem


def test_what_the_scenario_needs_counts_as_well() -> None:
    """A claim on old engines in a scenario that new ones alone play."""
    (problem,) = problems("# needs: engine >= 28", " [engine < 28]")

    assert "allows one of 28.5, 29.4.3" in problem


def test_a_scenario_that_no_engine_plays_is_named_once() -> None:
    """At its need, and not again at each claim."""
    (problem,) = problems("# needs: engine >= 99", " [engine >= 99]")

    assert problem.startswith("snippets/a/b.sh:3: no engine plays this scenario\n")
    assert "actual: engine >= 99" in problem
