"""The page of a scenario: its claims and how they went, its source in full."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown import Markdown
from samples import recording

from netdocs.core.parse import parse
from netdocs.core.recording import ClaimRecord, ClaimStatus, Recording
from netdocs.core.scenario import Scenario
from netdocs.core.scenario_page import anchor, page, page_of, url_of
from netdocs.core.transcript import Shown
from netdocs.core.words import ENGLISH

CLAIM = "# claim a [engine >= 28]: It *is* so.\n"
SHELL = parse("snippets/bridge/default.sh", f"# A title.\n{CLAIM}true\n")
PYTHON = parse("snippets/bridge/default.py", f'"""Another title."""\n{CLAIM}assert 1\n')


def text(scenarios: list[Scenario], *recordings: Recording) -> str:
    return page(scenarios, [Shown(one, live=True, stale=False) for one in recordings], ENGLISH)


def checked(status: ClaimStatus, name: str = "bridge/default.sh") -> Recording:
    return recording(claims=(ClaimRecord("a", "_setup", 3, status),), scenario=name)


def test_paths_and_urls_can_be_guessed() -> None:
    """The page of a scenario is named as its session."""
    assert "scenarios/bridge/default.md" == page_of("bridge/default")
    assert "scenarios/bridge/default/" == url_of("bridge/default")
    assert "claim-a" == anchor("a")


def test_the_page_begins_with_title_and_purpose() -> None:
    """Search leaves it out; the title is the shell's."""
    lines = text([SHELL, PYTHON], checked("passed")).split("\n")

    assert ["---", "search:", "  exclude: true", "---", ""] == lines[:5]
    assert ["# Scenario `bridge/default`", "", "A title."] == lines[5:8]


@pytest.mark.parametrize("status", ["passed", "failed", "not applicable"])
def test_a_claim_tells_how_it_went(status: ClaimStatus) -> None:
    """Sentence, limit, and each dialect's result with engine and date; the anchor is where links lead."""
    made = text([SHELL, PYTHON], checked(status), checked("passed", "bridge/default.py"))

    assert (
        '- <span id="claim-a"></span>It *is* so. (engine >= 28)<br><small>'
        f"`bridge/default.sh`: {status}, 28.5.2, 23 November 2026; "
        "`bridge/default.py`: passed, 28.5.2, 23 November 2026</small>"
    ) in made
    assert 1 == made.count('id="claim-a"')


def test_a_claim_of_a_scenario_that_was_not_run_says_so() -> None:
    """The reason is the recording's."""
    made = text([SHELL], replace(recording(), not_run="this kernel has no ip_vs"))

    assert "<small>`bridge/default.sh`: Not run here: this kernel has no ip_vs.</small>" in made


def test_without_claims_there_is_no_heading_for_them() -> None:
    """No empty section."""
    assert ENGLISH.claims not in text([parse("snippets/a/b.sh", "true\n")], recording())


@pytest.mark.parametrize("ticks", [0, 1, 3, 4, 9, 40])
def test_the_source_is_shown_whole(ticks: int) -> None:
    """The fence around a file is longer than any run of backticks in it."""
    source = f"echo {'`' * ticks} x\n{'`' * ticks}\necho '</code>'"
    made = text([parse("snippets/a/b.sh", source + "\n\n")], recording())
    fence = "`" * max(4, ticks + 1)

    assert f'## a/b.sh\n\n{fence}bash linenums="1"\n{source}\n{fence}\n' in made


def test_both_dialects_are_there() -> None:
    """The shell first, each with its own lexer."""
    made = text([SHELL, PYTHON], checked("passed"), checked("passed", "bridge/default.py"))

    assert 0 < made.index("````bash") < made.index("````python")


def test_nothing_in_a_source_is_markdown() -> None:
    """Rendered as the site does, a file's own fences, headings and tags stay text."""
    source = "# %% one\necho '```'\n```\n# Heading\n<script>alert(1)</script>\n"
    markdown = Markdown(extensions=["pymdownx.superfences", "pymdownx.highlight"])
    html = markdown.convert(text([parse("snippets/a/b.sh", source)], recording()))

    assert "<script>" not in html
    assert "<h1>Heading" not in html


@pytest.mark.xfail(strict=True, reason="scenario_page.py:68: a claim that its recording does not have gets no word")
def test_a_claim_that_was_never_checked_says_so() -> None:
    """A claim added since the recording was made must not look like one that holds."""
    assert "<small></small>" not in text([SHELL], recording())
