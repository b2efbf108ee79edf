"""Links of our own schemes on a page: each leads somewhere, or is an error with its place."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from netdocs.page.link_syntax import Target
from rendering import build_of, convert, problems

TARGETS = {
    "claim:a": Target("scenarios/x/y/#claim-a", 'It says "so" & <so>.'),
    "claim:unproven": Target("scenarios/x/y/#claim-unproven", proven=False),
    "scenario:x/y.sh": Target("scenarios/x/y/"),
}
BUILD = build_of(targets=TARGETS)


def links(text: str) -> list[dict[str, str]]:
    """The attributes of every link, classes joined."""
    soup = BeautifulSoup(convert(text, BUILD), "html.parser")
    return [
        {name: " ".join(value) if isinstance(value, list) else str(value) for name, value in link.attrs.items()}
        for link in soup.select("a")
    ]


def test_links_are_resolved() -> None:
    """Our own schemes get their page's URL and, where there is one, a tooltip; other links stay."""
    assert [
        {"class": "nd-claim", "href": "../../scenarios/x/y/#claim-a", "id": "says-a", "title": 'It says "so" & <so>.'},
        {"class": "nd-to-scenario", "href": "../../scenarios/x/y/"},
        {"href": "https://a.example"},
    ] == links("[it](claim:a) [y](scenario:x/y.sh) [a](https://a.example)")


@pytest.mark.parametrize(
    "text",
    ["[w](<claim:a>)", "[w](\n  claim:a)", "[w][r]\n\n[r]: claim:a", "- [w *x*](claim:a)", "|[w](claim:a)|\n|-|\n|b|"],
)
def test_every_form_of_link_is_resolved(text: str) -> None:
    """However Markdown lets a link be written."""
    assert ["../../scenarios/x/y/#claim-a"] == [link["href"] for link in links(text)]


def test_there_is_one_title() -> None:
    """Ours, which says how the check went; a second `title` would be no HTML."""
    html = convert('[w](claim:a "t")', BUILD)

    assert html.count("title=") == 1
    assert links('[w](claim:a "t")')[0]["title"] == 'It says "so" & <so>.'


def test_words_whose_check_never_passed_are_marked() -> None:
    """A reader must be able to tell them from what is proven; an author's class stays."""
    (link,) = links("[x](claim:unproven){ .mine }")

    assert link["class"] == "mine nd-claim nd-unproven"


def test_the_first_words_that_a_claim_proves_have_an_anchor() -> None:
    """The proof page leads there; an anchor is there once."""
    assert ["says-a", ""] == [link.get("id", "") for link in links("[x](claim:a) [y](claim:a)")]


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        ('<a class="x" href="claim:a">w</a>', "claim:a"),
        ('<a href="claim:nope">w</a>', "claim:nope"),
        ('<div>\n<a href="claim:a">w</a>\n</div>', "claim:a"),
        ('<div markdown>\n\n<a href="claim:a">w</a>\n\n</div>', "claim:a"),
        ("[w](Claim:a)", "Claim:a"),
        ("[w](claim:nope)", "claim:nope"),
        ("[w](\nclaim:nope)", "claim:nope"),
        ("[w][r]\n\n[r]: scenario:nope", "scenario:nope"),
        ("![w](claim:a)", "claim:a"),
        ("[w](step:nope/start)", "step:nope/start"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error_with_its_place(text: str, actual: str) -> None:
    """Nothing of our own schemes may stay on a page: no browser knows them."""
    (problem,) = problems(f"# Page\n\n{text}\n", BUILD)
    line = next(number for number, line in enumerate(f"# Page\n\n{text}".splitlines(), 1) if actual in line)

    assert (f"docs/en/drivers/bridge.md:{line}", repr(actual)) == (problem.location, problem.actual)


@pytest.mark.parametrize(
    "text", ["`[w](claim:nope)`", "```html\n<a href='claim:nope'>\n```", "claim:nope", "<claim@a.example>"]
)
def test_what_is_no_link_is_no_error(text: str) -> None:
    """Code shows links without meaning them."""
    assert [] == problems(text, BUILD)


def test_a_near_miss_says_what_was_meant() -> None:
    """As everywhere else."""
    (problem,) = problems("[w](claim:unprovem)", BUILD)

    assert problem.hint.endswith("(did you mean 'claim:unproven'?)")


@pytest.mark.parametrize("text", ['<a href="claim:a">w</a>', "![w](claim:a)"])
def test_the_place_is_that_of_the_form_that_is_wrong(text: str) -> None:
    """And not that of a link which is right."""
    (problem,) = problems(f"[w](claim:a)\n\n{text}", BUILD)

    assert "docs/en/drivers/bridge.md:3" == problem.location
