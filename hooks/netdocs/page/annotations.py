"""Annotations on lines of an output, and long outputs collapsed around the lines that matter. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from netdocs.page.transcript import Command, Output, OutputLine, Tab

COLLAPSE_OVER = 30
"""Lines an output may have before it is collapsed: about a screenful beside its commands."""
HEAD, TAIL, CONTEXT = 8, 4, 1
"""Lines that stay in view: at the beginning, at the end, and around each line that matters."""
COLLAPSE_MIN = 6
"""Fewer hidden lines than this are not worth a click."""
MAX_MATCHES = 4
"""A word of the prose points at the lines it is in, unless there are more than this: then it points at none."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something said about the first line that holds a term."""

    number: int
    term: str


def unmatched(tabs: Iterable[Tab], annotations: Iterable[Annotation]) -> Iterator[str]:
    """The terms of annotations that no line of any tab holds."""
    lines = [line.text for tab in tabs for output in tab.outputs for line in output.lines]
    yield from (note.term for note in annotations if not any(note.term in line for line in lines))


def annotate(tab: Tab, annotations: Sequence[Annotation], terms: Iterable[str]) -> Tab:
    """The tab with its annotations attached and long outputs collapsed; `terms` are words the prose points with.

    An annotation is attached once in each output that holds its term.
    """
    items = (annotated for item in tab.items for annotated in _annotated(item, annotations, tuple(terms)))
    return replace(tab, items=tuple(items))


def _annotated(
    item: Command | Output, annotations: Sequence[Annotation], terms: Sequence[str]
) -> Iterator[Command | Output]:
    if isinstance(item, Command):
        yield item
        return
    lines = list(item.lines)
    for annotation in annotations:
        at = next(iter(_holding(lines, annotation.term)), None)
        if at is not None:
            lines[at] = replace(lines[at], annotations=(*lines[at].annotations, annotation.number))
    important = {number for number, line in enumerate(lines) if line.changed or line.annotations}
    for term in terms:
        holding = _holding(lines, term)
        important.update(holding if len(holding) <= MAX_MATCHES else ())
    yield from _collapsed(lines, hidden_runs(len(lines), important))


def _holding(lines: Sequence[OutputLine], term: str) -> list[int]:
    return [number for number, line in enumerate(lines) if term in line.text]


def _collapsed(lines: Sequence[OutputLine], runs: Iterable[tuple[int, int]]) -> Iterator[Output]:
    start = 0
    for first, last in runs:
        yield Output(tuple(lines[start:first]))
        yield Output(tuple(lines[first:last]), collapsed=True)
        start = last
    yield Output(tuple(lines[start:]))


def hidden_runs(count: int, important: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """First and last (not included) of the lines to hide in an output of `count` lines; none in a short one."""
    if count <= COLLAPSE_OVER:
        return ()
    visible = {*range(HEAD), *range(count - TAIL, count)}
    visible |= {near for line in important for near in range(line - CONTEXT, line + CONTEXT + 1)}
    runs, first = [], 0
    for line in range(count + 1):
        if line in visible or line == count:
            if line - first >= COLLAPSE_MIN:
                runs.append((first, line))
            first = line + 1
    return tuple(runs)
