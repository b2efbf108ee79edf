"""The builder's terminal: what is printed or logged has none of a terminal's powers, whatever it quotes. Effects."""

from __future__ import annotations

import logging
import sys
from typing import TextIO

from netdocs.terminal import escape_invisible


class _Plain(logging.Filter):
    """Spells out control characters in every message; a handler that has it adds its own colours later."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = escape_invisible(record.getMessage()), ()
        return True


_PLAIN = _Plain()


def protect_handlers(logger: str) -> None:
    """Let everything that this logger's handlers print be plain, those of loggers below it included."""
    for handler in logging.getLogger(logger).handlers:
        handler.addFilter(_PLAIN)  # a second time changes nothing


def say(text: object, stream: TextIO | None = None) -> None:
    """Print a text, on standard output unless told otherwise."""
    print(escape_invisible(str(text)), file=stream or sys.stdout)
