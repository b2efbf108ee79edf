"""A claim's sentence is read alone, on the proof page and from links: it does not lean on the one above it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support import ROOT

FOLDERS = sorted(path.name for path in (ROOT / "snippets").iterdir() if any(path.glob("*.sh")))
SENTENCE = re.compile(r"^# claim ([\w-]+)(?: \[[^]]*\])?: (.*)$", re.MULTILINE)
LEANS = re.compile(
    r"(It|They|This|These|Those|Their|Its|So|Also|Such|Then|Both|After that|Without it)\b|.*\b(that line)\b"
)


def claims(folder: Path) -> dict[str, str]:
    """The sentence of each claim in a folder of scenarios, by its id."""
    return dict(pair for path in folder.glob("*.sh") for pair in SENTENCE.findall(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_sentence_leans_on_another(folder: str) -> None:
    sentences = claims(ROOT / "snippets" / folder)

    assert sentences
    assert {id_: text for id_, text in sentences.items() if LEANS.match(text)} == {}


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("Their names still resolve.", True),
        ("So does docker logs.", True),
        ("If the other one comes back, Docker changes that line.", True),
        ("Some names resolve.", False),
    ],
)
def test_what_leans(sentence: str, *, leans: bool) -> None:
    assert bool(LEANS.match(sentence)) is leans
