"""Comments that are meant as directives and are none, by a slip of spelling. Pure."""

from __future__ import annotations

import re

from netdocs.scenario.directives import parse_directive
from netdocs.scenario.model import NODES

_NODE = "|".join(NODES)
_ALIKE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\s*+#\s*+{pattern}", re.IGNORECASE), directive)
    for pattern, directive in (
        # Possessive (`*+`) wherever two runs of blanks may share one, see directives.py.
        (r"%%", "# %% name"),
        # `# claim` at the start of a line is always a directive; with a capital or an indent it is one only if an id
        # and a colon follow, or it is the first word of a sentence.
        (r"claims?\s++[\w-]++\s*+(?:\[[^\]]*+\])?\s*+:", "# claim id: A sentence."),
        (r"claims?:", "# claim id: A sentence."),
        (rf"on:?\s++(?:{_NODE})[.:]?\s*$", "# on: NODE"),
        (r"on\s*:", "# on: NODE"),
        (rf"nodes?:?(?:\s+(?:{_NODE}),?)+\s*$", "# nodes: NODE NODE"),
        (r"nodes?\s*:", "# nodes: NODE NODE"),
        (r"needs?\s*:", "# needs: kernel NAME"),
        (r"needs?\s+(?:kernel\s+\w+|engine\s*[<>=]+\s*[\d.]+)\s*$", "# needs: kernel NAME"),
        (r"may\s*+-?fails?\s*+[.:]?\s*+$", "# may fail"),
        (r"fail(?:s|ed|ing)?\s*+[.:]?\s*+$", "# fails"),
    )
)
"""What a comment begins with, and the directive its author meant."""


def intended_directive(comment: str) -> str:
    """The form of the directive that a comment is meant to be and is not; empty for all other comments."""
    if parse_directive(comment):
        return ""
    return next((directive for pattern, directive in _ALIKE if pattern.match(comment)), "")
