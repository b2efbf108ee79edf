"""A drawing as HTML: an inline SVG, the same in words, and the quiet line that says what it was drawn from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from netdocs.core import in_words, route
from netdocs.core.changes import compare
from netdocs.core.layout import layout
from netdocs.core.looks import PICTURE
from netdocs.core.observed import Journey, Look, Observation
from netdocs.core.pen import Status
from netdocs.core.recording import Recording
from netdocs.core.shapes import Block
from netdocs.core.svg import svg
from netdocs.core.topology import graph
from netdocs.core.transcript import Shown, quiet
from netdocs.core.words import Words, age, date

COLUMN, PHONE = 690, 330
"""Widths of the reading column and of a phone, less its margins."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a fence asks for."""

    step: str
    look: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is put on a page: for a width, shapes; the same in words; what marks of change mean."""

    title: str
    sentences: Sequence[str]
    draw: Callable[[int], Block]
    legend: str = ""


def figure(shown: Shown, wanted: Wanted, name: str, words: Words, now: datetime) -> str:
    """The drawing as a figure; `name` is nobody else's on the page."""
    recording = shown.recording
    if recording.not_run:
        return _instead(shown, words.not_run.format(reason=recording.not_run), words)
    made = _made(recording, wanted, words)
    legend = f'<p class="nd-legend">{escape(made.legend)}</p>' if made.legend else ""
    told = "".join(f"<li>{escape(sentence)}</li>" for sentence in made.sentences)
    details = f"<details><summary><span>{escape(words.picture.in_words)}</span></summary><ul>{told}</ul></details>"
    return (
        f'<figure class="nd-picture"><div class="nd-scroll" tabindex="0" role="group" '
        f'aria-label="{escape(made.title)}">{_svgs(made, name)}</div>'
        f"{legend}{details}{quiet(shown, _said(shown, words, now), words)}</figure>"
    )


def in_text(recording: Recording, wanted: Wanted, words: Words) -> str:
    """The drawing in words alone, as Markdown."""
    if recording.not_run:
        return words.not_run.format(reason=recording.not_run)
    made = _made(recording, wanted, words)
    title = f"**{words.picture.in_text.format(title=made.title)}** {made.legend}".rstrip()
    return "\n".join([title, "", *(f"- {sentence}" for sentence in made.sentences)])


def _made(recording: Recording, wanted: Wanted, words: Words) -> Drawing:
    before = _look(recording, wanted.since, PICTURE) if wanted.since else None
    return drawing(_look(recording, wanted.step, wanted.look), before, wanted.step, wanted.since, words)


def _svgs(drawing: Drawing, name: str) -> str:
    """The drawing for wide and for narrow screens; one for both if they are the same."""
    told = " ".join(drawing.sentences)
    broad, narrow = drawing.draw(COLUMN), drawing.draw(PHONE)
    if broad == narrow:
        return svg(broad, name, drawing.title, told)
    pair = ((broad, "", " nd-wide"), (narrow, "-narrow", " nd-narrow"))
    return "\n".join(svg(block, name + end, drawing.title, told, cls) for block, end, cls in pair)


def _instead(shown: Shown, text: str, words: Words) -> str:
    said = date(words, shown.recording.played)
    return f'<figure class="nd-picture"><p class="nd-not-run">{escape(text)}</p>{quiet(shown, said, words)}</figure>'


def _said(shown: Shown, words: Words, now: datetime) -> str:
    recording, terms = shown.recording, words.picture
    facts = {"version": recording.release, "date": date(words, recording.played)}
    return (terms.drawn if shown.live else terms.drawn_recorded).format(**facts, age=age(words, recording.played, now))


def _look(recording: Recording, step: str, asked: str) -> Look:
    record = recording.step(step)
    look = record.look(asked) if record else None
    if look is None:
        raise LookupError(f"{recording.scenario}: nothing is recorded of [{asked}] at step {step!r}")
    return look


def drawing(look: Look, before: Look | None, step: str, since: str, words: Words) -> Drawing:
    """The drawing of what was seen at the end of `step`, and of what has changed `since` another, if there was one."""
    if look.journey:
        return _path(look.journey, words)
    seen, marks = look.network or Observation(()), dict[str, Status]()
    if before and before.network:
        seen, marks = compare(before.network, seen)
    found = graph(seen, words)
    title = words.picture.title.format(step=step.lstrip("_"))
    legend = words.picture.legend.format(step=since.lstrip("_")) if before else ""
    told = in_words.sentences(found, seen, words.picture, marks)
    return Drawing(title, told, lambda room: layout(found, room, words, marks), legend)


def _path(way: Journey, words: Words) -> Drawing:
    title = words.picture.path_title.format(start=way.start, goal=way.goal)
    told = in_words.journey(way, words.picture)
    return Drawing(title, told, lambda room: route.draw(way, room, words.picture))
