"""Notes on lines of an output, and long outputs folded around the lines that matter.

Works on the finished HTML of a page, so it stands after whatever turned Markdown into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape

from netdocs.core.words import Words

LONG = 30
"""Lines an output may have before it is folded."""
HEAD, TAIL, AROUND = 8, 4, 1
"""Lines that stay in view: at the beginning, at the end, and around each line that matters."""
WORTH = 6
"""Fewer hidden lines than this are not worth a fold."""
MOST = 4
"""A word of the prose points at the lines it is in, unless there are more than this."""

START, END = "<!--nd-block-->", "<!--/nd-block-->"
"""Where a block begins and ends, for this module to find; they do not reach the page."""

_BLOCK = re.compile(
    rf"(?P<before><p>(?:(?!</?p>).)*</p>\s*)?{START}(?P<block>.*?){END}"
    r"(?P<notes>\s*<dl>(?P<list>.*?)</dl>)?(?P<after>\s*<p>(?:(?!</?p>).)*</p>)?",
    re.DOTALL,
)
_NOTE = re.compile(r"<dt><code>(?P<term>.*?)</code></dt>\s*(?P<text><dd>.*?</dd>)(?=\s*(?:<dt>|$))", re.DOTALL)
_PRINTED = re.compile(r'<span class="nd-printed">(?P<lines>.*?)</span>\n', re.DOTALL)
_CODE = re.compile(r"<code>(.*?)</code>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


class NoSuchLineError(ValueError):
    """A note is about something that no line of its block says."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something said about the first line that holds a term."""

    number: int
    term: str
    """As it stands in the HTML, escaped."""
    text: str
    """The definition, HTML."""


def dress(html: str, words: Words) -> str:
    """Every block with its notes attached and its long outputs folded. NoSuchLineError if a note fits nowhere."""
    counted = iter(range(1, 1_000_000))
    return _BLOCK.sub(lambda found: _dressed(found, next(counted), words), html)


def _dressed(found: re.Match[str], block: int, words: Words) -> str:
    notes = _notes(found["list"] or "")
    if found["notes"] and not notes:
        notes, kept = (), found["notes"]
    else:
        kept = f"\n{_definitions(notes, block)}" if notes else ""
    for note in notes:
        if not any(note.term in _bare(line) for line in _lines(found["block"])):
            raise NoSuchLineError(unescape(note.term))
    prose = (found["before"] or "") + (found["after"] or "")
    pointed = tuple(dict.fromkeys(_CODE.findall(prose)))
    shown = _PRINTED.sub(_printer(notes, pointed, words), found["block"])
    return f"{found['before'] or ''}{shown}{kept}{found['after'] or ''}"


def _notes(listed: str) -> tuple[Note, ...]:
    """The notes of a definition list whose every term is code; any other list is just a list."""
    found = tuple(_NOTE.finditer(listed.strip()))
    if not found or len(found) != listed.count("<dt>"):
        return ()
    return tuple(Note(number, one["term"], one["text"]) for number, one in enumerate(found, 1))


def _definitions(notes: Iterable[Note], block: int) -> str:
    items = "\n".join(
        f'<dt id="note-{block}-{note.number}" data-number="{note.number}"><code>{note.term}</code></dt>\n{note.text}'
        for note in notes
    )
    return f'<dl class="nd-notes">\n{items}\n</dl>'


def _lines(block: str) -> Iterator[str]:
    for found in _PRINTED.finditer(block):
        yield from found["lines"].split("\n")


def _bare(line: str) -> str:
    return _TAG.sub("", line)


def _printer(notes: Sequence[Note], pointed: Sequence[str], words: Words) -> Callable[[re.Match[str]], str]:
    """What replaces one output. A note is attached once in each output that has its term."""

    def printed(found: re.Match[str]) -> str:
        lines = found["lines"].split("\n")
        bare = [_bare(line) for line in lines]
        matter = {n for n, line in enumerate(lines) if "<mark" in line}
        for note in notes:
            at = next((n for n, line in enumerate(bare) if note.term in line), None)
            if at is not None:
                lines[at] = f"{_reference(note, words)}{lines[at]}"
                matter.add(at)
        for word in pointed:
            at_all = [n for n, line in enumerate(bare) if word in line]
            matter.update(at_all if len(at_all) <= MOST else ())
        return _folded(lines, matter, words)

    return printed


def _reference(note: Note, words: Words) -> str:
    name = escape(words.note.format(number=note.number))
    return f'<span class="nd-ref" role="img" aria-label="{name}">{note.number}</span>'


def _folded(lines: Sequence[str], matter: Iterable[int], words: Words) -> str:
    runs = hidden_runs(len(lines), matter)
    parts, at = [], 0
    for first, last in runs:
        parts += [_span(lines[at:first]), _fold(lines[first:last], words)]
        at = last
    return "".join([*parts, _span(lines[at:])])


def hidden_runs(count: int, matter: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """First and last (not included) of the lines to hide in an output of `count` lines; none in a short one."""
    if count <= LONG:
        return ()
    seen = {*range(HEAD), *range(count - TAIL, count)}
    seen |= {near for line in matter for near in range(line - AROUND, line + AROUND + 1)}
    runs, first = [], 0
    for line in range(count + 1):
        if line in seen or line == count:
            if line - first >= WORTH:
                runs.append((first, line))
            first = line + 1
    return tuple(runs)


def _span(lines: Sequence[str]) -> str:
    return f'<span class="nd-printed">{chr(10).join(lines)}</span>\n' if lines else ""


def _fold(lines: Sequence[str], words: Words) -> str:
    """The hidden lines, between the end of one run of preformatted text and the beginning of the next."""
    summary = f"<summary>{escape(words.more_lines.format(count=len(lines)))}</summary>"
    inner = f"<pre><code>{_span(lines)}</code></pre>"
    return f'</code></pre><details class="nd-fold">{summary}{inner}</details><pre><code>'
