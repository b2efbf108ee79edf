"""A step as HTML: what was typed, what was printed, and the quiet line that says by which engine and when.

Everything a program printed is escaped here and reaches the page as finished HTML, so nothing in it can
be read as Markdown, HTML or a template.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from netdocs.core.colour import coloured
from netdocs.core.engines import differing_lines
from netdocs.core.recording import Entry, Recording, StepRecord
from netdocs.core.terminal import clean
from netdocs.core.words import Words, age, date, seconds


@dataclass(frozen=True, slots=True)
class Shown:
    """A recording and how it came to this page."""

    recording: Recording
    live: bool
    """Whether this machine's engine printed it; a committed recording otherwise."""
    stale: bool
    """Whether the scenario has changed since."""
    differing: tuple[str, ...] = ()
    """Steps that print something else on other engines."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One dialect of a step, ready for the page."""

    label: str
    html: str


def tabs(shown: Sequence[Shown], step: str, kind: str, words: Words, now: datetime) -> tuple[Tab, ...]:
    """The step in each dialect that has it; for a `python` fence the Python first."""
    found = [
        _tab(one, record, words, now) for one in shown if (record := one.recording.step(step)) or one.recording.not_run
    ]
    return tuple(sorted(found, key=lambda tab: tab.label == words.python, reverse=kind == "python"))


def tabs_by_engine(shown: Mapping[str, Shown], step: str, words: Words, now: datetime) -> tuple[Tab, ...]:
    """The step on every engine (all of one dialect), the lines that differ from the first engine's marked."""
    first = next(iter(shown.values())).recording.step(step)
    base = tuple(entry.output for entry in first.entries) if first else ()
    return tuple(
        replace(_tab(one, one.recording.step(step), words, now, base), label=engine) for engine, one in shown.items()
    )


def _tab(shown: Shown, record: StepRecord | None, words: Words, now: datetime, base: Sequence[str] = ()) -> Tab:
    recording = shown.recording
    python = recording.scenario.endswith(".py")
    if record is None:
        body = f'<p class="nd-not-run">{escape(words.not_run.format(reason=recording.not_run))}</p>'
    elif python:
        body = _python(record, words)
    else:
        body = _transcript(record, base, name_machines=_several_machines(recording))
    return Tab(
        words.python if python else words.cli, f'<div class="nd-step">{body}{_quiet(shown, record, words, now)}</div>'
    )


def _several_machines(recording: Recording) -> bool:
    return len({entry.node for step in recording.steps for entry in step.entries}) > 1


def _transcript(record: StepRecord, base: Sequence[str], *, name_machines: bool) -> str:
    """Every command with what it printed; lines that the outputs in `base` lack are marked, if there is a base."""
    if not record.entries:
        return ""
    copied = "\n".join(entry.text for entry in record.entries)
    marked = [_marked(entry, base[n : n + 1]) if base else frozenset[int]() for n, entry in enumerate(record.entries)]
    pairs = zip(record.entries, marked, strict=True)
    lines = "".join(_typed(entry, name_machine=name_machines) + _printed(entry.output, own) for entry, own in pairs)
    return (
        f'<div class="highlight nd-transcript" data-copy="{_attribute(copied)}">'
        f'<div class="nd-lines"><pre><code>{lines}</code></pre></div></div>'
    )


def _marked(entry: Entry, base: Sequence[str]) -> frozenset[int]:
    """The lines of the entry's output that the output in `base` (one, or none) does not have."""
    return differing_lines(clean(entry.output), clean("".join(base)))


def _typed(entry: Entry, *, name_machine: bool) -> str:
    prompts = [f"{entry.node}$ " if name_machine else "$ "] + ["> "] * entry.text.count("\n")
    lines = coloured(entry.text, "sh").split("\n")
    shown = (
        f'<span class="nd-prompt">{escape(prompt)}</span>{line}' for prompt, line in zip(prompts, lines, strict=True)
    )
    return f'<span class="nd-typed">{chr(10).join(shown)}</span>\n'


def _printed(output: str, marked: frozenset[int] = frozenset()) -> str:
    lines = [escape(line, quote=False) for line in clean(output).rstrip("\n").split("\n")]
    shown = "\n".join(
        f'<mark class="nd-differs">{line}</mark>' if n in marked else line for n, line in enumerate(lines)
    )
    return f'<span class="nd-printed">{shown}</span>\n' if shown else ""


def _python(record: StepRecord, words: Words) -> str:
    code = f"<pre><code>{coloured(record.source, 'py')}\n</code></pre>"
    source = f'<div class="highlight nd-source" data-copy="{_attribute(record.source)}">{code}</div>'
    source = source if record.source else ""
    output = _printed("".join(entry.output for entry in record.entries))
    group = f'role="group" aria-label="{escape(words.output)}"'
    body = f'<div class="nd-lines nd-output" {group}><pre><code>{output}</code></pre></div>'
    return source + (body if output else "")


def _attribute(text: str) -> str:
    """Text as an attribute's value, its newlines kept."""
    return escape(text).replace("\n", "&#10;")


def _quiet(shown: Shown, record: StepRecord | None, words: Words, now: datetime) -> str:
    """The line under a block: engine, date, duration, link; and that it is a recording, if it is one."""
    recording = shown.recording
    took = seconds(record.seconds if record else recording.seconds)
    phrase = words.printed if shown.live else words.recorded
    facts = {"version": recording.release, "date": date(words, recording.played)}
    said = (
        phrase.format(**facts, seconds=took, age=age(words, recording.played, now))
        if record
        else date(words, recording.played)
    )
    differs = (
        f' · <a href="scenario:{escape(recording.scenario)}#by-engine">{escape(words.differs)}</a>'
        if record and record.name in shown.differing
        else ""
    )
    return quiet(shown, said, words, differs)


def quiet(shown: Shown, said: str, words: Words, more: str = "") -> str:
    """The line under a block that says `said`, and where it all comes from."""
    recording = shown.recording
    stale = f" {words.stale}" if shown.stale else ""
    release = ".".join(recording.kernel.split(".")[:2])
    kernel = f" {words.borrowed.format(release=release)}" if recording.emulated else ""
    name = escape(recording.scenario)
    link = f'<a href="scenario:{name}">{name}</a>'
    time = f'<time datetime="{escape(recording.played)}">{escape(said)}</time>'
    return f'<p class="nd-quiet">{time}{words.stop}{escape(kernel)}{escape(stale)} {link}{more}</p>'
