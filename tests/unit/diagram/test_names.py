"""Names too long for a drawing, and their order."""

from __future__ import annotations

import pytest

from netdocs.diagram.names import natural_sort_key, shorten


@pytest.mark.parametrize(
    ("name", "shortened"),
    [
        ("alpha", "alpha"),
        ("web.1.7bqctjblfyt46zibb3g8ea00r", "web.1"),
        ("web.vai1w2kckrbssmampst4gc4x2.7bqctjblfyt46zibb3g8ea00r", "web.vai1w2kckrbssmampst…"),
        ("a-name-that-nobody-would-like-to-type", "a-name-that-nobody-woul…"),
    ],
)
def test_long_names_are_shortened(name: str, shortened: str) -> None:
    """A task of a service is called what `docker service ps` calls it."""
    assert shorten(name) == shortened


def test_numbers_are_sorted_as_numbers() -> None:
    """As a person would."""
    assert sorted(["box10", "box2", "box"], key=natural_sort_key) == ["box", "box2", "box10"]
