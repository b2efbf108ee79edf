"""Marks: which comments of a scenario mean something, and what."""

from __future__ import annotations

import pytest

from netdocs.core.markers import ClaimMark, FailsMark, Mark, NeedsMark, NodesMark, OnMark, StepMark, mark


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("# %% ping-by-name", StepMark("ping-by-name")),
        ("# %%start", StepMark("start")),
        ("# %% start   ", StepMark("start")),
        ("# %% start [picture]", StepMark("start", ("picture",))),
        ("# %% out [picture] [path alpha example.com]", StepMark("out", ("picture", "path alpha example.com"))),
        ("# %%", StepMark("")),
        ("# %% Two Words", StepMark("Two Words")),
        ("# claim no-names: Names do not resolve.", ClaimMark("no-names", "", "Names do not resolve.")),
        ("# claim a [engine >= 28]: It is so.", ClaimMark("a", "engine >= 28", "It is so.")),
        ("# claim a[engine >= 28]: It is so.", ClaimMark("a", "engine >= 28", "It is so.")),
        ("# claim a: See [1]: that.", ClaimMark("a", "", "See [1]: that.")),
        ("# claim a", ClaimMark("a", "", "")),
        ("# claim a:", ClaimMark("a", "", "")),
        ("# claim: It is so.", ClaimMark("", "", "It is so.")),
        ("# claim", ClaimMark("", "", "")),
        ("# on: docker2", OnMark("docker2")),
        ("# on:", OnMark("")),
        ("# fails", FailsMark(must=True)),
        ("# fails  ", FailsMark(must=True)),
        ("# may fail", FailsMark(must=False)),
        ("# nodes: docker1  client", NodesMark(("docker1", "client"))),
        ("# nodes:", NodesMark(())),
        ("# needs: kernel ip_vs", NeedsMark("kernel ip_vs")),
    ],
)
def test_a_mark_is_read(line: str, meaning: Mark) -> None:
    """Each kind of mark is known by its first words and keeps what the author wrote, wrong or right."""
    assert meaning == mark(line)


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
    assert mark(line) is None
