"""A terminal that hands on every key as it is typed, for shells elsewhere; lab/tryit has it, too. Effects."""

from __future__ import annotations

import signal
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def raw_terminal(resize: Callable[[], None]) -> Iterator[None]:
    """Make standard input raw while this lasts, if it is a terminal; `resize` is called now and for every new size."""
    if not sys.stdin.isatty():
        yield
        return
    resize()
    handler = signal.signal(signal.SIGWINCH, lambda *_: resize())
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setraw(sys.stdin)
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
        signal.signal(signal.SIGWINCH, handler)
