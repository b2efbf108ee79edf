"""What parsers are fed with: fragments of their own language in any order, and any of them many times over."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from hypothesis import strategies as st

MAX_SIZE = 16 * 1024
"""Characters of a text: enough that what takes the square of its length takes more than CPU_SECONDS."""
TIMES = (2, 3, 30, 300, MAX_SIZE)
"""How often something is repeated; seldom as often as there is room for, because that is what takes the time."""
CPU_SECONDS = 1.0

BLANKS = (" ", "  ", "\t", "\n", "\r", "\f", "\x1c", "\x85", "\u2028", "\xa0")
ODD = ("", "\0", "\x1b", "\u202e", "\ufeff", "é", "日本", "😀", "²", "٣", "9" * 4301, "x" * 300)


class TooSlowError(AssertionError):
    """A parser took more processor time than any text may cost."""


@contextmanager
def bounded(seconds: float = CPU_SECONDS) -> Iterator[None]:
    """End what takes longer than `seconds` of this process's own time; regular expressions let themselves be ended.

    Garbage is collected afterwards: that of ten thousand examples takes long, is no parser's, and what is raised
    in Hypothesis' callback for it is told as an error of its own.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {seconds} s")

    previous = signal.signal(signal.SIGVTALRM, stop)
    gc.disable()
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()
        signal.signal(signal.SIGVTALRM, previous)


def texts(*fragments: str, between: Sequence[str] = ("",)) -> st.SearchStrategy[str]:
    """Texts of these fragments: a few of them, or some repeated up to MAX_SIZE with others around."""
    piece = st.sampled_from([*fragments, *fragments, *BLANKS, *ODD]) | st.text(max_size=4)
    few = st.builds(str.join, st.sampled_from(between), st.lists(piece, max_size=10))
    return few | st.builds(_repeated, few, st.lists(piece, min_size=1, max_size=3), st.sampled_from(TIMES), few)


def _repeated(head: str, unit: Sequence[str], times: int, tail: str) -> str:
    word = "".join(unit)
    return f"{head}{word * min(times, MAX_SIZE // max(len(word), 1))}{tail}"


def hostile(*parts: str, times: int = MAX_SIZE) -> str:
    """The first part, the second as often as there is room for, the third."""
    head, unit, tail = parts
    return _repeated(head, [unit], times, tail)
