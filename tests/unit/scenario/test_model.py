"""Scenarios: names that follow from the path, claims limited to engines."""

from __future__ import annotations

from netdocs.scenario.model import Claim
from netdocs.scenario.parser import parse
from netdocs.scenario.requirements import EngineConstraint


def test_names_follow_from_the_path() -> None:
    """The session is what both dialects share; a dot inside a name is part of it."""
    scenario = parse("snippets/bridge/v1.sh-like.py", "x = 1\n")

    assert ("bridge/v1.sh-like.py", "bridge/v1.sh-like") == (scenario.name, scenario.session)


def test_a_claim_is_about_every_engine_unless_limited() -> None:
    """Where it does not apply it is neither passed nor failed."""
    everywhere, newer = Claim("a", "So.", 1), Claim("b", "So.", 1, EngineConstraint(">=", (28,)))

    assert [True, True] == [everywhere.applies("20.10"), everywhere.applies("28.5")]
    assert [False, True] == [newer.applies("26.1"), newer.applies("28.5")]
