"""What programs print: as a terminal leaves it, and with volatile words taken out, whatever it is."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from fuzz.inputs import bounded, hostile, texts
from netdocs.recording.compare import differing_lines
from netdocs.recording.normalise import Placeholders, normalise_text
from netdocs.terminal import render_terminal_output

TERMINAL = (
    "\x1b[",
    "\x1b",
    "K",
    "C",
    "D",
    "1",
    "2",
    "31m",
    "\x1b]",
    "\x07",
    "\x1b\\",
    "\r",
    "\b",
    "\x9b",
    "P",
    "x" * 80,
)
WORDS = (
    "3f1a9c0b2d4e",
    "3f1a9c0b2d",
    "sha256:",
    "5" * 64,
    "a1",
    "12:34:56",
    "2026-11-23T22:41:05Z",
    "Mon, Nov 23 12:34:56 2026",
    "SWMTKN-1-",
    "br-",
    "veth0123abc",
    "02:42:ac:11:00:02",
    "fe80::1",
    "fd00:1:2::",
    "net:[",
    "4026531840",
    "1.2.3.4:",
    "1.32769: ",
    ":40000->",
    "time=0.1 ms",
    "rtt min/avg/max = ",
    "About a minute",
    "packets 1 (",
    "5 seconds",
    "/",
    "valid_lft ",
    "@if12",
)


@given(texts(*TERMINAL))
@example("\x1b[" + "9" * 5000 + "C")
@example(hostile("x" * 8000, "\x1b[D\x1b[1K", ""))
@example(hostile("", "\x1b]", ""))
def test_any_output_is_made_safe(printed: str) -> None:
    """No control character but newline and tab; doing it again changes nothing."""
    with bounded():
        rendered = render_terminal_output(printed)

    assert not {character for character in rendered if unicodedata.category(character) in ("Cc", "Cs")} - {"\n", "\t"}
    assert rendered == render_terminal_output(rendered)


@given(texts(*WORDS, between=[" ", "", "\n"]))
@example(" ".join(f"{0xA00000000001 + 7919 * number:012x}" for number in range(6000)))
@example(hostile("", "veth1234567\n", ""))
def test_any_output_is_normalised(output: str) -> None:
    """In bounded time, also where every word is a new one; twice the same text gives twice the same."""
    placeholders = Placeholders()
    with bounded():
        normalised = normalise_text(output, placeholders)

    assert normalised == normalise_text(output, Placeholders())


@given(texts(*WORDS, "a\n", between=["\n"]), st.integers(0, 9))
@example("a\n" * 8000, 3)
def test_any_two_outputs_are_compared(output: str, cut: int) -> None:
    """An output does not differ from itself, and what differs is among its lines."""
    with bounded(2):
        numbers = differing_lines(output, output[cut:] + "b\n")

    assert not differing_lines(output, output)
    assert all(0 <= number < len(output.split("\n")) for number in numbers)
