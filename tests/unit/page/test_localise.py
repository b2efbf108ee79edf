"""What scenarios and recordings say, in the language of the site."""

from __future__ import annotations

from msgspec.structs import replace

from factories import recording
from netdocs.i18n.messages import Messages
from netdocs.page.claims_table import claim_rows
from netdocs.page.localise import localised_result, localised_rows
from netdocs.page.plan import plan
from netdocs.page.results import BuildResult, SourcedRecording
from netdocs.scenario.parser import parse

SCENARIO = parse("snippets/x/a.sh", "# A word.\n\n# claim one: First.\ntrue\n# claim two: Second.\ntrue\n")
MESSAGES = Messages({("one", "First."): "一番目。", ("reason", "no kernel"): "カーネルなし"})


def test_sentences_are_translated_and_those_left_are_marked() -> None:
    rows = localised_rows(claim_rows([SCENARIO], {}, {}), MESSAGES)

    assert [(row.claim.sentence, row.untranslated) for row in rows] == [("一番目。", False), ("Second.", True)]


def test_reasons_are_translated_on_every_engine() -> None:
    skipped = replace(recording(), skipped_reason="no kernel")
    result = BuildResult(
        plan((), [SCENARIO]),
        {"x/a.sh": SourcedRecording(skipped, live=False, stale=False)},
        {"26.1": {"x/a.sh": skipped}},
    )
    localised = localised_result(result, MESSAGES)

    assert localised.results["x/a.sh"].recording.skipped_reason == "カーネルなし"
    assert localised.other_engines["26.1"]["x/a.sh"].skipped_reason == "カーネルなし"
