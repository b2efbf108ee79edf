"""What `mkdocs serve` shows while the site cannot be built: what is wrong, where, and what to do. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from netdocs.errors import Diagnostic, NetdocsError
from netdocs.page.templating import render


def problems_of(error: BaseException | None) -> tuple[Diagnostic, ...]:
    """The problems of the NetdocsError that an exception was raised from, or while handling; none if there is none."""
    while error is not None and not isinstance(error, NetdocsError):
        error = error.__cause__ or error.__context__
    return error.problems if error else ()


def failure_page(problems: Sequence[Diagnostic], messages: Sequence[str]) -> str:
    """The page: each problem with its facts, and what else the build said."""
    return str(render("failure.html", problems=problems, messages=messages))
