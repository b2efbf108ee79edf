"""Recordings as text: readable JSON that proves it is whole. Pure."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

import msgspec

from netdocs.recording.model import Recording

FORMAT = 3
"""Goes up by one whenever a field changes its name or meaning."""
CACHE_SIZE = 4096
"""Recordings that are kept read: `serve` reads the same ones again and again."""


class BadRecordingError(ValueError):
    """The text is no recording of the format this code writes; the message says why."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file holds."""

    format: int
    sha256: str
    """Over the recording as compact JSON: a recording is evidence, so an edit or a flipped bit must not go unseen."""
    recording: Recording


class _Header(msgspec.Struct, frozen=True):
    """The one field that all formats have."""

    format: object = None


def to_json(recording: Recording) -> str:
    """The recording as text, one output line a line, so that a diff reads like the output itself."""
    data = msgspec.to_builtins(recording)
    for step in data.get("steps", ()):
        if captures := step.get("captures"):
            step["captures"] = _without_empty(captures)
    content = msgspec.json.encode(data)
    file = {"format": FORMAT, "sha256": hashlib.sha256(content).hexdigest(), "recording": msgspec.Raw(content)}
    return msgspec.json.format(msgspec.json.encode(file), indent=1).decode() + "\n"


def json_schema() -> str:
    """The JSON schema of a file, as text: editors show it beside what they open."""
    schema = {"title": "A recording of netdocs", **msgspec.json.schema(_File)}
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=1).decode() + "\n"


def _without_empty(value: Any) -> Any:
    """Plain data without the fields that hold nothing: msgspec omits those of its Structs, but not of dataclasses."""
    if isinstance(value, dict):
        return {name: _without_empty(item) for name, item in value.items() if item}
    return [_without_empty(item) for item in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=CACHE_SIZE)
def from_json(text: str) -> Recording:
    """The recording that `text` holds; BadRecordingError if it holds none, or not all of one that was written here."""
    try:
        number = msgspec.json.decode(text, type=_Header).format
        recording = msgspec.json.decode(text, type=_File, strict=True).recording if number == FORMAT else None
        is_whole = recording is not None and to_json(recording) == text
    except (ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors, and so are those of Unicode
        raise BadRecordingError(str(error)) from error
    if recording is None:
        raise BadRecordingError(f"it is of format {number}, and this code reads format {FORMAT}")
    if not is_whole:
        raise BadRecordingError("it was edited or damaged after it was written: its checksum is another")
    return recording
