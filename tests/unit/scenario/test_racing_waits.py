"""Waits that fail when a container ends while it is listed."""

from __future__ import annotations

import pytest

from netdocs.scenario.parser import parse
from netdocs.scenario.racing_waits import racing_waits


def problems(statement: str, path: str = "snippets/a/b.py") -> list[str]:
    return [str(problem) for problem in racing_waits(parse(path, f'"""A."""\n\n# %% one\n{statement}\n'))]


@pytest.mark.parametrize(
    ("condition", "replacement"),
    [
        ("client.containers.list()", "client.containers.list(ignore_removed=True)"),
        ("engine.containers.list(all=True)", "engine.containers.list(all=True, ignore_removed=True)"),
        ("client.containers.list() or listening(80)", "client.containers.list(ignore_removed=True)"),
        ("any(e.containers.list() for e in engines)", "e.containers.list(ignore_removed=True)"),
    ],
)
def test_a_wait_for_the_end_names_its_line_and_how_to_write_it(condition: str, replacement: str) -> None:
    """The SDK asks for every container of the list once more."""
    (problem,) = problems(f"while {condition}:\n    pass")
    assert problem.startswith("snippets/a/b.py:4:")
    assert f"write `{replacement}`" in problem


@pytest.mark.parametrize(
    "statement",
    [
        "while client.containers.list(ignore_removed=True):\n    pass",
        "while client.containers.list(sparse=True):\n    pass",
        "while not client.containers.list():\n    pass",
        "while len(client.containers.list()) < 4:\n    pass",
        "while client.networks.list():\n    pass",
        "print(client.containers.list())",
    ],
)
def test_a_wait_for_a_start_and_a_list_that_is_shown_are_nobodys_fault(statement: str) -> None:
    """Nothing goes away there."""
    assert not problems(statement)


def test_shell_waits_ask_once() -> None:
    """`docker ps` prints what one request answered."""
    scenario = parse("snippets/a/b.sh", "# %% one\nwhile [[ $(docker ps -q) ]]; do sleep 0.1; done\n")
    assert not list(racing_waits(scenario))
