"""The shell of `make lab`: what the terminal is like when it is over."""

from __future__ import annotations

import os
import pty
import signal
import sys

import pytest

from netdocs.commands import shell


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
                with pytest.raises(KeyError), shell._raw_terminal(lambda _: None):  # noqa: SLF001  (nothing else opens one)
                    raise KeyError
            else:
                with shell._raw_terminal(lambda _: None):  # noqa: SLF001  (as above)
                    assert watcher is not signal.getsignal(signal.SIGWINCH)
        assert watcher is signal.getsignal(signal.SIGWINCH)
    finally:
        signal.signal(signal.SIGWINCH, before)
        os.close(main)
