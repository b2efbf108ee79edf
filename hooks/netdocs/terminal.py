"""What a program printed, made safe to show: as a terminal would leave it on the screen, without its powers. Pure."""

from __future__ import annotations

import re

# One step of a terminal (ECMA-48): a movement or an escape sequence, or text up to the next
_TOKEN = re.compile(
    r"\x1b\[(?P<amount>\d{0,4})(?P<act>[KCD])"  # erase in the line; move right, left
    r"|(?P<gone>\x1b(?:\[[0-?]*[ -/]*[@-~]"  # all other control sequences
    r"|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\"  # commands with text of their own
    r"|[ -/]+[0-~]|[0-OQ-WYZ\\`-~]))"  # escapes of two or three characters
    r"|(?P<move>[\r\b])"
    r"|(?P<text>[^\x1b\r\b]+|.)",
    re.DOTALL,
)
# C0 and C1 controls but tab and newline, marks and overrides of direction, the byte order mark, and halves of surrogate
# pairs, which no file can hold.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_LAST_LATIN_1 = 0xFF
_MAX_COLUMN = 500
"""How far a line may be moved to the right without anything being written."""


def render_terminal_output(text: str) -> str:
    """`text` without terminal escapes, overwritten lines as last seen, other control characters spelt out.

    Characters that reorder what follows them (bidirectional overrides) are spelt out too.
    """
    lines = _escapes_within_lines(text).split("\n")
    return escape_invisible("\n".join(_line_on_screen(line) if _is_moved(line) else line for line in lines))


def escape_invisible(text: str) -> str:
    """`text` with every character spelt out that cannot be seen or reorders others; newlines and tabs stay."""
    return _INVISIBLE.sub(_escape_sequence, text)


def _escapes_within_lines(text: str) -> str:
    """`text` with no escapes but those that move within a line; one that is not whole is spelt out.

    Spelt out here, because what remains around a removed sequence must not become another.
    """
    tokens = (token for token in _TOKEN.finditer(text) if not token["gone"])
    text = "".join(_escape_sequence(token) if token[0] == "\x1b" else token[0] for token in tokens)
    # A program that writes \r\n to a terminal gets \r\r\n from it: both are one line end.
    return re.sub(r"\r+\n", "\n", text)


def _is_moved(line: str) -> bool:
    return any(character in line for character in "\r\b\x1b")


def _line_on_screen(line: str) -> str:
    """What stays on the screen of a line in which the cursor moved."""
    cells: list[str] = []
    at = 0
    for token in _TOKEN.finditer(line):
        if text := token["text"]:
            cells[len(cells) :] = " " * (at - len(cells))
            cells[at : at + len(text)] = text
            at += len(text)
        elif token["move"]:
            at = 0 if token["move"] == "\r" else max(at - 1, 0)
        elif token["act"] == "K":
            cells = _erased(cells, at, token["amount"] or "0")
        elif token["act"]:
            step = int(token["amount"] or 1) * (1 if token["act"] == "C" else -1)
            at = min(max(at + step, 0), max(len(cells), _MAX_COLUMN))
    return "".join(cells)


def _erased(cells: list[str], at: int, part: str) -> list[str]:
    """The line without what follows the cursor (0), precedes it (1), or all (2)."""
    if part == "0":
        return cells[:at]
    return [" "] * min(at, len(cells)) + cells[at:] if part == "1" else []


def _escape_sequence(token: re.Match[str]) -> str:
    code = ord(token[0])
    return f"\\x{code:02x}" if code <= _LAST_LATIN_1 else f"\\u{code:04x}"
