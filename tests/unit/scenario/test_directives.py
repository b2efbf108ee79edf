"""Marks: which comments of a scenario mean something, and what."""

from __future__ import annotations

import pytest

from netdocs.scenario.directives import (
    ClaimDirective,
    Directive,
    FailsDirective,
    NeedsDirective,
    NodesDirective,
    OnDirective,
    StepDirective,
    parse_directive,
)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("# %% ping-by-name", StepDirective("ping-by-name")),
        ("# %%start", StepDirective("start")),
        ("# %% start   ", StepDirective("start")),
        ("# %% start [picture]", StepDirective("start", ("picture",))),
        ("# %% out [picture] [path alpha example.com]", StepDirective("out", ("picture", "path alpha example.com"))),
        ("# %%", StepDirective("")),
        ("# %% Two Words", StepDirective("Two Words")),
        ("# claim no-names: Names do not resolve.", ClaimDirective("no-names", "", "Names do not resolve.")),
        ("# claim a [engine >= 28]: It is so.", ClaimDirective("a", "engine >= 28", "It is so.")),
        ("# claim a[engine >= 28]: It is so.", ClaimDirective("a", "engine >= 28", "It is so.")),
        ("# claim a: See [1]: that.", ClaimDirective("a", "", "See [1]: that.")),
        ("# claim a", ClaimDirective("a", "", "")),
        ("# claim a:", ClaimDirective("a", "", "")),
        ("# claim: It is so.", ClaimDirective("", "", "It is so.")),
        ("# claim", ClaimDirective("", "", "")),
        ("# on: docker2", OnDirective("docker2")),
        ("# on:", OnDirective("")),
        ("# fails", FailsDirective(must=True)),
        ("# fails  ", FailsDirective(must=True)),
        ("# may fail", FailsDirective(must=False)),
        ("# nodes: docker1  client", NodesDirective(("docker1", "client"))),
        ("# nodes:", NodesDirective(())),
        ("# needs: kernel ip_vs", NeedsDirective("kernel ip_vs")),
    ],
)
def test_a_mark_is_read(line: str, meaning: Directive) -> None:
    """Each kind of mark is known by its first words and keeps what the author wrote, wrong or right."""
    assert meaning == parse_directive(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "docker network ls  # %% start",
        "    # %% start",
        "# the next command fails",
        "# fails because there is no DNS",
        "# may fail on some engines",
        "# on the second machine:",
        "# on: docker2 and docker3",
        "# claims are proven",
        "print('# %% start')",
    ],
)
def test_anything_else_is_no_mark(line: str) -> None:
    """A mark fills its line and begins at its start; other comments are for readers."""
    assert parse_directive(line) is None
