"""Shells elsewhere: what the terminal is like when they are over."""

from __future__ import annotations

import os
import pty
import signal
import sys

import pytest

from netdocs.lab.raw_terminal import raw_terminal


@pytest.mark.parametrize("fails", [False, True])
def test_the_terminal_is_as_before(monkeypatch: pytest.MonkeyPatch, *, fails: bool) -> None:
    """Whoever watched its size watches it again, however the shell ended."""
    main, child = pty.openpty()
    before = signal.signal(signal.SIGWINCH, lambda *_: None)
    watcher = signal.getsignal(signal.SIGWINCH)
    try:
        with os.fdopen(child, "r") as terminal:
            monkeypatch.setattr(sys, "stdin", terminal)
            if fails:
                with pytest.raises(KeyError), raw_terminal(lambda: None):
                    raise KeyError
            else:
                with raw_terminal(lambda: None):
                    assert watcher is not signal.getsignal(signal.SIGWINCH)
        assert watcher is signal.getsignal(signal.SIGWINCH)
    finally:
        signal.signal(signal.SIGWINCH, before)
        os.close(main)
