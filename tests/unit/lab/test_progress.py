"""How far the plays are: lines for a file, a bar for a person."""

from __future__ import annotations

import io
import logging
import sys

import pytest
from rich.console import Console

from netdocs.lab import progress
from netdocs.lab.progress import BarOnTerminal, Lines, show_progress

LINE_CLEARED = "\r\x1b[2K"


def test_lines_where_nobody_watches(caplog: pytest.LogCaptureFixture) -> None:
    """How many of how many are over, on which engine, and how each went."""
    caplog.set_level(logging.INFO)
    with show_progress({"a/b.sh": None, "a/c.sh": 2.0}) as display:
        assert isinstance(display, Lines)
        display.step("28.5", "a/b.sh", "start")
        display.ended("28.5", "a/b.sh", "ok", 1.26)
        display.ended("28.5", "a/c.sh", "FAILED", 2)

    assert [
        "[0/2] engine 28.5  a/b.sh  start",
        "[1/2] engine 28.5  a/b.sh  ok, 1.3 s",
        "[2/2] engine 28.5  a/c.sh  FAILED, 2.0 s",
    ] == caplog.messages


def drawn(width: int = 100) -> tuple[str, str]:
    """What a terminal showed: with two of three scenarios being played, and when all were over."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=width, color_system=None)
    with BarOnTerminal(console, {"a/b.sh": 1.0, "a/c.sh": 3.0, "a/d.sh": None}) as bar:
        bar.step("28.5", "a/b.sh", "start")
        bar.step("28.5", "a/c.sh", "[bold]names")
        bar.refresh()
        during = screen.getvalue().rpartition(LINE_CLEARED)[2]
        bar.ended("28.5", "a/b.sh", "ok", 1)
        bar.ended("28.5", "a/c.sh", "FAILED", 3.2)
        bar.ended("28.5", "a/d.sh", "not run here", 0)
        bar.refresh()
        return during, screen.getvalue()


def test_the_bar_says_what_is_played_and_how_far() -> None:
    """What a step is called is not taken for markup."""
    during, after = drawn()

    assert during.startswith("0/3 ")
    assert "--:-- left" in during
    assert "28.5 a/b.sh: start  28.5 a/c.sh: [bold]names" in during
    assert "3/3 " in after


def test_only_failures_stay_on_the_screen() -> None:
    """The others would push them out of it."""
    _, after = drawn()

    assert "engine 28.5  a/c.sh  FAILED, 3.2 s" in after
    assert "a/b.sh  ok" not in after


def test_the_bar_keeps_to_one_line_of_a_narrow_terminal() -> None:
    """What does not fit is cut, not wrapped."""
    during, _ = drawn(width=60)

    assert "\n" not in during.strip("\n")
    assert "a/c.sh" not in during


def test_the_bar_moves_by_how_long_a_scenario_usually_takes() -> None:
    """A long one is more of the way."""
    bar = BarOnTerminal(Console(file=io.StringIO(), force_terminal=True), {"a": 1.0, "b": 3.0})
    bar.ended("28.5", "b", "ok", 9)

    assert bar.share == 0.75


def test_log_lines_go_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs' handler keeps the stream it was made with, and gets it back."""
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(
        progress, "Console", lambda **_: Console(file=terminal, force_terminal=True, width=80, color_system=None)
    )
    handler = logging.StreamHandler(terminal)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        with show_progress({"a/b.sh": 1.0}) as display:
            assert isinstance(display, BarOnTerminal)
            assert handler.stream is not terminal
        assert handler.stream is terminal
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
