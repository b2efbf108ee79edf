"""Proofs: what became of every claim on every engine."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from msgspec import structs

from factories import ENGLISH, RECORDED_AT, recording
from netdocs.page.blocks import block_html
from netdocs.page.claims_table import SYMBOLS, VERDICTS, ClaimRow, Verdict, claim_rows, tooltip
from netdocs.page.claims_table import CheckResult as Result
from netdocs.page.fences import Request
from netdocs.page.link_syntax import Target
from netdocs.protocol.events import ClaimStatus
from netdocs.recording.model import ClaimResult, Recording
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse
from rendering import build_of, page_of
from support import ROOT

SHELL = parse(
    "snippets/bridge/default.sh",
    "# claim up: It is `up`.\ntrue\n# %% start\n# claim no-names [engine >= 28]: No <names>.\ntrue\n",
)
PYTHON = parse("snippets/bridge/default.py", "# %% start\n# claim no-names [engine >= 28]: No <names>.\nassert 1\n")


def played(scenario: Scenario, **statuses: ClaimStatus) -> Recording:
    claims = tuple(ClaimResult(name.replace("_", "-"), "start", 1, status) for name, status in statuses.items())
    return recording(scenario=scenario.name, claims=claims)


def verdicts(*recordings: Recording) -> dict[str, str]:
    """What became of each claim on the one engine that has these recordings."""
    rows = claim_rows([PYTHON, SHELL], {"28.5": {recorded.scenario: recorded for recorded in recordings}}, {})
    return {row.claim.id: row.results["28.5"].verdict for row in rows}


def test_every_claim_has_a_row() -> None:
    """In the order of the shell's file, with all checks and all pages that say it."""
    first, second = claim_rows([PYTHON, SHELL], {"28.5": {}, "26.1": {}}, {"up": ["docs/en/p.md"]})

    assert ("up", "bridge/default", "_setup", (("bridge/default.sh", 1),), ("docs/en/p.md",)) == (
        first.claim.id,
        first.session,
        first.step,
        first.checks,
        first.pages,
    )
    assert (("bridge/default.sh", 4), ("bridge/default.py", 2)) == second.checks
    assert ["28.5", "26.1"] == list(second.results)


def test_a_claim_is_what_its_recordings_say() -> None:
    """Passed, failed or not applicable, and when."""
    (first, _) = claim_rows([SHELL], {"28.5": {"bridge/default.sh": played(SHELL, up="passed")}}, {})

    assert {"28.5": Result("passed", recorded_at=RECORDED_AT)} == first.results


@pytest.mark.parametrize(
    ("shell", "python", "verdict"),
    [
        ("passed", "passed", "passed"),
        ("passed", "failed", "failed"),
        ("failed", "passed", "failed"),
        ("not applicable", "not applicable", "not applicable"),
    ],
)
def test_the_worse_of_two_dialects_counts(shell: ClaimStatus, python: ClaimStatus, verdict: str) -> None:
    """A claim that one of them refutes does not hold."""
    assert verdict == verdicts(played(SHELL, no_names=shell), played(PYTHON, no_names=python))["no-names"]


def test_what_was_never_checked_is_not_passed() -> None:
    """No recording, a recording that does not know the claim, one dialect of two: not recorded."""
    assert {"not recorded"} == set(verdicts().values())
    assert "not recorded" == verdicts(played(SHELL))["up"]
    assert "not recorded" == verdicts(played(SHELL, no_names="passed"))["no-names"]


def test_a_claim_about_other_engines_is_not_waited_for() -> None:
    """It will not apply there, recorded or not."""
    scenario = parse("snippets/up/up.sh", "# A word.\n# %% a\ntrue\n# claim up [engine < 29]: It is up.\n[[ $out ]]\n")
    (row_of_it,) = claim_rows([scenario], {"28.5": {}, "29": {}}, {})

    assert {"28.5": Result("not recorded"), "29": Result("not applicable")} == row_of_it.results


def test_what_could_not_run_says_why() -> None:
    """The reason goes with the verdict."""
    skipped = structs.replace(played(SHELL), skipped_reason="no ip_vs")
    (first, _) = claim_rows([SHELL], {"28.5": {SHELL.name: skipped}}, {})

    assert Result("not run", "no ip_vs") == first.results["28.5"]


def row(*outcome: Verdict) -> ClaimRow:
    """A row whose cells, on engines e0, e1 …, have these verdicts."""
    (first, _) = claim_rows([SHELL], {}, {"up": ["docs/en/p.md"]})
    results = {
        f"e{n}": Result(verdict, "why" if verdict == "not run" else "", RECORDED_AT)
        for n, verdict in enumerate(outcome)
    }
    return replace(first, results=results, step="start")


