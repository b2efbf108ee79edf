"""A step as its reader sees it: what was typed and what was printed. Values, no HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from markupsafe import Markup

from netdocs.i18n.strings import ContentStrings
from netdocs.page.caption import Caption, step_caption
from netdocs.page.highlight import highlight_html
from netdocs.page.results import SourcedRecording
from netdocs.recording.compare import differing_lines
from netdocs.recording.model import CommandResult, Recording, StepResult
from netdocs.terminal import escape_invisible, render_terminal_output


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it was typed."""

    lines: tuple[tuple[str, Markup], ...]
    """Prompt and coloured source of each line."""


@dataclass(frozen=True, slots=True)
class OutputLine:
    """A line that was printed."""

    text: str
    changed: bool = False
    """Whether the output it is compared with lacks it."""
    annotations: tuple[int, ...] = ()
    """Numbers of the annotations that stand at its beginning."""


@dataclass(frozen=True, slots=True)
class Output:
    """Lines that were printed one after another."""

    lines: tuple[OutputLine, ...]
    collapsed: bool = False
    """Whether they are hidden until a reader asks for them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Commands and outputs that are in view together, or hidden together."""

    collapsed: int
    """How many lines are hidden; 0 where they are in view."""
    items: tuple[Command | Output, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """One dialect of a step, or one engine's."""

    label: str
    caption: Caption
    skipped: str = ""
    """Why there is nothing to show."""
    python: bool = False
    """Whether it is a script with what it printed; else a transcript."""
    source: str = ""
    """The Python; empty in the shell dialect."""
    commands: str = ""
    """What the copy button copies: the commands without prompts; empty in Python."""
    items: tuple[Command | Output, ...] = ()
    try_command: str = ""
    """What a reader types to be at the end of this step on their own machine; empty where that cannot be."""

    @property
    def outputs(self) -> Iterator[Output]:
        """Everything that was printed."""
        return (item for item in self.items if isinstance(item, Output))

    @property
    def runs(self) -> Iterator[Run]:
        """The items, cut where they begin and cease to be hidden."""
        for collapsed, group in groupby(self.items, key=lambda item: isinstance(item, Output) and item.collapsed):
            items = tuple(group)
            yield Run(sum(len(item.lines) for item in items) if collapsed else 0, items)


def make_tabs(
    results: Sequence[SourcedRecording], step: str, language: str, strings: ContentStrings, now: datetime
) -> tuple[Tab, ...]:
    """The step in each dialect that has it; for a `python` fence the Python first."""
    tabs = [
        _tab(result, record, strings, now)
        for result in results
        if (record := result.recording.step(step)) or result.recording.skipped_reason
    ]
    return tuple(sorted(tabs, key=lambda tab: tab.label == strings.python, reverse=language == "python"))


def make_tabs_by_engine(
    results: Mapping[str, SourcedRecording], step: str, strings: ContentStrings, now: datetime
) -> tuple[Tab, ...]:
    """The step on every engine (all of one dialect), the lines that differ from the first engine's marked."""
    first = next(iter(results.values())).recording.step(step)
    base = tuple(entry.output for entry in first.commands) if first else ()
    return tuple(
        replace(_tab(result, result.recording.step(step), strings, now, base), label=engine)
        for engine, result in results.items()
    )


def make_tabs_of_unrecorded(engines: Iterable[tuple[str, str]], strings: ContentStrings) -> tuple[Tab, ...]:
    """A tab for each engine on which a scenario, named with it, has yet to be recorded."""
    return tuple(
        Tab(engine, Caption("", "", scenario), strings.not_recorded.format(engine=engine))
        for engine, scenario in engines
    )


def _tab(
    result: SourcedRecording,
    record: StepResult | None,
    strings: ContentStrings,
    now: datetime,
    base: Sequence[str] = (),
) -> Tab:
    recording = result.recording
    python = recording.scenario.endswith(".py")
    label = strings.python if python else strings.cli
    caption = step_caption(result, record, strings, now)
    if record is None:
        return Tab(label, caption, strings.skipped.format(reason=recording.skipped_reason))
    if python:
        output = _output("".join(entry.output for entry in record.commands))
        return Tab(label, caption, python=True, source=escape_invisible(record.source), items=output)
    commands = "\n".join(escape_invisible(entry.text) for entry in record.commands)
    items = tuple(_transcript(record, base, name_machines=several_machines(recording)))
    return Tab(label, caption, commands=commands, items=items)


def several_machines(recording: Recording) -> bool:
    """Whether commands were typed at more than one machine, so that prompts have to name them."""
    return len({entry.node for step in recording.steps for entry in step.commands}) > 1


def _transcript(record: StepResult, base: Sequence[str], *, name_machines: bool) -> Iterator[Command | Output]:
    """Every command with what it printed; lines that the outputs in `base` lack are marked, if there is a base."""
    for number, entry in enumerate(record.commands):
        yield _command(entry, name_machine=name_machines)
        changed = _changed(entry, base[number : number + 1]) if base else frozenset[int]()
        yield from _output(entry.output, changed)


def _changed(entry: CommandResult, base: Sequence[str]) -> frozenset[int]:
    """The lines of the entry's output that the output in `base` (one, or none) does not have."""
    return differing_lines(render_terminal_output(entry.output), render_terminal_output("".join(base)))


def _command(entry: CommandResult, *, name_machine: bool) -> Command:
    text = escape_invisible(entry.text)
    prompts = [f"{entry.node}$ " if name_machine else "$ "] + ["> "] * text.count("\n")
    lines = (Markup(line) for line in highlight_html(text, "sh").split("\n"))  # noqa: S704  (escaped by Pygments)
    return Command(tuple(zip(prompts, lines, strict=True)))


def _output(text: str, changed: frozenset[int] = frozenset()) -> tuple[Output, ...]:
    """What was printed, as one output; none where nothing was."""
    printed = render_terminal_output(text).rstrip("\n")
    lines = tuple(OutputLine(line, number in changed) for number, line in enumerate(printed.split("\n")))
    return (Output(lines),) if printed else ()
