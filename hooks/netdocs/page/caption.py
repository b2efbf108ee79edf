"""The caption below a block or a figure: by which engine it was made, and when. Values, no HTML. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netdocs.i18n.formatting import age, date, seconds
from netdocs.i18n.strings import ContentStrings
from netdocs.page.results import SourcedRecording
from netdocs.recording.model import StepResult


@dataclass(frozen=True, slots=True)
class Caption:
    """The line under a block: where it all comes from."""

    text: str
    recorded_at: str
    """When, in UTC, for machines; empty where nothing was run yet."""
    scenario: str
    notes: tuple[str, ...] = ()
    """Further sentences: an emulated kernel, a scenario that has changed."""
    differs: bool = False
    """Whether other engines print something else."""


def step_caption(
    result: SourcedRecording, record: StepResult | None, strings: ContentStrings, now: datetime
) -> Caption:
    """The caption of a step: engine, date and duration; and that it is a recording, if it is one."""
    recording = result.recording
    text = date(strings, recording.recorded_at)
    if record:
        phrase = strings.caption_live if result.live else strings.caption_recorded
        age_in_days = age(strings, recording.recorded_at, now)
        text = phrase.format(
            version=recording.display_version, date=text, age=age_in_days, seconds=seconds(strings, record.seconds)
        )
    return caption(result, text, strings, differs=bool(record and record.name in result.differing))


def caption(result: SourcedRecording, text: str, strings: ContentStrings, *, differs: bool = False) -> Caption:
    """The caption that says `text`, and what else there is to say of a recording."""
    recording = result.recording
    release = ".".join(recording.kernel.split(".")[:2])
    kernel = (strings.caption_emulated.format(release=release),) if recording.emulated else ()
    stale = (strings.caption_stale,) if result.stale else ()
    return Caption(text, recording.recorded_at, recording.scenario, (*kernel, *stale), differs)
