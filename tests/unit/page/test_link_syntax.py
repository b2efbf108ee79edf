"""Links to claims and scenarios in the text of pages: read with their lines, and checked."""

from __future__ import annotations

import pytest

from netdocs.page.link_syntax import ClaimLink, claim_links, unknown_claims, unknown_scenarios


def claims(text: str) -> list[tuple[int, str]]:
    return [(link.line, link.claim) for link in claim_links("docs/en/page.md", text)]


def test_claim_links_are_read_with_their_line() -> None:
    """Several may stand in a line; the words may hold code; words and address may be on different lines."""
    text = "A [b](claim:one) and [`c`](claim:two).\n\n- [d\n  e](claim:three)\n- [f](\n  claim:four)\n"

    assert [(1, "one"), (1, "two"), (4, "three"), (6, "four")] == claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Write `[words](claim:id)` for it.",
        "Write ``a ` [words](claim:id)`` for it.",
        "```markdown\n[words](claim:id)\n```\n",
        "> ~~~\n> [words](claim:id)\n> ~~~\n",
        "[words](https://example.com/claim:id)",
        "claim:id",
    ],
)
def test_code_and_other_links_mean_no_claim(text: str) -> None:
    """Code shows claim links without meaning them."""
    assert [] == claims(text)


def test_a_link_after_a_code_span_counts() -> None:
    """Only the spans themselves are skipped."""
    assert [(1, "a")] == claims("`x` and [y](claim:a) and `z`")


def test_unknown_claims_are_problems() -> None:
    """Each link to nothing is told with its place and, where one is close, with the id that was meant."""
    links = [ClaimLink("p.md", 3, "no-name"), ClaimLink("p.md", 4, "no-names"), ClaimLink("p.md", 5, "zzz")]
    first, second = unknown_claims(links, ["no-names", "other"])

    assert ("p.md:3", "p.md:5") == (first.location, second.location)
    assert first.hint.endswith("(did you mean 'no-names'?)")
    assert "did you mean" not in second.hint


@pytest.mark.parametrize(
    "text",
    ['[x](claim:nope "title")', "[x](<claim:nope>)", "[x][y]\n\n[y]: claim:nope", "[x](\nclaim:nope)"],
)
def test_every_form_of_link_is_read(text: str) -> None:
    """However Markdown lets a link be written, an unknown claim is the author's error."""
    assert ["nope"] == [claim for _, claim in claims(text)]


def test_links_to_unknown_scenarios_are_problems() -> None:
    """With the place, and the file that was probably meant; links to files that are there are none."""
    text = "[a](scenario:bridge/default.sh)\n[b](scenario:bridge/defualt.sh) `[c](scenario:nope)`\n[d](claim:nope)\n"
    (problem,) = unknown_scenarios("docs/en/p.md", text, ["bridge/default.sh", "host/shared.sh"])

    assert ("docs/en/p.md:2", "'bridge/defualt.sh'") == (problem.location, problem.actual)
    assert problem.hint.endswith("(did you mean 'bridge/default.sh'?)")
