"""Cleaning: what a terminal would leave on the screen, and none of its powers."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdocs.terminal import render_terminal_output


@pytest.mark.parametrize(
    ("printed", "rendered"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[38;5;196mred\x1b[m", "red"),
        ("\x1b[?25l\x1b[2Jhidden cursor", "hidden cursor"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bP1$r0m\x1b\\text", "text"),
        ("\x1b_apc\x1b\\\x1b^pm\x1b\\\x1bXsos\x1b\\text", "text"),
        ("\x1b(Btext", "text"),
        ("\x1bMup", "up"),
    ],
)
def test_escape_sequences_are_taken_out(printed: str, rendered: str) -> None:
    """Colours, cursor moves, titles, links and character sets leave nothing behind."""
    assert rendered == render_terminal_output(printed)


@pytest.mark.parametrize(
    ("printed", "rendered"),
    [
        ("one\r\ntwo\r\n", "one\ntwo\n"),
        (" 10%\r 50%\r100%\n", "100%\n"),
        ("longer\rshort", "shortr"),
        ("text\r", "text"),
        ("a\rb\nc\rd", "b\nd"),
        ("abc\bX", "abX"),
        ("N\bNA\bAM\bME\bE", "NAME"),
        ("\b\bx", "x"),
        ("a\n\bb", "a\nb"),
    ],
)
def test_overwritten_text_is_shown_as_last_seen(printed: str, rendered: str) -> None:
    """A carriage return goes back to the start of the line, a backspace one character."""
    assert rendered == render_terminal_output(printed)


@pytest.mark.parametrize(
    ("printed", "rendered"),
    [
        ("a\x00b", "a\\x00b"),
        ("bell\x07", "bell\\x07"),
        ("\x1b", "\\x1b"),
        ("\x1b[31", "\\x1b[31"),
        ("\x0b\x0c\x7f", "\\x0b\\x0c\\x7f"),
        ("\x9b31mred", "\\x9b31mred"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\u2066x\u2069\u200e\u200f\ufeff", "\\u2066x\\u2069\\u200e\\u200f\\ufeff"),
    ],
)
def test_other_control_characters_are_spelt_out(printed: str, rendered: str) -> None:
    """What is left of the powers of a terminal, and what reorders text, is made visible."""
    assert rendered == render_terminal_output(printed)


def test_a_sequence_put_together_by_the_removal_of_another_has_no_power() -> None:
    """Half a sequence around a whole one is spelt out."""
    assert "\\x1b[31mred" == render_terminal_output("\x1b\x1b[0m[31mred")


HOSTILE = st.sampled_from(
    ["\x1b", "[", "]", "31m", "\x07", "\x1b\\", "\r", "\n", "\b", "\x9b", "\x00", "\x7f", "\u202e", "P", "a", "é", "😀"]
)


@given(st.lists(HOSTILE | st.characters(exclude_categories=["Cs"]), max_size=30).map("".join))
def test_nothing_printed_keeps_its_powers(printed: str) -> None:
    """No control character but newline and tab is left, and cleaning again changes nothing."""
    rendered = render_terminal_output(printed)

    assert not {c for c in rendered if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    assert not {
        c
        for c in rendered
        if unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    }
    assert rendered == render_terminal_output(rendered)


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"])))
def test_ordinary_text_stays(text: str) -> None:
    """Letters, marks, symbols and blanks of any script are shown as they were printed."""
    assert text == render_terminal_output(text)


@pytest.mark.parametrize("printed", ["a long line\r\x1b[Kok", "a long line\x1b[2K\rok", "a long line\r\x1b[0Kok"])
def test_erased_text_is_gone(printed: str) -> None:
    """Programs that show progress erase the line before they write it anew."""
    assert "ok" == render_terminal_output(printed)


def test_a_backspace_at_the_start_of_a_line_does_nothing() -> None:
    """After a carriage return there is nothing to go back over."""
    assert "Xbc" == render_terminal_output("abc\r\bX")


def test_a_backspace_alone_rubs_out_nothing() -> None:
    """The cursor goes back; what was written stays until it is overwritten."""
    assert "abc" == render_terminal_output("abc\b")


@pytest.mark.parametrize("printed", ["\x1b7text\x1b8", "\x1b=text\x1b>", "\x1bctext"])
def test_every_short_escape_is_taken_out(printed: str) -> None:
    """Saving the cursor, the keypad's mode, a full reset: `less`, `top` and `reset` print them."""
    assert "text" == render_terminal_output(printed)


@pytest.mark.parametrize(
    ("printed", "rendered"),
    [
        ("ab\x1b[Dc", "ac"),
        ("ab\x1b[5Dc", "cb"),
        ("a\x1b[Cb", "a b"),
        ("abc\x1b[2D\x1b[K", "a"),
        ("abc\x1b[2D\x1b[1K", " bc"),
        ("one\x1b[2K\ntwo", "\ntwo"),
    ],
)
def test_moves_within_a_line_are_obeyed(printed: str, rendered: str) -> None:
    """Left, right, and what is erased from where the cursor is."""
    assert rendered == render_terminal_output(printed)


def test_an_absurd_move_is_no_crash() -> None:
    """A program may print any number of digits, and must not end the build with it."""
    assert "x" == render_terminal_output(f"\x1b[{'9' * 5000}Cx").strip()


@pytest.mark.parametrize(
    "printed",
    ["\x1b" * 64_000, "\x1b[" * 32_000, "\x1b]" * 32_000, "\x1b[" + ";" * 64_000, "x\b" * 32_000, "\x1b[9C" * 16_000],
)
@pytest.mark.timeout(5)
def test_hostile_output_is_cleaned_in_no_time(printed: str) -> None:
    """As much as a recording keeps of one command, made to be slow."""
    assert "\x1b" not in render_terminal_output(printed)
