"""The bound on what a parser may cost."""

from __future__ import annotations

import gc

import pytest

from fuzz.inputs import TooSlowError, bounded


def test_what_takes_too_long_is_ended() -> None:
    """After that there is no bound."""
    with pytest.raises(TooSlowError), bounded(0.05):
        all(number >= 0 for number in range(10**10))


def test_garbage_is_not_counted() -> None:
    """None is collected meanwhile, whatever is made, and all is as before afterwards."""
    collected: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        collected.append(phase)

    gc.callbacks.append(note)
    try:
        with bounded(10):
            lists: list[list[int]] = [[] for _ in range(100_000)]
            assert (len(lists), collected) == (100_000, [])
    finally:
        gc.callbacks.remove(note)
    assert gc.isenabled()
