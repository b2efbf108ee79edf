"""What a program printed, made safe to show: as a terminal would leave it on the screen, without its powers."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\x1b\[(?P<amount>\d{0,4})(?P<act>[KCD])"  # erase in the line; move right, left
    r"|(?P<gone>\x1b(?:\[[0-?]*[ -/]*[@-~]"  # all other control sequences
    r"|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\"  # commands with text of their own
    r"|[ -/]+[0-~]|[0-OQ-WYZ\\`-~]))"  # escapes of two or three characters
    r"|(?P<move>[\r\b])"
    r"|(?P<text>[^\x1b\r\b]+|.)",
    re.DOTALL,
)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LATIN = 0xFF
_WIDEST = 500
"""How far a line may be moved to the right without anything being written."""


def clean(text: str) -> str:
    """`text` without terminal escapes, overwritten lines as last seen, other control characters spelt out.

    Characters that reorder what follows them (bidirectional overrides) are spelt out too.
    """
    lines = _escapes_within_lines(text).split("\n")
    return spelt_out("\n".join(_last_seen(line) if _is_moved(line) else line for line in lines))


def spelt_out(text: str) -> str:
    """`text` with every character spelt out that cannot be seen or reorders others; newlines and tabs stay."""
    return _UNSEEN.sub(_spelt, text)


def _escapes_within_lines(text: str) -> str:
    """`text` with no escapes but those that move within a line; one that is not whole is spelt out.

    Spelt out here, because what remains around a removed sequence must not become another.
    """
    kept = (_spelt(found) if found[0] == "\x1b" else found[0] for found in _TOKEN.finditer(text) if not found["gone"])
    return re.sub(r"\r+\n", "\n", "".join(kept))


def _is_moved(line: str) -> bool:
    return any(character in line for character in "\r\b\x1b")


def _last_seen(line: str) -> str:
    """What stays on the screen of a line in which the cursor moved."""
    cells: list[str] = []
    at = 0
    for found in _TOKEN.finditer(line):
        if text := found["text"]:
            cells[len(cells) :] = " " * (at - len(cells))
            cells[at : at + len(text)] = text
            at += len(text)
        elif found["move"]:
            at = 0 if found["move"] == "\r" else max(at - 1, 0)
        elif found["act"] == "K":
            cells = _erased(cells, at, found["amount"] or "0")
        elif found["act"]:
            step = int(found["amount"] or 1) * (1 if found["act"] == "C" else -1)
            at = min(max(at + step, 0), max(len(cells), _WIDEST))
    return "".join(cells)


def _erased(cells: list[str], at: int, part: str) -> list[str]:
    """The line without what follows the cursor (0), precedes it (1), or all (2)."""
    if part == "0":
        return cells[:at]
    return [" "] * min(at, len(cells)) + cells[at:] if part == "1" else []


def _spelt(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code <= _LATIN else f"\\u{code:04x}"
