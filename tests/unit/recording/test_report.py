"""Reports: what changed, as Markdown that nothing in an output can break."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from factories import one_step
from netdocs.recording.compare import Finding
from netdocs.recording.model import ClaimResult
from netdocs.recording.report import Change, changes_report, drift_report, failure_report, fenced

OLD = one_step("ping", "one\n")
NEW = one_step("ping", "two\n")


def report(*changes: Change, limit: int = 10_000) -> str:
    return changes_report(changes, limit)


def test_what_changed_is_shown_as_a_diff() -> None:
    """The scenario and the engine as its heading."""
    text = report(Change("28.5", OLD.scenario, OLD, NEW))

    assert "## Recordings: 1 changed\n\nNo claim went another way.\n" in text
    assert "### bridge/default.sh on engine 28.5\n\n```diff\n" in text
    assert "\n-one\n+two\n" in text


def test_what_is_new_or_gone_says_so() -> None:
    text = report(Change("28.5", "a/new.sh", None, NEW), Change("28.5", "a/old.sh", OLD, None))

    assert "### a/new.sh on engine 28.5\n\n```diff\n+ recorded for the first time\n```\n" in text
    assert "### a/old.sh on engine 28.5\n\n```diff\n- no longer recorded\n```\n" in text


def test_what_is_volatile_is_no_change() -> None:
    """A new fingerprint changes a file's bytes and nothing that anybody reads."""
    again = replace(OLD, recorded_at="2027-01-01T00:00:00Z", seconds=9.0)

    assert "## Recordings\n\nNone has changed.\n" == report(Change("28.5", OLD.scenario, OLD, again))


def test_claims_that_went_another_way_come_first() -> None:
    """Also those that are gone; one that is new and true is none of them."""
    before = replace(
        OLD, claims=(ClaimResult("some-id", "start", 6, "passed"), ClaimResult("old-id", "start", 8, "passed"))
    )
    after = replace(
        OLD, claims=(ClaimResult("some-id", "start", 6, "failed"), ClaimResult("other-id", "start", 8, "passed"))
    )
    text = report(Change("28.5", OLD.scenario, before, after))

    assert (
        "**Claims that went another way**\n\n"
        "- `old-id` of bridge/default.sh on engine 28.5: passed → not there\n"
        "- `some-id` of bridge/default.sh on engine 28.5: passed → failed\n"
    ) in text


@pytest.mark.parametrize(("text", "fence"), [("a", "```"), ("`` ` ```", "````"), ("``````\n# x", "```````")])
def test_an_output_cannot_end_its_block(text: str, fence: str) -> None:
    assert f"{fence}text\n{text}\n{fence}\n" == fenced(text, "text")


def test_what_nobody_sees_is_spelt_out() -> None:
    """A character that reorders the line would show a diff that is not there."""
    assert "\u202e" not in fenced("a\u202eb", "diff")


def test_what_has_no_room_is_counted() -> None:
    """Blocks stay whole."""
    changes = [Change("28.5", f"a/s{number}.sh", OLD, NEW) for number in range(9)]
    text = report(*changes, limit=500)

    assert text.count("```") == 2 * text.count("### ")
    assert 0 < text.count("### ") < 9
    assert f"… and {9 - text.count('### ')} more" in text


def test_drift_and_flakes_are_told_apart() -> None:
    text = drift_report(["28.5", "26.1"], [Finding("flake", "26.1", "a/b.sh", "-x\n+y")], 1000)

    assert (
        "## Drift on engine 28.5, 26.1: 1 found\n\n### flake: a/b.sh on engine 26.1\n\n```diff\n-x\n+y\n```\n" == text
    )
    assert drift_report(["28.5"], [], 1000) == "## Drift on engine 28.5: none\n"


def test_false_claims_are_a_report_too() -> None:
    text = failure_report(["28.5"], "snippets/a/b.sh:3: claim 'x' is false", 1000)

    assert text.endswith("\n```text\nsnippets/a/b.sh:3: claim 'x' is false\n```\n")
