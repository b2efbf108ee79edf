"""Where things are on the site, known before anything is rendered."""

from __future__ import annotations

from pathlib import PurePosixPath

PROOF = "reference/proof.md"
"""The page, below the documents' folder, that lists every claim."""


def url_of(page: str) -> str:
    """The URL of a page (its Markdown path below the documents' folder) below the site's root."""
    path = PurePosixPath(page).with_suffix("")
    folder = path.parent if path.name in ("index", "README") else path
    return "" if str(folder) == "." else f"{folder}/"


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
