"""`make image`: build the image that readers try the lab in. Wiring."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from netdocs.build import parse_all
from netdocs.lab import outer_engine
from netdocs.lab.heartbeat import while_answering
from netdocs.lab.runner import job_for
from netdocs.lab.settings import Settings, live
from netdocs.lab.try_command import try_command
from netdocs.lab.try_image import build_try_image
from netdocs.protocol.story import RecordedOutput, Story, encode
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from netdocs.scenario.model import Scenario
from netdocs.sources import read_scenarios

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def build_image(root: Path, engine: str, name: str) -> str:
    """Build the image for that engine under that name; the command that starts it."""
    settings = live(root, engine, os.environ)
    stories = {story.name: encode(story) for story in make_stories(root, settings)}
    with while_answering(outer_engine.require_engine(root, os.environ)) as client:
        tag = build_try_image(client, settings, name, stories)
        size = int(client.images.get(tag).attrs["Size"])
    log.info(f"{tag}: {len(stories)} scenarios, {size / 10**6:.0f} MB")
    return try_command(name, engine)


def make_stories(root: Path, settings: Settings) -> Iterator[Story]:
    """Every scenario in the shell dialect that this engine can play, with what the pages show."""
    scenarios = [scenario for scenario in parse_all(read_scenarios(root)) if scenario.dialect == "sh"]
    played = [scenario for scenario in scenarios if not scenario.unmet(settings.engine)]
    recordings = Store(settings.recordings).load_all(settings.engine, [scenario.name for scenario in played])
    for scenario in played:
        yield _story(scenario, recordings.get(scenario.name), settings)


def _story(scenario: Scenario, recording: Recording | None, settings: Settings) -> Story:
    return Story(
        name=scenario.session,
        title=scenario.title,
        job=job_for(scenario, settings.engine, settings),
        claims={claim.id: claim.sentence for claim in scenario.claims},
        recorded_outputs=tuple(_recorded_outputs(scenario, recording)) if recording else (),
    )


def _recorded_outputs(scenario: Scenario, recording: Recording) -> Iterable[RecordedOutput]:
    """What was recorded for commands that still stand where they did."""
    lines = scenario.text.split("\n")
    for step in recording.steps:
        for command in step.commands:
            if "\n".join(lines[command.first - 1 : command.last]) == command.text:
                yield RecordedOutput(command.first, command.output)
