"""Proofs: what became of every claim on every engine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from netdocs.core.parse import parse
from netdocs.core.proof import SIGNS, VERDICTS, Cell, Row, Verdict, rows, table, tooltip
from netdocs.core.recording import ClaimRecord, ClaimStatus, Recording
from netdocs.core.scenario import Scenario
from netdocs.core.words import ENGLISH
from samples import PLAYED, recording

SHELL = parse(
    "snippets/bridge/default.sh",
    "# claim up: It is `up`.\ntrue\n# %% start\n# claim no-names [engine >= 28]: No <names>.\ntrue\n",
)
PYTHON = parse("snippets/bridge/default.py", "# %% start\n# claim no-names [engine >= 28]: No <names>.\nassert 1\n")


def played(scenario: Scenario, **statuses: ClaimStatus) -> Recording:
    claims = tuple(ClaimRecord(name.replace("_", "-"), "start", 1, status) for name, status in statuses.items())
    return recording(scenario=scenario.name, claims=claims)


def verdicts(*recordings: Recording) -> dict[str, str]:
    """What became of each claim on the one engine that has these recordings."""
    found = rows([PYTHON, SHELL], {"28.5": {one.scenario: one for one in recordings}}, {})
    return {row.claim.id: row.cells["28.5"].verdict for row in found}


def test_every_claim_has_a_row() -> None:
    """In the order of the shell's file, with all checks and all pages that say it."""
    first, second = rows([PYTHON, SHELL], {"28.5": {}, "26.1": {}}, {"up": ["docs/en/p.md"]})

    assert ("up", "bridge/default", "_setup", (("bridge/default.sh", 1),), ("docs/en/p.md",)) == (
        first.claim.id,
        first.session,
        first.step,
        first.proofs,
        first.pages,
    )
    assert (("bridge/default.sh", 4), ("bridge/default.py", 2)) == second.proofs
    assert ["28.5", "26.1"] == list(second.cells)


def test_a_claim_is_what_its_recordings_say() -> None:
    """Passed, failed or not applicable, and when."""
    (first, _) = rows([SHELL], {"28.5": {"bridge/default.sh": played(SHELL, up="passed")}}, {})

    assert {"28.5": Cell("passed", played=PLAYED)} == first.cells


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


def test_what_could_not_run_says_why() -> None:
    """The reason goes with the verdict."""
    skipped = replace(played(SHELL), not_run="no ip_vs")
    (first, _) = rows([SHELL], {"28.5": {SHELL.name: skipped}}, {})

    assert Cell("not run", "no ip_vs") == first.cells["28.5"]


def row(*found: Verdict) -> Row:
    """A row whose cells, on engines e0, e1 …, have these verdicts."""
    (first, _) = rows([SHELL], {}, {"up": ["docs/en/p.md"]})
    cells = {f"e{n}": Cell(verdict, "why" if verdict == "not run" else "", PLAYED) for n, verdict in enumerate(found)}
    return replace(first, cells=cells, step="start")


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


def test_the_table_counts_and_lists() -> None:
    """A count on top; a row with an anchor, a cell for each engine told apart without colour, and links."""
    soup = BeautifulSoup(table([row(*VERDICTS)], ENGLISH), "html.parser")
    cells = [cell.get_text() for cell in soup.select("tbody td")]

    assert "1 claims, 5 checks: 1 passed, 1 failed, 1 not applicable, 1 not run here, 1 not recorded." == (
        soup.select_one(".nd-count").get_text()  # type: ignore[union-attr]
    )
    assert [ENGLISH.claim, *(f"{ENGLISH.engine} e{n}" for n in range(5)), ENGLISH.where] == [
        head.get_text() for head in soup.select("th")
    ]
    assert ["claim-up"] == [found["id"] for found in soup.select("tbody tr")]
    assert len(VERDICTS) == len(set(SIGNS.values()))
    assert [
        "It is up.",
        f"{SIGNS['passed']} passed23 November 2026",
        f"{SIGNS['failed']} failed23 November 2026",
        f"{SIGNS['not applicable']} not applicable",
        f"{SIGNS['not run']} not run herewhy",
        f"{SIGNS['not recorded']} not recorded",
        "page p output bridge/default.sh:1",
    ] == cells
    assert ["page:docs/en/p.md#up", "step:bridge/default/start", "scenario:bridge/default.sh#1"] == [
        link["href"] for link in soup.select("a")
    ]


def test_a_hidden_step_has_no_output_to_lead_to() -> None:
    """The set-up is on no page."""
    assert "step:" not in table([replace(row("passed"), step="_setup")], ENGLISH)


def test_a_sentence_is_markdown_and_never_html() -> None:
    """Backticks are code, angle brackets are text; a limit is shown."""
    _, limited = rows([SHELL], {}, {})
    html = table([limited], ENGLISH)

    assert "<td>No &lt;names&gt;." in html
    assert '<span class="nd-limit">engine &gt;= 28</span>' in html
    assert "<code>up</code>" in table([row()], ENGLISH)


def test_without_claims_there_is_an_empty_table() -> None:
    """Nothing to prove is no error."""
    assert "0 claims, 0 checks" in table([], ENGLISH)


def test_angle_brackets_inside_code_are_shown_as_written() -> None:
    """Placeholders such as `<name>` are code more often than not."""
    claimed = parse("snippets/a/b.sh", "# claim a: It prints `<none>`.\ntrue\n")
    soup = BeautifulSoup(table(rows([claimed], {}, {}), ENGLISH), "html.parser")

    assert "It prints <none>." == soup.select("tbody td")[0].get_text()
