"""How long a page takes, and that pages that teach say what they teach."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from netdocs.site.reading_time import BLOCKS_A_MINUTE, LETTERS_A_MINUTE, WORDS_A_MINUTE, reading_minutes
from support import ROOT

LESSONS = sorted(
    path
    for pattern in (
        "*/ten-minutes.md",
        *(f"*/{section}/*.md" for section in ("concepts", "drivers", "guides", "swarm")),
    )
    for path in (ROOT / "docs").glob(pattern)
)
FENCE = '```console exec="on" session="a/b" step="c"\n```\n\n'


def test_words_take_time() -> None:
    """A minute that has begun counts, and no page takes less than two."""
    assert reading_minutes("# One\n\ntwo\n") == 2
    assert reading_minutes("word " * WORDS_A_MINUTE * 3) == 3
    assert reading_minutes("word " * (WORDS_A_MINUTE * 3 + 1)) == 4


def test_blocks_take_time() -> None:
    """However little a fence has in its source: its commands and output are looked at."""
    assert reading_minutes(FENCE * BLOCKS_A_MINUTE * 5) == 5


def test_what_nobody_reads_takes_none() -> None:
    """Front matter, the ends of links, tags, attribute lists, the text of fences."""
    words = "word " * WORDS_A_MINUTE * 3
    more = f"[](claim:a-b)\n<div class='x y' markdown>\n{{ #a .b }}\n```sh\n{words}\n```\n"

    assert reading_minutes(f"---\nsearch:\n  synonyms: [{words}]\n---\n{words}\n{more}") == 4  # one for the block


def test_japanese_has_no_spaces() -> None:
    """It is counted by letters; the names of things between them are words."""
    assert reading_minutes("日本語の文" * (LETTERS_A_MINUTE // 5) * 4) == 4
    assert reading_minutes("日本語の文" * (LETTERS_A_MINUTE // 5) * 4 + "NAT") == 5


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_translation_takes_about_as_long(path: Path) -> None:
    """The speed of one language is not far from that of the other."""
    original = (
        ROOT / "docs" / "en" / path.relative_to(ROOT / "docs").relative_to(path.relative_to(ROOT / "docs").parts[0])
    )
    minutes, expected = (reading_minutes(document.read_text(encoding="utf-8")) for document in (path, original))

    assert 0.7 <= minutes / expected <= 1.5


def test_the_ten_minutes_are_no_more_than_ten() -> None:
    """With some left to type what is shown."""
    assert reading_minutes((ROOT / "docs/en/ten-minutes.md").read_text(encoding="utf-8")) <= 8


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_page_that_teaches_says_what(path: Path) -> None:
    """In one sentence of plain text: it is shown as it is, in the Markdown export too."""
    _, meta = get_data(path.read_text(encoding="utf-8"))
    learn = meta.get("learn", "")

    assert learn.endswith((".", "。")), f'{path}: write into its front matter "learn: After this page you know …."'
    assert len(learn) <= 130
    assert not set(learn) & set("`*_[]<>\n")


def test_there_are_pages_that_teach() -> None:
    assert len(LESSONS) > 20
