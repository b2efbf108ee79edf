"""The page of a scenario: how its claims went, where engines differ, and both dialects in full. Markdown out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netdocs.i18n.strings import ContentStrings
from netdocs.page.templating import render
from netdocs.scenario.model import Scenario

INTERPRETERS = {"sh": "bash", "py": "python3"}
"""What runs a file on a reader's machine."""


def scenario_markdown(
    scenarios: Sequence[Scenario], differing: Iterable[str], strings: ContentStrings, title: str = ""
) -> str:
    """The page of one session: its dialects, the shell first, and the steps in which engines print different things.

    `title` is the translation of the scenario's own.
    """
    nodes = sorted({node for scenario in scenarios for node in scenario.nodes} - {"docker1"})
    return render(
        "scenario.md",
        session=scenarios[0].session,
        title=title or scenarios[0].title,
        has_claims=any(scenario.claims for scenario in scenarios),
        differing=tuple(differing),
        machines=", ".join(f"`{node}`" for node in nodes),
        nodes=" ".join(nodes),
        files=[(scenario.name.rpartition("/")[2], INTERPRETERS[scenario.dialect]) for scenario in scenarios],
        scenarios=scenarios,
        strings=strings,
    )
