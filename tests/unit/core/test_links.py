"""Links to claims and scenarios: found in prose, checked, and pointed at the right place."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from netdocs.core.links import ClaimLink, Target, claim_links, relative, resolve, unknown_claims, unknown_scenarios


def claims(text: str) -> list[tuple[int, str]]:
    return [(link.line, link.claim) for link in claim_links("docs/en/page.md", text)]


def test_claim_links_are_found_with_their_line() -> None:
    """Several may stand in a line; the words may hold code."""
    text = "A [b](claim:one) and [`c`](claim:two).\n\n- [d\n  e](claim:three)\n"

    assert [(1, "one"), (1, "two"), (4, "three")] == claims(text)


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
    found = list(unknown_claims(links, ["no-names", "other"]))

    assert ["p.md:3", "p.md:5"] == [problem.where for problem in found]
    assert found[0].do.endswith("(did you mean 'no-names'?)")
    assert "did you mean" not in found[1].do


@pytest.mark.parametrize(
    ("url", "page_url", "expected"),
    [
        ("scenarios/bridge/default/", "drivers/bridge/", "../../scenarios/bridge/default/"),
        ("scenarios/bridge/default/#claim-a", "drivers/bridge/", "../../scenarios/bridge/default/#claim-a"),
        ("scenarios/bridge/default/#claim-a", "", "scenarios/bridge/default/#claim-a"),
        ("scenarios/bridge/default/#claim-a", "scenarios/bridge/default/", "./#claim-a"),
        ("scenarios/bridge/default/", "scenarios/bridge/user-defined/", "../default/"),
        ("scenarios/bridge/default/", "404.html", "scenarios/bridge/default/"),
        ("drivers/", "drivers/bridge/", "../"),
        ("assets/a.svg", "drivers/bridge/", "../../assets/a.svg"),
        ("", "drivers/bridge/", "../../"),
        ("", "", "./"),
        ("#top", "drivers/bridge/", "../../#top"),
    ],
)
def test_urls_are_made_relative(url: str, page_url: str, expected: str) -> None:
    """A site works below any folder, so no link begins at a root."""
    assert expected == relative(url, page_url)


def links(html: str, page_url: str, targets: dict[str, Target]) -> list[dict[str, str]]:
    """The attributes of every link, resolved; classes aside."""
    soup = BeautifulSoup(resolve(html, page_url, targets), "html.parser")
    return [{name: str(value) for name, value in link.attrs.items() if name != "class"} for link in soup.select("a")]


def test_links_are_resolved() -> None:
    """Our own kinds get their page's URL and, where there is one, a tooltip; other links stay."""
    targets = {
        "claim:a": Target("scenarios/x/y/#claim-a", 'It says "so" & <so>.'),
        "scenario:x/y.sh": Target("scenarios/x/y/"),
    }
    html = '<a href="claim:a">it</a> <a href="scenario:x/y.sh" rel="z">y</a> <a href="https://a.example">a</a>'

    assert [
        {"href": "../scenarios/x/y/#claim-a", "id": "says-a", "title": 'It says "so" & <so>.'},
        {"href": "../scenarios/x/y/", "rel": "['z']"},
        {"href": "https://a.example"},
    ] == links(html, "drivers/", targets)


def test_words_that_are_proven_can_be_told_from_links() -> None:
    """Their class is what the site's style marks."""
    assert 'class="nd-claim"' in resolve('<a href="claim:a">x</a>', "", {"claim:a": Target("p/#claim-a")})
    assert 'class="nd-claim"' not in resolve('<a href="step:a">x</a>', "", {"step:a": Target("p/#a")})


def test_the_first_words_that_a_claim_proves_have_an_anchor() -> None:
    """The proof page leads there; an anchor is there once."""
    html = '<a href="claim:a">x</a> <a href="claim:a">y</a>'

    assert [{"href": "p/#claim-a", "id": "says-a"}, {"href": "p/#claim-a"}] == links(
        html, "", {"claim:a": Target("p/#claim-a")}
    )


def test_what_a_program_printed_is_never_a_link() -> None:
    """Escaped HTML stays as it is."""
    html = "&lt;a href=&quot;claim:a&quot;&gt;"

    assert html == resolve(html, "", {})


@pytest.mark.parametrize(
    "text", ['[x](claim:nope "title")', "[x](<claim:nope>)", "[x][y]\n\n[y]: claim:nope", '<a href="claim:nope">x</a>']
)
def test_every_form_of_link_is_found(text: str) -> None:
    """However Markdown lets a link be written, an unknown claim is the author's error (now: KeyError in resolve)."""
    assert ["nope"] == [claim for _, claim in claims(text)]


def test_a_link_to_an_unknown_scenario_does_not_crash() -> None:
    """`[file](scenario:bridge/nope.sh)` in prose is an author's mistake, not a bug of ours."""
    assert resolve('<a href="scenario:bridge/nope.sh">x</a>', "", {})


def test_links_to_unknown_scenarios_are_problems() -> None:
    """With the place, and the file that was probably meant; links to files that are there are none."""
    text = "[a](scenario:bridge/default.sh)\n[b](scenario:bridge/defualt.sh) `[c](scenario:nope)`\n[d](claim:nope)\n"
    (problem,) = unknown_scenarios("docs/en/p.md", text, ["bridge/default.sh", "host/shared.sh"])

    assert ("docs/en/p.md:2", "'bridge/defualt.sh'") == (problem.where, problem.seen)
    assert problem.do.endswith("(did you mean 'bridge/default.sh'?)")
