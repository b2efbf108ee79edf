"""Lint: claims nobody says, sections that say much and prove nothing."""

from __future__ import annotations

import pytest

from netdocs.page.coverage import unlinked_claims, unproven_sections
from netdocs.page.link_syntax import ClaimLink
from netdocs.scenario.parser import parse

CLAIMS = parse("snippets/a/b.sh", "# claim one: So.\ntrue\n# claim two: So too.\ntrue\n")


def test_a_claim_that_no_page_links_to_is_told() -> None:
    """A check that proves no sentence is a check for nobody."""
    (problem,) = unlinked_claims([CLAIMS], [ClaimLink("docs/en/p.md", 1, "one")])

    assert ("snippets/a/b.sh:3", "no page links to claim 'two'") == (problem.location, problem.message)
    assert "[words](claim:two)" in problem.hint


def hints(text: str) -> list[str]:
    return list(unproven_sections("docs/en/p.md", text))


def test_a_section_about_docker_without_a_claim_is_hinted_at() -> None:
    """With its line, its title and how much it says."""
    text = "# Bridge\n\nIt is old.\n\n## Ports\n\nA port is open.\nThe host listens. Nothing else.\n"

    assert ["docs/en/p.md:5: 2 sentences about Docker under 'Ports', and no claim"] == hints(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "## Ports\n\n[A port is open](claim:a).\n\nThe host listens.\n",
        "## Weather\n\nIt rains today.\n",
        "## Ports\n\n```text\nA port is open.\n```\n",
        "## A host and its network\n",
    ],
)
def test_other_sections_are_left_alone(text: str) -> None:
    """One claim is enough; code, headings and other subjects need none."""
    assert [] == hints(text)


def test_prose_before_the_first_heading_is_a_section() -> None:
    """It has no title."""
    assert ["docs/en/p.md:1: 1 sentence about Docker under '', and no claim"] == hints("A network is there.\n")


def test_a_hash_inside_code_is_no_heading() -> None:
    """Comments of a shown script do not end a section."""
    text = "## Ports\n\n```bash\n# comment\n```\n\nA port is open.\n"

    assert ["docs/en/p.md:1: 1 sentence about Docker under 'Ports', and no claim"] == hints(text)
