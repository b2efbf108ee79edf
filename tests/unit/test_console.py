"""The builder's terminal: what is logged and printed is plain."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from netdocs.console import protect_handlers, say

HOSTILE = "\x1b]0;title\x07\x1b[31m%s\r\x9b\u202e"
PLAIN = "\\x1b]0;title\\x07\\x1b[31m"


@pytest.fixture
def printed() -> Iterator[io.StringIO]:
    """What a handler of the logger `hostile` prints."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger("hostile").addHandler(handler)
    yield stream
    logging.getLogger("hostile").removeHandler(handler)


def test_what_is_logged_is_plain(printed: io.StringIO) -> None:
    """Also by loggers below it, and with arguments; protected twice it is spelt out once."""
    protect_handlers("hostile")
    protect_handlers("hostile")
    logging.getLogger("hostile.below").warning(HOSTILE, "\x1b[0m")

    assert printed.getvalue() == f"{PLAIN}\\x1b[0m\\x0d\\x9b\\u202e\n"


def test_what_is_said_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    """Reports of drift quote what engines print today."""
    say(f"{HOSTILE}\n+ next")

    assert capsys.readouterr().out == f"{PLAIN}%s\\x0d\\x9b\\u202e\n+ next\n"
