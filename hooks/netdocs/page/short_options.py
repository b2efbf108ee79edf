"""Short options, which stay on one line. Pure."""

from __future__ import annotations

import re

# `-p`, `--icc=false`, `-p8080:80`: up to 16 characters, no full stop at the end, ASCII unlike its neighbours
SHORT_OPTION = re.compile(r"(?<![\w-])(--?\w(?:[\w=:./-]{0,13}\w)?)(?![\w-])", re.ASCII)
"""Without a space before it, as in Japanese, a browser would end a line between `-` and `p`."""


def option_parts(text: str) -> list[tuple[str, bool]]:
    """The parts of a sentence and whether each is a short option."""
    return [(part, bool(n % 2)) for n, part in enumerate(SHORT_OPTION.split(text)) if part]
