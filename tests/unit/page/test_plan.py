"""The plan: pages and scenarios fit together, or every place where they do not is told."""

from __future__ import annotations

import pytest

from netdocs.errors import AuthorError, Diagnostic
from netdocs.page.fences import Fence, Request
from netdocs.page.plan import Plan, plan
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse


def sh(name: str, *lines: str) -> Scenario:
    return parse(f"snippets/{name}.sh", "\n".join(lines) + "\n")


def py(name: str, *lines: str) -> Scenario:
    return parse(f"snippets/{name}.py", "\n".join(lines) + "\n")


def asks(session: str, step: str, body: str = "") -> Fence:
    return Fence("docs/en/page.md", 7, Request("console", session, step), body)


def problems(fences: list[Fence], *scenarios: Scenario) -> tuple[Diagnostic, ...]:
    with pytest.raises(AuthorError) as caught:
        plan(fences, scenarios)
    return caught.value.problems


def test_a_plan_has_everything_in_order() -> None:
    """Scenarios are sorted by name, so that no build depends on the order of files."""
    planned = plan(
        [asks("a/b", "one")], [sh("c/d", "true"), py("a/b", "# %% one", "x = 1"), sh("a/b", "# %% one", "true")]
    )

    assert ["a/b.py", "a/b.sh", "c/d.sh"] == [scenario.name for scenario in planned.scenarios]
    assert ["sh", "py"] == [scenario.dialect for scenario in planned.dialects("a/b")]
    assert () == planned.dialects("x/y")


def test_the_shell_proves_a_claim_of_both() -> None:
    """Where both dialects prove a claim, links lead to the shell's."""
    claim = "# claim a: So."
    planned = plan(
        [], [py("a/b", claim, "assert 1"), sh("a/b", claim, "true"), py("c/d", "# claim b: So too.", "assert 1")]
    )

    assert {"a": "a/b.sh", "b": "c/d.py"} == {name: scenario.name for name, (scenario, _) in planned.claims.items()}


def test_nothing_is_a_plan() -> None:
    """No pages and no scenarios fit together."""
    assert Plan((), ()) == plan([], [])


def test_a_step_of_either_dialect_can_be_shown() -> None:
    """A step about Linux may exist in the shell alone."""
    scenarios = [sh("a/b", "# %% one", "true", "# %% two", "true"), py("a/b", "# %% one", "x = 1")]

    assert 2 == len(plan([asks("a/b", "one"), asks("a/b", "two")], scenarios).fences)


def test_a_fence_has_no_body() -> None:
    """Code lives in snippets/; the first line that does not is shown."""
    (problem,) = problems([asks("a/b", "one", "\ndocker ps\nmore\n")])

    assert ("docs/en/page.md:7", "docker ps") == (problem.location, problem.actual)


def test_an_unknown_scenario_or_step_is_told_with_what_there_is() -> None:
    """The nearest name is offered."""
    scenario = sh("bridge/default", "# %% start", "true")
    first, second, _ = problems([asks("bridge/defualt", "start"), asks("bridge/default", "strat")], scenario)

    assert ("bridge/default", "'bridge/defualt'") == (first.expected, first.actual)
    assert first.hint.endswith("(did you mean 'bridge/default'?)")
    assert ("start", "'strat'") == (second.expected, second.actual)
    assert second.hint.endswith("(did you mean 'start'?)")


def test_without_scenarios_nothing_is_expected() -> None:
    """An empty list is put into words."""
    (problem,) = problems([asks("a/b", "one")])

    assert "none are there yet" == problem.expected


def test_hidden_steps_cannot_be_shown() -> None:
    """The set-up and steps that begin with _ are unknown to pages."""
    scenario = sh("a/b", "true", "# %% _two", "true")

    assert 2 == len(problems([asks("a/b", "_setup"), asks("a/b", "_two")], scenario))


def test_a_step_that_no_page_shows_is_told() -> None:
    """Each dialect's step is told by its line; hidden steps need no page."""
    unused = problems([], sh("a/b", "# %% one", "true", "# %% _two", "true"), py("a/b", "# %% one", "x = 1"))

    assert ["snippets/a/b.py:1", "snippets/a/b.sh:1"] == [problem.location for problem in unused]


def test_a_claim_belongs_to_one_scenario() -> None:
    """The same id in two scenarios is told at the second, with the place of the first."""
    claim = "# claim a: So."
    (problem,) = problems([], sh("a/b", claim, "true"), sh("c/d", "", claim, "true"))

    assert ("snippets/c/d.sh:2", "the first is at snippets/a/b.sh:1") == (problem.location, problem.actual)


def test_both_dialects_claim_in_the_same_words() -> None:
    """Another sentence in the other dialect is a problem; the same is none."""
    (problem,) = problems([], py("a/b", "# claim a: So.", "assert 1"), sh("a/b", "# claim a: Not so.", "true"))

    assert ("snippets/a/b.sh:1", "So.", "Not so.") == (problem.location, problem.expected, problem.actual)


@pytest.mark.parametrize("claim_filter", ["proof", "limited"])
def test_a_page_may_show_proofs(claim_filter: str) -> None:
    """Fences of the language `markdown` need no scenario."""
    fence = Fence("docs/en/proof.md", 3, Request("markdown", step=claim_filter))

    assert (fence,) == plan([fence], []).fences


def test_unknown_proofs_are_told() -> None:
    """What may be written is in the message."""
    (problem,) = problems([Fence("docs/en/proof.md", 3, Request("markdown", step="all"))])

    assert ("docs/en/proof.md:3", "'all'") == (problem.location, problem.actual)
    assert 'show="proof"' in problem.hint


def test_a_fence_without_a_scenario_says_how_to_name_one() -> None:
    """And not the names of all there are, in a line that nobody reads."""
    (problem,) = problems([asks("", "one")])

    assert 'session="bridge/default" step="one"' in problem.expected
    assert "none" not in problem.expected
