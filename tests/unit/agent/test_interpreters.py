"""Output in bounded memory: its beginning, its end, and how much is missing between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.interpreters import BoundedOutput


def bounded(limit: int, *chunks: bytes) -> BoundedOutput:
    bounded_output = BoundedOutput(limit)
    for chunk in chunks:
        bounded_output.add(chunk)
    return bounded_output


@pytest.mark.parametrize("chunks", [[], [b""], [b"a\nb\n"], [b"a", b"\n", b"b\n"], [b"x" * 100]])
def test_short_output_is_kept_whole(chunks: list[bytes]) -> None:
    """Up to the limit nothing is cut."""
    bounded_output = bounded(100, *chunks)

    assert 0 == bounded_output.truncated_bytes
    assert b"".join(chunks).decode() == bounded_output.text()


def test_bytes_that_are_no_text_are_spelt_out() -> None:
    """A program may print anything; a character may arrive in two pieces."""
    assert "\\xffé" == bounded(100, b"\xff\xc3", b"\xa9").text()


def test_long_output_loses_its_middle() -> None:
    """Three quarters from the front, a quarter from the end, whole lines around the cut."""
    bounded_output = bounded(40, b"".join(b"line %d\n" % n for n in range(10, 30)))

    assert 160 - 32 == bounded_output.truncated_bytes
    assert "line 10\nline 11\nline 12\n[... 128 bytes left out ...]\nline 29\n" == bounded_output.text()


def test_one_endless_line_is_cut_where_it_must_be() -> None:
    """Where there is no line to keep whole, its ends are kept."""
    assert "aaa\n[... 6 bytes left out ...]\nb" == bounded(4, b"aaaaaaaaa", b"b").text()


@given(st.lists(st.binary(max_size=50), max_size=20), st.integers(8, 64))
def test_no_more_than_the_limit_is_kept(chunks: list[bytes], limit: int) -> None:
    """However the output comes in, kept and cut make up the whole."""
    raw = b"".join(chunks)
    in_chunks, at_once = bounded(limit, *chunks), bounded(limit, raw)

    assert max(0, len(raw) - limit // 4 - limit * 3 // 4) <= in_chunks.truncated_bytes
    assert at_once.text() == in_chunks.text()


def test_what_is_left_out_is_counted_in_full() -> None:
    """The number in the text is that of the bytes the reader does not see."""
    assert "aaaa\n[... 26 bytes left out ...]\ncc\n" == bounded(16, b"aaaa\n" + b"b" * 25 + b"\ncc\n").text()


def test_a_cut_goes_between_characters() -> None:
    """Half a letter is no byte that is not text."""
    assert "\\x" not in bounded(8, b"x" + "é".encode() * 12).text()
