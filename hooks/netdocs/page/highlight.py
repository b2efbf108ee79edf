"""Source code as HTML, coloured by Pygments. Pure."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import BashLexer, PythonLexer

from netdocs.scenario.model import Dialect

_LEXERS = {"sh": BashLexer(stripnl=False), "py": PythonLexer(stripnl=False)}
_FORMATTER = HtmlFormatter(nowrap=True)
"""Made once: making it costs more than colouring a command."""


@cache
def highlight_html(code: str, dialect: Dialect) -> Markup:
    """The code as HTML that has its lines; kept, because `serve` shows the same code again and again."""
    html: str = highlight(f"{code}\n", _LEXERS[dialect], _FORMATTER)
    return Markup(html.removesuffix("\n"))  # noqa: S704  (Pygments escapes what it colours)
