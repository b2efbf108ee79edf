"""Source code as HTML, coloured by Pygments."""

from __future__ import annotations

from functools import cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import BashLexer, PythonLexer

from netdocs.core.scenario import Dialect

_LEXERS = {"sh": BashLexer(stripnl=False), "py": PythonLexer(stripnl=False)}
_FORMATTER = HtmlFormatter(nowrap=True)
"""Made once: making it costs more than colouring a command."""


@cache
def coloured(code: str, dialect: Dialect) -> str:
    """The code as HTML that has its lines; kept, because `serve` shows the same code again and again."""
    html: str = highlight(f"{code}\n", _LEXERS[dialect], _FORMATTER)
    return html.removesuffix("\n")
