"""What a step's mark may ask for, from the mark to the fence that shows it."""

from __future__ import annotations

import pytest

from netdocs.page.fences import fences
from netdocs.page.plan import plan
from netdocs.scenario.parser import parse
from netdocs.scenario.snapshots import endpoints, path, validate


@pytest.mark.parametrize(
    "figure_request",
    [
        "picture",
        "path alpha example.com",
        "path web.1 beta",
        "path client 192.0.2.11:8080",
        "path router 192.0.2.11",
        "path alpha 2001:db8:1::11",
        "path alpha [2001:db8:1::11]:80",
    ],
)
def test_what_can_be_asked_for(figure_request: str) -> None:
    """A picture of everything; or two ends, the second with a port or without."""
    assert validate(figure_request, ["docker1", "client"]) is None


@pytest.mark.parametrize(
    "figure_request",
    [
        "",
        "pictures",
        "picture docker1",
        "path",
        "path alpha",
        "path alpha beta gamma",
        "path alpha beta:http",
        "path -c 1",
        "path docker2 alpha",
    ],
)
def test_what_cannot(figure_request: str) -> None:
    """Whatever is no look, has too few or too many ends, or starts at a machine that is not there."""
    assert validate(figure_request, ["docker1", "client"])


def test_ends_and_path_are_each_others_opposite() -> None:
    """A fence asks for what a mark says."""
    assert endpoints(path("alpha", "192.0.2.11:80")) == ("alpha", "192.0.2.11:80")
    assert endpoints("picture") == ("", "")


def test_a_step_carries_what_its_mark_asks_for() -> None:
    """In the order of the mark; the set-up is never looked at."""
    scenario = parse("snippets/a/b.sh", "true\n# %% one [picture] [path alpha beta]\ntrue\n# %% two\ntrue\n")

    assert [step.snapshots for step in scenario.steps] == [(), ("picture", "path alpha beta"), ()]


def test_a_hidden_step_can_be_drawn_and_a_drawing_does_not_show_a_step() -> None:
    """A picture after a `_wait` needs no transcript of it."""
    page = (
        '```console exec="on" session="a/b" step="one"\n```\n\n```picture exec="on" session="a/b" step="_wait"\n```\n'
    )
    scenario = parse("snippets/a/b.sh", "# %% one\ntrue\n# %% _wait [picture]\ntrue\n")

    assert len(plan(fences("docs/en/p.md", page), [scenario]).fences) == 2


def test_a_fence_says_what_it_draws() -> None:
    """A path its two ends, a picture the step it is compared with."""
    text = (
        '```picture exec="on" session="a/b" step="two" compare="one"\n```\n\n'
        '```path exec="on" session="a/b" step="two" from="alpha" to="beta:80"\n```\n'
    )
    first, second = fences("docs/en/p.md", text)

    assert (first.request.snapshot, first.request.compare) == ("picture", "one")
    assert (second.request.snapshot, second.request.compare) == ("path alpha beta:80", "")
