"""Text for 80 columns. Pure."""

from __future__ import annotations

import textwrap

COLUMNS = 80


def wrapped(text: str, first: str = "", later: str = "") -> str:
    """The text in lines that fit; a command or an address is not broken, so that it can be copied."""
    return textwrap.fill(
        text, COLUMNS, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )
