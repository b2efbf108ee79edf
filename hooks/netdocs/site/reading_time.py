"""How long a page takes to read. Pure."""

from __future__ import annotations

import math
import re

from netdocs.page.fences import blocks, outside_fences, without_front_matter

WORDS_A_MINUTE = 200
"""Of a text that explains something; people read stories faster."""
LETTERS_A_MINUTE = 500
"""Of Japanese, where no space tells words: 400 to 600 are the usual figures for adults who read to themselves."""
BLOCKS_A_MINUTE = 3
"""Commands with their output, and pictures, that are looked at rather than read."""

# Where a link leads, what is in a tag or an attribute list: nobody reads it
_UNREAD = re.compile(r"\]\([^)\s]*\)|<[^>\n]*>|\{\s*[.#:][^}\n]*\}")
_WORD = re.compile(r"\w[\w'\u2019./:-]*")
# Kana and kanji, which have no space between words
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def reading_minutes(text: str) -> int:
    """Minutes that a page's Markdown takes, with all that its fences show; at least two."""
    body = without_front_matter(text)
    prose = "\n".join(_UNREAD.sub("", line) for _, line in outside_fences(body))
    words, letters = _WORD.findall(_UNSPACED.sub(" ", prose)), _UNSPACED.findall(prose)
    looked_at = len(list(blocks(body))) / BLOCKS_A_MINUTE
    return max(2, math.ceil(len(words) / WORDS_A_MINUTE + len(letters) / LETTERS_A_MINUTE + looked_at))
