"""How far the plays are: a bar on a terminal, lines elsewhere; safe to use from several threads. Effects."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol, Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress
from rich.table import Column
from rich.text import Text

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

UNKNOWN_SECONDS = 7.0
"""What a scenario counts for that was never played: the mean of the others (268 in 15.6 minutes, two at a time)."""

_ONE_LINE = Column(no_wrap=True, overflow="ellipsis", ratio=1)


class Progress(Protocol):
    """What is told while scenarios are played."""

    def step(self, engine: str, scenario: str, step: str) -> None:
        """A step begins."""

    def ended(self, engine: str, scenario: str, outcome: str, seconds: float) -> None:
        """A scenario is over: `ok`, `FAILED` or `not run here`."""


@contextmanager
def show_progress(usual: Mapping[str, float | None]) -> Iterator[Progress]:
    """Tell how far these scenarios are, given how many seconds each usually takes; None if nobody knows."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal or console.is_dumb_terminal:
        yield Lines(len(usual))
        return
    terminal = sys.stderr
    with BarOnTerminal(console, usual) as bar, _logs_above_bar(terminal):
        yield bar


@contextmanager
def _logs_above_bar(terminal: TextIO) -> Iterator[None]:
    """Let log handlers that write to the terminal write what now stands for it: they keep what they were made with."""
    handlers = [entry for entry in logging.getLogger("mkdocs").handlers if isinstance(entry, logging.StreamHandler)]
    moved = [handler for handler in handlers if handler.stream is terminal]
    for handler in moved:
        handler.setStream(sys.stderr)
    try:
        yield
    finally:
        for handler in moved:
            handler.setStream(terminal)


class Lines:
    """A line for each step and each end."""

    def __init__(self, total: int) -> None:
        self._total, self._ended = total, 0
        self._lock = threading.Lock()

    def step(self, engine: str, scenario: str, step: str) -> None:
        """A line that says so."""
        with self._lock:
            self._log(engine, scenario, step)

    def ended(self, engine: str, scenario: str, outcome: str, seconds: float) -> None:
        """A line that says so."""
        with self._lock:
            self._ended += 1
            self._log(engine, scenario, f"{outcome}, {seconds:.1f} s")

    def _log(self, engine: str, scenario: str, message: str) -> None:
        log.info(f"[{self._ended}/{self._total}] engine {engine}  {scenario}  {message}")


class BarOnTerminal:
    """One line at the bottom: how far, how long yet, and what is being played; failures are lines above it."""

    def __init__(self, console: Console, usual: Mapping[str, float | None]) -> None:
        self._usual = {scenario: seconds or UNKNOWN_SECONDS for scenario, seconds in usual.items()}
        self._steps: dict[str, str] = {}
        self._ended = 0
        self._lock = threading.Lock()
        self._bar = RichProgress(
            TextColumn("{task.fields[ended]}/{task.fields[scenarios]}"),
            BarColumn(20),
            TimeRemainingColumn(compact=True),
            TextColumn("left"),
            TextColumn("{task.description}", markup=False, table_column=_ONE_LINE),
            console=console,
            transient=True,
            expand=True,
        )
        self._id = self._bar.add_task("", total=sum(self._usual.values()), ended=0, scenarios=len(usual))

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def step(self, engine: str, scenario: str, step: str) -> None:
        """Name it in the bar."""
        with self._lock:
            self._steps[f"{engine} {scenario}"] = step
            self._show(0)

    def ended(self, engine: str, scenario: str, outcome: str, seconds: float) -> None:
        """Move the bar on; a failure stays on the screen."""
        with self._lock:
            self._steps.pop(f"{engine} {scenario}", None)
            self._ended += 1
            self._show(self._usual[scenario])
            if outcome == "FAILED":
                self._bar.console.print(Text(f"engine {engine}  {scenario}  {outcome}, {seconds:.1f} s"))

    @property
    def share(self) -> float:
        """How much of the whole is over, 0 to 1."""
        return self._bar.tasks[0].percentage / 100

    def refresh(self) -> None:
        """Draw it now; otherwise it is drawn ten times a second."""
        self._bar.refresh()

    def _show(self, seconds: float) -> None:
        playing = "  ".join(f"{scenario}: {step}" for scenario, step in self._steps.items())
        self._bar.update(self._id, advance=seconds, description=playing, ended=self._ended)
