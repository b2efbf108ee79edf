"""`make lint`: hints for reviewers, errors for claims that nobody says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netdocs.core.errors import AuthorError
from netdocs.wiring.lint import lint

Write = Callable[[str, str], Path]
FENCE = '```console exec="on" session="bridge/default" step="start"\n```\n'


def test_a_claim_nobody_says_is_an_error(tmp_path: Path, write: Write) -> None:
    """After every hint was said."""
    write("snippets/bridge/default.sh", "# %% start\ntrue\n# claim a: So.\ntrue\n")
    write("docs/en/bridge.md", f"# Bridge\n\nA network is there.\n\n{FENCE}")
    said: list[str] = []
    with pytest.raises(AuthorError, match="no page links to claim 'a'"):
        lint(tmp_path, said.append)

    assert ["hint: docs/en/bridge.md:1: 1 sentence about Docker under 'Bridge', and no claim"] == said


def test_hints_are_no_errors(tmp_path: Path, write: Write) -> None:
    """Pages for contributors speak of Docker without proving it."""
    write("snippets/bridge/default.sh", "# %% start\ntrue\n")
    write("docs/en/bridge.md", f"# Bridge\n\nA network is there.\n\n{FENCE}")
    write("docs/en/contribute/page.md", "# Labs\n\nA lab is a container.\n")
    said: list[str] = []
    lint(tmp_path, said.append)

    assert ["hint: docs/en/bridge.md:1: 1 sentence about Docker under 'Bridge', and no claim"] == said
