"""`make lint`: claims nobody says, and sections that prove nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from netdocs.core.errors import raise_for
from netdocs.core.links import claim_links
from netdocs.core.lint import unproven_sections, unsaid_claims
from netdocs.effects.sources import read_pages
from netdocs.wiring.build import make_plan


def lint(root: Path, say: Callable[[str], None]) -> None:
    """Say every hint; AuthorError for what is wrong: all a build would refuse, and claims no page links to."""
    pages = read_pages(root, root / "docs" / "en")
    plan = make_plan(root, pages)
    for path, text in pages.items():
        if not path.startswith("docs/en/contribute/"):
            for hint in unproven_sections(path, text):
                say(f"hint: {hint}")
    raise_for(unsaid_claims(plan.scenarios, (link for path, text in pages.items() for link in claim_links(path, text))))
