"""What Material's search plugin collected, without what only makes noise, and with words that readers use. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

# What engines print in every other output and nobody searches for
_NOISE = re.compile(
    r"&lt;(?:[A-Z_-]+,?)+&gt;"  # flags of interfaces: <BROADCAST,MULTICAST,UP>
    r"|\b[0-9a-f]{12,}\b"  # ids of containers and networks
    r"|\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b"  # MAC addresses
    r"|\b(?:brd|qdisc|qlen|link/ether|valid_lft|preferred_lft)\b"
)
_LINE = re.compile(r"[^\n]+")
# A word in katakana long enough to be made of several (ネットワークドライバー), and what it may begin with
_COMPOUND = re.compile(r"[ァ-ヶー]{5,}")
_BEGINNING = re.compile(r"[ァ-ヶー]{3,}")
_NEVER_FIRST = "ァィゥェォッャュョヮンー"
"""No Japanese word begins with one of these."""

CACHE_SIZE = 16384
"""Sections that are kept without noise: `serve` lists the same ones again and again."""

Entry = dict[str, Any]
"""A page or a section in the index: `location`, `title`, `text`; where a page has them, `boost` and `synonyms`."""


def improved(entries: Sequence[Entry], synonyms: Mapping[str, Sequence[str]]) -> list[Entry]:
    """The entries without noise, and those of pages with their synonyms, given by URL below the site's root."""
    return [_improved(entry, synonyms.get(entry["location"], ())) for entry in entries]


def _improved(entry: Entry, synonyms: Sequence[str]) -> Entry:
    text = _without_noise(entry["text"])
    hidden = [*synonyms, *dict.fromkeys(_ends(" ".join((entry["title"], text, *synonyms))))]
    return {**entry, "text": text, **({"synonyms": " ".join(hidden)} if hidden else {})}


@lru_cache(maxsize=CACHE_SIZE)
def _without_noise(text: str) -> str:
    return _unique_lines(_NOISE.sub(" ", text))


def _unique_lines(text: str) -> str:
    """The lines of a section, each once: the tabs of a block print the same, and a word is no better for it."""
    lines = dict.fromkeys(match[0].strip() for match in _LINE.finditer(text))
    return "\n".join(line for line in lines if line)


def _ends(text: str) -> Iterator[str]:
    """What compounds in katakana end with.

    The index is searched by beginnings of words, and ネットワーク is the second half of ブリッジネットワーク.
    """
    for compound in dict.fromkeys(_COMPOUND.findall(text)):
        ends = (compound[start:] for start in range(1, len(compound) - 2))
        yield from (end for end in ends if end[0] not in _NEVER_FIRST and _BEGINNING.match(end))
