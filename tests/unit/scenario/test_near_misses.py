"""Near misses: comments that look like directives, and those that do not."""

from __future__ import annotations

import pytest

from netdocs.scenario.near_misses import intended_directive


@pytest.mark.parametrize(
    ("comment", "directive"),
    [
        ("#%% one", "# %% name"),
        ("    # %% one", "# %% name"),
        ("#claim x: y", "# claim id: A sentence."),
        ("# Claim no-names [engine >= 28]: Names.", "# claim id: A sentence."),
        ("# Claim: Names.", "# claim id: A sentence."),
        ("# claims x: Names.", "# claim id: A sentence."),
        ("# on docker2", "# on: NODE"),
        ("#on: docker2", "# on: NODE"),
        ("# On: docker2", "# on: NODE"),
        ("# on: docker2 and docker3", "# on: NODE"),
        ("# node: client", "# nodes: NODE NODE"),
        ("# nodes docker1 client", "# nodes: NODE NODE"),
        ("# need: kernel ip_vs", "# needs: kernel NAME"),
        ("#needs: kernel ip_vs", "# needs: kernel NAME"),
        ("# needs engine >= 28", "# needs: kernel NAME"),
        ("# Fails.", "# fails"),
        ("#fails", "# fails"),
        ("# may fails", "# may fail"),
    ],
)
def test_a_slip_is_told_from_a_sentence(comment: str, directive: str) -> None:
    """What the author meant is named in the form it has."""
    assert directive == intended_directive(comment)


@pytest.mark.parametrize(
    "comment",
    [
        "# %% one",
        "# claim x: y",
        "# on: docker2",
        "# fails",
        "# the next command fails",
        "# fails because there is no DNS",
        "# may fail on some engines",
        "# on the second machine:",
        "# on docker2 the network is there as well",
        "# Claims are proven",
        "# Claim the address first.",
        "# needs a kernel module",
        "# Nodes see each other.",
        "#!/usr/bin/env bash",
    ],
)
def test_sentences_and_directives_are_left_alone(comment: str) -> None:
    """A comment for readers may begin with the same word."""
    assert not intended_directive(comment)
