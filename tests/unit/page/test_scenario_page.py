"""The page of a scenario: its claims and how they went, where engines differ, its source in full."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from factories import ENGLISH
from netdocs.page.link_syntax import Target
from netdocs.page.scenario_page import scenario_markdown
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse
from rendering import PAGE, build_of, markdown

CLAIM = "# claim a [engine >= 28]: It *is* so.\n"
SHELL = parse("snippets/bridge/default.sh", f"# A <title>.\n{CLAIM}true\n")
PYTHON = parse("snippets/bridge/default.py", f'"""Another title."""\n{CLAIM}assert 1\n')


def text(*scenarios: Scenario, differing: tuple[str, ...] = ()) -> str:
    return scenario_markdown(scenarios, differing, ENGLISH)


def rendered(*scenarios: Scenario) -> BeautifulSoup:
    """The page as the site's Markdown renders it, front matter aside."""
    build = build_of(scenarios=scenarios)
    targets = {
        f"scenario:{scenario.name}#{claim.line}": Target("x") for scenario in scenarios for claim in scenario.claims
    }
    targets |= {
        f"step:{scenario.session}/{step.name}": Target("x") for scenario in scenarios for step in scenario.steps
    }
    md = markdown({"build": replace(build, targets=targets), "page": PAGE})
    return BeautifulSoup(md.convert(text(*scenarios).split("---\n", 2)[2]), "html.parser")


def source(*lines: str) -> str:
    """What a reader sees of a scenario of these lines."""
    soup = rendered(parse("snippets/a/b.sh", "\n".join(lines) + "\n"))
    (code,) = soup.select(".nd-scenario-source code")
    return code.get_text()


def test_the_page_begins_with_title_and_purpose() -> None:
    """Search leaves it out; the title is the shell's, as text."""
    lines = text(SHELL, PYTHON).split("\n")

    assert ["---", "search:", "  exclude: true", "---", ""] == lines[:5]
    assert ["# Scenario `bridge/default`", "", "A &lt;title&gt;."] == lines[5:8]


def test_claims_are_listed_once() -> None:
    """Both dialects check it; the anchor is where links lead."""
    soup = rendered(SHELL, PYTHON)

    assert ["claim-a"] == [row["id"] for row in soup.select(".nd-claims tbody tr")]


def test_without_claims_there_is_no_heading_for_them() -> None:
    """No empty section."""
    assert ENGLISH.claims_heading not in text(parse("snippets/a/b.sh", "true\n"))


def test_steps_in_which_engines_differ_are_shown_by_engine() -> None:
    """Each has its fence; without any there is no such section."""
    page_text = text(SHELL, differing=("start",))

    assert f"## {ENGLISH.by_engine} {{ #by-engine }}" in page_text
    assert '### `start`\n\n```console exec="on" session="bridge/default" step="start" by="engine"\n```' in page_text
    assert ENGLISH.by_engine not in text(SHELL)


def test_both_dialects_are_there() -> None:
    """The shell first."""
    assert ["bridge/default.sh", "bridge/default.py"] == [
        heading.find(string=True) for heading in rendered(SHELL, PYTHON).select("h2")[-2:]
    ]


def test_it_says_how_to_play_it() -> None:
    """On an engine of the reader's own, or where that has not the machines it needs, in the lab."""
    assert "bash default.sh\npython3 default.py" in text(SHELL, PYTHON)
    source = text(replace(SHELL, nodes=("docker1", "client")))

    assert "bash default.sh" not in source
    assert 'make lab NODES="client"' in source


def test_every_line_has_an_anchor() -> None:
    """Numbers are the file's, from 1; dialects have different anchors."""
    soup = rendered(SHELL, PYTHON)

    assert ["sh-1", "sh-2", "sh-3", "py-1", "py-2", "py-3"] == [
        line["id"] for line in soup.select(".nd-scenario-source [data-line]")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["true"],
        ["", "", "true", "", "  false"],
        ["echo '```'", "```", "````````", "~~~"],
        ["# Heading", "<script>alert(1)</script>", "</code></pre></div>", "&amp; &#10; {{ x }}"],
        ["cat <<'END'", "[x](claim:y) ![z](a.png)", "<!-- -->", "END"],
        ['=== "tab"', "", "    more", "!!! note"],
    ],
)
def test_the_source_is_shown_whole_and_as_text(lines: list[str]) -> None:
    """Nothing in it is Markdown, HTML or the end of the block it stands in."""
    assert "\n".join(lines) + "\n" == source(*lines)


def test_nothing_in_a_source_reaches_the_page_as_a_tag() -> None:
    """A script that is shown is not run."""
    soup = rendered(parse("snippets/a/b.sh", "<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n"))

    assert [] == soup.select("script, img")
