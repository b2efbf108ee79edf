"""Everything a lab says in sentences fits 80 columns."""

from __future__ import annotations

from tryit.wrapping import COLUMNS, wrapped

LONG = "A container that is connected to a network reaches the others there by name, and no other container does."


def test_lines_fit() -> None:
    """Later ones are indented, so that one sees where the next begins."""
    lines = wrapped(f"holds: {LONG}", later="  ").splitlines()

    assert len(lines) == 2
    assert max(map(len, lines)) <= COLUMNS
    assert lines[1].startswith("  ")


def test_what_is_to_be_copied_stays_whole() -> None:
    """Longer than a line or not."""
    address = "http://example.com/" + "a-b-" * 30

    assert address in wrapped(f"Look at {address} for more.")
