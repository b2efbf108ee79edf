"""A decision tree laid out for a wide and for a narrow screen. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netdocs.diagram.shapes import CHAR_WIDTH_BOLD, CHAR_WIDTH_SANS, FIRST_EAST_ASIAN, LINE_HEIGHT, text_width

_OPENING, _CLOSING = "「『【（", "、。，．）」』】？！ー"  # noqa: RUF001  (Japanese)
"""What no line of Japanese ends with, and begins with."""
_EAST = rf"{chr(FIRST_EAST_ASIAN)}-\uffff"
_KANJI, _KANA, _KATAKANA = "[\u3005\u4e00-\u9fff]", "[\u3041-\u309f]", "[\u30a0-\u30ff]"
_PHRASE = (
    rf"{_KATAKANA}+(?:から|まで|より|には|では|でも|[がはをにでとのもへ])?"
    rf"|(?:{_KANJI}+{_KANA}(?={_KANJI}))?{_KANJI}+{_KANA}{{0,5}}|{_KANA}{{1,10}}"
)
"""A word with its particle or its ending: about as a reader divides Japanese."""
_TOKENS = re.compile(rf"\s+|[^\s{_EAST}]+[{_CLOSING}]*|[{_OPENING}]*(?:[^\s{_EAST}]+|{_PHRASE}|[{_EAST}])[{_CLOSING}]*")
"""What is not broken: a word, a phrase of Japanese, each with the signs that belong to it."""

WIDE, NARROW = 690, 330
PADDING, GAP = 10, 10
"""Pixels: space inside a box, space between boxes."""
BASELINE = 14
"""Pixels from the top of a line to the feet of its letters."""
SYMPTOM_WIDTH, CONDITION_X, CONDITION_WIDTH, BOX_X = 168, 204, 186, 398
"""Pixels, in the wide drawing: how wide symptoms are, where conditions and boxes begin."""
STEP = 4
"""Pixels by which lines are shortened to make them equally long."""
INDENT = 26
"""Pixels, in the narrow drawing: how far what can be seen is to the right of its symptom."""


@dataclass(frozen=True, slots=True)
class Branch:
    """What can be seen, the question to ask then, the section that answers it, and its command."""

    condition: str
    question: str
    anchor: str
    command: str


@dataclass(frozen=True, slots=True)
class Symptom:
    """What somebody would say, and what it may be."""

    words: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `y` is where its letters stand."""

    x: int
    y: int
    text: str
    kind: str
    """`bold` or `mono`; "" for plain text."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its text; a link if it has an `anchor`."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[Line, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A tree laid out: boxes, text beside them, and lines as points of an SVG polyline."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    texts: tuple[Line, ...]
    links: tuple[str, ...]


def wrapped(text: str, width: int, char_width: float = CHAR_WIDTH_SANS) -> list[str]:
    """The text in as few lines of at most `width` as it needs, all about as long, so that none has a word alone."""
    lines = _filled(text, width, char_width)
    for narrower in range(width - STEP, 0, -STEP):
        if len(closer := _filled(text, narrower, char_width)) > len(lines):
            return lines
        lines = closer
    return lines


def _filled(text: str, width: int, char_width: float) -> list[str]:
    """The text in lines that are filled one by one."""
    lines = [""]
    for token in _TOKENS.findall(text):
        if lines[-1] and text_width([lines[-1] + token], char_width) > width:
            lines.append("")
        lines[-1] += token if lines[-1] else token.lstrip()
    return [line.rstrip() for line in lines if line.strip()]


def draw_wide(symptoms: Sequence[Symptom]) -> Drawing:
    """Three columns: symptoms, what can be seen, and the question with its command."""
    boxes, texts, links = list[Box](), list[Line](), list[str]()
    y = 0
    for symptom in symptoms:
        middles, top = list[int](), y
        for branch in symptom.branches:
            box = _branch_box(branch, BOX_X, y, WIDE - BOX_X)
            beside = _lines(wrapped(branch.condition, CONDITION_WIDTH), CONDITION_X, 0, "")
            height = max(box.height, len(beside) * LINE_HEIGHT)
            middles.append(y + height // 2)
            texts += _moved(beside, middles[-1] - len(beside) * LINE_HEIGHT // 2)
            boxes.append(box)
            y += height + GAP
        boxes.append(_symptom_box(symptom, top, SYMPTOM_WIDTH))
        links += _elbows(SYMPTOM_WIDTH, CONDITION_X - 6, middles)
        y = max(y, top + boxes[-1].height + GAP) + GAP
    return Drawing(WIDE, y - 2 * GAP, tuple(boxes), tuple(texts), tuple(links))


def draw_narrow(symptoms: Sequence[Symptom]) -> Drawing:
    """One column: below each symptom what can be seen, the question and its command, a little to the right."""
    boxes, links = list[Box](), list[str]()
    y = 0
    for symptom in symptoms:
        boxes.append(_symptom_box(symptom, y, NARROW))
        foot = y + boxes[-1].height
        y = foot + GAP
        for branch in symptom.branches:
            box = _branch_box(branch, INDENT, y, NARROW - INDENT, with_condition=True)
            links.append(f"{INDENT // 2},{foot} {INDENT // 2},{y + box.height // 2} {INDENT},{y + box.height // 2}")
            boxes.append(box)
            y += box.height + GAP
        y += GAP
    return Drawing(NARROW, y - 2 * GAP, tuple(boxes), (), tuple(links))


def _symptom_box(symptom: Symptom, y: int, width: int) -> Box:
    lines = wrapped(symptom.words, width - 2 * PADDING, CHAR_WIDTH_BOLD)
    return Box(0, y, width, _height(lines), _lines(lines, PADDING, y + PADDING, "bold"))


def _branch_box(branch: Branch, x: int, y: int, width: int, *, with_condition: bool = False) -> Box:
    room = width - 2 * PADDING
    condition = wrapped(branch.condition, room) if with_condition else []
    question = wrapped(branch.question, room, CHAR_WIDTH_BOLD)
    kinds = [*("" for _ in condition), *("bold" for _ in question), "mono"]
    lines = [*condition, *question, branch.command]
    placed = (
        Line(x + PADDING, y + PADDING + BASELINE + number * LINE_HEIGHT, line, kind)
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    )
    return Box(x, y, width, _height(lines), tuple(placed), branch.anchor)


def _height(lines: Sequence[str]) -> int:
    return len(lines) * LINE_HEIGHT + 2 * PADDING


def _lines(texts: Sequence[str], x: int, top: int, kind: str) -> tuple[Line, ...]:
    return tuple(Line(x, top + BASELINE + number * LINE_HEIGHT, text, kind) for number, text in enumerate(texts))


def _moved(lines: Sequence[Line], down: int) -> Iterator[Line]:
    return (Line(line.x, line.y + down, line.text, line.kind) for line in lines)


def _elbows(x: int, end: int, middles: Sequence[int]) -> Iterator[str]:
    """A line from a symptom to each thing that can be seen; the first one is straight."""
    bend, top = (x + end) // 2, middles[0] if middles else 0
    return (f"{x},{top} {bend},{top} {bend},{middle} {end},{middle}" for middle in middles)
