"""What a program printed, made safe to show: as a terminal would leave it on the screen, without its powers."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[@-Z\\-_]|[ -/]+[0-~])"
)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


_LATIN = 0xFF


def clean(text: str) -> str:
    """`text` without terminal escapes, overwritten lines as last seen, other control characters spelt out.

    Characters that reorder what follows them (bidirectional overrides) are spelt out too.
    """
    plain = _ESCAPE.sub("", text.replace("\r\n", "\n"))
    return _UNSEEN.sub(_spelt, "\n".join(_last_seen(_rubbed_out(line)) for line in plain.split("\n")))


def _rubbed_out(line: str) -> str:
    """The line without the characters that backspaces took back."""
    if "\b" not in line:
        return line
    kept: list[str] = []
    for character in line:
        if character != "\b":
            kept.append(character)
        elif kept:
            kept.pop()
    return "".join(kept)


def _last_seen(line: str) -> str:
    """What stays on the screen of a line that was overwritten after carriage returns."""
    shown = ""
    for part in line.split("\r"):
        shown = part + shown[len(part) :]
    return shown


def _spelt(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code <= _LATIN else f"\\u{code:04x}"