def table(rows: list[ClaimRow]) -> str:
    """The rows as HTML; links lead to where their addresses say."""
    addresses = ("page:docs/en/p.md#up", "step:bridge/default/start", "scenario:bridge/default.sh#1")
    checks = (f"scenario:{name}#{line}" for row in rows for name, line in row.checks)
    targets = {address: Target(f"to/{address}") for address in (*addresses, *checks)}
    build = replace(build_of(), rows=tuple(rows), targets=targets)
    return str(block_html(Request("markdown", step="proof"), 1, page_of(build, "index.md")))


def test_a_tooltip_is_plain_text() -> None:
    """Sentence, engines, verdicts, dates."""
    assert "Checked: It is up. e0: passed (23 November 2026) · e1: not run here" == tooltip(
        row("passed", "not run"), ENGLISH
    )


def test_what_has_passed_nowhere_is_not_called_checked() -> None:
    """A reason why a check was not run is no proof."""
    never = row("not run", "not recorded")

    assert not never.proven
    assert tooltip(never, ENGLISH).startswith("Not checked yet: It is up. e0: not run here")


def test_a_tooltip_passes_over_engines_that_were_not_recorded_yet() -> None:
    """What is proven is proven without them; of what is not, they may be the reason."""
    assert "e1" not in tooltip(row("passed", "not recorded"), ENGLISH)
    assert "e1: not recorded yet" in tooltip(row("not applicable", "not recorded"), ENGLISH)


def test_the_table_counts_and_lists() -> None:
    """A count on top; a row with an anchor, a cell for each engine told apart without colour, and links."""
    soup = BeautifulSoup(table([row(*VERDICTS)]), "html.parser")
    cells = [cell.get_text() for cell in soup.select("tbody td")]

    assert "1 claims, 5 checks: 1 passed, 1 failed, 1 not applicable, 1 not run here, 1 not recorded yet." == (
        soup.select_one(".nd-count").get_text()  # type: ignore[union-attr]
    )
    assert [ENGLISH.claim, *(f"{ENGLISH.engine} e{n}" for n in range(5)), ENGLISH.location] == [
        head.get_text() for head in soup.select("th")
    ]
    assert ["claim-up"] == [row["id"] for row in soup.select("tbody tr")]
    assert len(VERDICTS) == len(set(SYMBOLS.values()))
    assert [
        "It is up.",
        "passed23 November 2026",
        "failed23 November 2026",
        "not applicable",
        "not run herewhy",
        "not recorded yet",
        "page p output bridge/default.sh:1",
    ] == cells
    assert ["to/page:docs/en/p.md#up", "to/step:bridge/default/start", "to/scenario:bridge/default.sh#1"] == [
        link["href"] for link in soup.select("a")
    ]


def test_a_hidden_step_has_no_output_to_lead_to() -> None:
    """The set-up is on no page."""
    assert "step:" not in table([replace(row("passed"), step="_setup")])


def test_a_sentence_is_markdown_and_never_html() -> None:
    """Backticks are code, angle brackets are text; a limit is shown."""
    _, limited = claim_rows([SHELL], {}, {})
    html = table([limited])

    assert "<td>No &lt;names&gt;." in html
    assert '<span class="nd-limit">engine &gt;= 28</span>' in html
    assert "<code>up</code>" in table([row()])


def test_without_claims_there_is_an_empty_table() -> None:
    """Nothing to prove is no error."""
    assert "0 claims, 0 checks" in table([])


def test_angle_brackets_inside_code_are_shown_as_written() -> None:
    """Placeholders such as `<name>` are code more often than not."""
    claimed = parse("snippets/a/b.sh", "# claim a: It prints `<none>`.\ntrue\n")
    soup = BeautifulSoup(table(list(claim_rows([claimed], {}, {}))), "html.parser")

    assert "It prints <none>." == soup.select("tbody td")[0].get_text()


def test_pages_have_the_symbol_of_every_verdict() -> None:
    """The stylesheet draws them, and cannot ask the code."""
    css = (ROOT / "docs/overrides/assets/stylesheets/blocks.css").read_text(encoding="utf-8")
    drawn = dict(re.findall(r'\[data-verdict="([a-z-]+)"\] \{ --nd-symbol: "(.) "; \}', css))

    assert {verdict.replace(" ", "-"): symbol for verdict, symbol in SYMBOLS.items()} == drawn
