"""Where things are on the site, known before anything is rendered. Pure."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from urllib.parse import quote

PROOF_PAGE = "reference/proof.md"
"""The page, below the documents' folder, that lists every claim."""


def url_of(page: str, *, directory_urls: bool = True) -> str:
    """The URL of a page (its Markdown path below the documents' folder) below the site's root, percent-encoded.

    `directory_urls` is MkDocs' `use_directory_urls`: `a/b/` or `a/b.html`.
    """
    path = PurePosixPath(page).with_suffix("")
    path = path.with_name("index") if path.name == "README" else path
    if not directory_urls:
        return quote(f"{path}.html")
    folder = path.parent if path.name == "index" else path
    return "" if str(folder) == "." else quote(f"{folder}/")


def relative_url(url: str, page_url: str) -> str:
    """`url` as seen from the page at `page_url`; both below the site's root, folders ending in a slash."""
    path, mark, fragment = url.partition("#")
    folder = posixpath.dirname(page_url) or "."
    relative = posixpath.relpath(path or ".", folder)
    return (f"{relative}/" if path.endswith("/") or not path else relative) + mark + fragment


def scenario_page(session: str) -> str:
    """The Markdown path of a session's page, below the documents' folder."""
    return f"scenarios/{session}.md"


def claim_anchor(claim: str) -> str:
    """The fragment of a claim, on the proof page and on its scenario's."""
    return f"claim-{claim}"


def mention_anchor(claim: str) -> str:
    """The fragment of the first words on a page that a claim proves."""
    return f"says-{claim}"


def step_anchor(session: str, step: str) -> str:
    """The fragment of the first block on a page that shows a step."""
    return f"{session.replace('/', '-')}--{step}"


def line_anchor(dialect: str, line: int) -> str:
    """The fragment of a line of a scenario, on the scenario's page."""
    return f"{dialect}-{line}"
