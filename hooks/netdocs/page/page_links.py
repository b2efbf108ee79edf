"""Links from page to page, checked with their line before anything is built. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from netdocs.errors import Diagnostic, did_you_mean
from netdocs.page.fences import outside_fences, without_code_spans

_LINK = re.compile(r"\]\(\s*<?(?P<path>[^)\s>#?:]+\.(?:md|svg|png))(?:#[^)\s>]*)?>?(?:\s+\"[^\"]*\")?\s*\)")
"""An inline link or picture with a relative path; one with a colon has a scheme, and leads elsewhere."""


def missing_files(page: str, text: str, files: Collection[str]) -> Iterator[Diagnostic]:
    """A problem for every link to a page or picture that is not there; page and files by their path below the root."""
    for number, line in outside_fences(text):
        for match in _LINK.finditer(without_code_spans(line)):
            path = unquote(match["path"])
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            if target not in files and not path.startswith("/"):
                hint = f"correct the path, which begins at this page's folder{_alike(page, target, files)}"
                yield Diagnostic(f"{page}:{number}", "this link leads to no file", hint, target, match["path"])


def _alike(page: str, target: str, files: Collection[str]) -> str:
    """The path most like the one that is missing, as this page would write it."""
    folder = posixpath.dirname(page)
    return did_you_mean(posixpath.relpath(target, folder), [posixpath.relpath(file, folder) for file in files])
