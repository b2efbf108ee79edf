"""What scenarios and recordings say, in the language of the site. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from msgspec.structs import replace as replace_fields

from netdocs.i18n.messages import REASON, Messages
from netdocs.page.claims_table import ClaimRow
from netdocs.page.results import BuildResult
from netdocs.recording.model import Recording


def localised_rows(rows: Iterable[ClaimRow], messages: Messages) -> tuple[ClaimRow, ...]:
    """The rows with their sentences translated; those without a translation are marked."""
    return tuple(_localised_row(row, messages.translate(row.claim.id, row.claim.sentence)) for row in rows)


def _localised_row(row: ClaimRow, sentence: str) -> ClaimRow:
    return replace(row, claim=replace(row.claim, sentence=sentence)) if sentence else replace(row, untranslated=True)


def localised_result(result: BuildResult, messages: Messages) -> BuildResult:
    """The result with the reasons translated for which scenarios were not run."""
    results = {
        name: replace(sourced, recording=_localised(sourced.recording, messages))
        for name, sourced in result.results.items()
    }
    other_engines = {engine: _localised_all(by_name, messages) for engine, by_name in result.other_engines.items()}
    return replace(result, results=results, other_engines=other_engines)


def _localised_all(recordings: Mapping[str, Recording], messages: Messages) -> dict[str, Recording]:
    return {name: _localised(recording, messages) for name, recording in recordings.items()}


def _localised(recording: Recording, messages: Messages) -> Recording:
    reason = messages.translate(REASON, recording.skipped_reason) if recording.skipped_reason else ""
    return replace_fields(recording, skipped_reason=reason) if reason else recording
