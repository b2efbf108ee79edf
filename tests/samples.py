"""Values that unit and golden tests start from, small enough to be read beside the test."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from netdocs.core.fold import Circumstances
from netdocs.core.recording import Entry, Key, Recording, StepRecord

PLAYED = "2026-11-23T22:41:05Z"
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
"""Two and a half days after PLAYED."""
KEY = Key(scenario="5" * 64, player="9" * 64, image="sha256:" + "1" * 64)
AROUND = Circumstances(engine="28.5", played=PLAYED, seconds=4.2, key=KEY, step_seconds=60)


def entry(text: str = "", output: str = "", **changes: Any) -> Entry:
    """One command at docker1 that went well, in the shell dialect if it has a text."""
    return replace(Entry(1, 1, "docker1", text, output, 0, 0, 0.12), **changes)


def recording(*steps: StepRecord, **changes: Any) -> Recording:
    """A recording of `bridge/default.sh` with these steps."""
    made = Recording(
        "bridge/default.sh", "28.5", "28.5.2+dfsg4", "6.12.48-amd64", PLAYED, 4.2, KEY, "", steps, claims=()
    )
    return replace(made, **changes)


def one_step(text: str = "", output: str = "", **changes: Any) -> Recording:
    """A recording whose only step, `start`, has one entry."""
    return recording(StepRecord("start", "", (entry(text, output, **changes),)))


def event(name: str, /, **facts: Any) -> dict[str, Any]:
    """An event as lab/inside/play.py reports it; `first`, `last` and such are filled in where a kind has them."""
    place = {"step": "start", "first": 4, "last": 4, "node": "docker1", "text": "docker network ls"}
    shown = {"output": "", "cut": 0, "status": 0, "seconds": 0.12}
    given: dict[str, dict[str, Any]] = {
        "ready": {"kernel": "6.12.48-amd64", "version": "28.5.2+dfsg4"},
        "step": {"step": "start"},
        "entry": place | shown,
        "failed": place | shown,
        "claim": {"step": "start", "id": "some-id", "first": 6, "last": 6, "status": "passed"},
    }
    return {"event": name, **given.get(name, {}), **facts}
