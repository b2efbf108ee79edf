"""Recordings: JSON in and out, and damaged files told from good ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdocs.core.observed import Journey, Link, Look, Observation, Sighting, Space
from netdocs.core.recording import (
    FORMAT,
    BadRecordingError,
    ClaimRecord,
    Entry,
    Key,
    Recording,
    StepRecord,
    from_json,
    to_json,
)
from samples import entry, one_step, recording

NUMBERS = st.integers(0, 10**6)
SECONDS = st.floats(0, 10**4, allow_nan=False)
ENTRIES = st.builds(Entry, NUMBERS, NUMBERS, st.text(), st.text(), st.text(), NUMBERS, NUMBERS, SECONDS)
STEPS = st.builds(StepRecord, st.text(), st.text(), st.lists(ENTRIES, max_size=2).map(tuple))
CLAIMS = st.builds(ClaimRecord, st.text(), st.text(), NUMBERS, st.sampled_from(["passed", "failed", "not applicable"]))
RECORDINGS = st.builds(
    Recording,
    st.text(),
    st.text(),
    st.text(),
    st.text(),
    st.just("2026-11-23T22:41:05Z"),
    SECONDS,
    st.builds(Key, st.text(), st.text(), st.text()),
    st.text(),
    st.lists(STEPS, max_size=2).map(tuple),
    st.lists(CLAIMS, max_size=2).map(tuple),
    state=st.text(),
)


@given(RECORDINGS)
def test_a_recording_survives_the_round_trip(made: Recording) -> None:
    """What is written is read again, to the last character."""
    assert made == from_json(to_json(made))


def test_output_is_written_line_by_line() -> None:
    """One line of output is one line of JSON, as it was printed, so that diffs can be read."""
    lines = [line.strip() for line in to_json(one_step("ping", "héllo\n  wörld\n")).splitlines()]
    first = lines.index('"output": [') + 1

    assert ['"héllo",', '"  wörld",', '""', "],"] == lines[first : first + 4]


def test_a_step_took_as_long_as_its_entries() -> None:
    """The duration under a block is the sum over its commands."""
    step = StepRecord("start", "", (entry(seconds=1.5), entry(seconds=0.25)))

    assert 1.75 == step.seconds
    assert step == recording(step).step("start")
    assert recording(step).step("end") is None


def damaged(change: Callable[[dict[str, Any]], object]) -> str:
    """A recording's JSON after `change`."""
    data = json.loads(to_json(one_step("ping", "pong\n")))
    change(data)
    return json.dumps(data)


GOOD = to_json(one_step("ping", "pong\n"))
CONFLICT = GOOD.replace(' "version"', "<<<<<<< HEAD\n" + ' "version": "1",\n=======\n "version"').replace(
    ' "kernel"', ">>>>>>> theirs\n" + ' "kernel"'
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "null",
        "[]",
        "[1]",
        "1",
        '"text"',
        "\0",
        GOOD[: len(GOOD) // 2],
        CONFLICT,
        GOOD + "}",
        "version https://git-lfs",
    ],
)
def test_other_text_is_no_recording(text: str) -> None:
    """Empty, truncated, merged by halves or of another making: always the same error."""
    with pytest.raises(BadRecordingError):
        from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(format=FORMAT + 1),
        lambda data: data.update(format=str(FORMAT)),
        lambda data: data.pop("format"),
        lambda data: data.pop("kernel"),
        lambda data: data.pop("steps"),
        lambda data: data.update(colour="red"),
        lambda data: data.update(steps=None),
        lambda data: data.update(steps=[1]),
        lambda data: data.update(claims=[[]]),
        lambda data: data.update(claims=[{"id": "a"}]),
        lambda data: data.update(key="abc"),
        lambda data: data.update(state="docker1: network bridge"),
        lambda data: data["key"].pop("image"),
        lambda data: data["key"].update(colour="red"),
        lambda data: data["steps"][0].pop("entries"),
        lambda data: data["steps"][0].update(source="x = 1"),
        lambda data: data["steps"][0]["entries"][0].pop("node"),
        lambda data: data["steps"][0]["entries"][0].update(output="pong\n"),
        lambda data: data["steps"][0]["entries"][0].update(output=[1, 2]),
        lambda data: data["steps"][0]["entries"][0].update(colour="red"),
    ],
)
def test_a_recording_with_other_fields_is_none(change: Callable[[dict[str, Any]], object]) -> None:
    """Another format, a field too many or too few, text where lines should be."""
    with pytest.raises(BadRecordingError):
        from_json(damaged(change))


@given(
    st.text()
    | st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)).map(
        json.dumps
    )
)
def test_any_text_is_a_recording_or_the_one_error(text: str) -> None:
    """Nothing that a file can hold makes reading fail in another way."""
    with pytest.raises(BadRecordingError):
        from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(seconds="fast"),
        lambda data: data.update(played="yesterday"),
        lambda data: data.update(played="2026-11-23T22:41:05"),
        lambda data: data.update(scenario=5),
        lambda data: data.update(not_run=3),
        lambda data: data.update(steps={}),
        lambda data: data.update(claims=[{"id": "a", "step": "b", "line": 1, "status": "dunno"}]),
        lambda data: data["steps"][0]["entries"][0].update(seconds="fast"),
        lambda data: data["steps"][0]["entries"][0].update(node=None),
    ],
)
def test_wrong_types_are_damage(change: Callable[[dict[str, Any]], object]) -> None:
    """A value that no play writes is told when the file is read, not by a crash while a page is made."""
    with pytest.raises(BadRecordingError):
        from_json(damaged(change))


def test_absurdly_nested_text_is_no_recording() -> None:
    """However deep a file's brackets go, it is just damaged."""
    with pytest.raises(BadRecordingError):
        from_json("[" * 100_000)


SEEN = Look(
    "picture",
    Observation(
        (Space("docker1", "docker1", "machine", (Link("eth0", "veth", addresses=("192.0.2.11/24",), wire="lan"),)),)
    ),
)
FOLLOWED = Look(
    "path alpha beta",
    journey=Journey(
        "alpha",
        "beta",
        "10.0.1.4",
        True,
        (Sighting("docker1", "docker1/alpha", "eth0", "out", "10.0.1.2", "10.0.1.4"),),
    ),
)


def test_what_was_looked_at_is_kept_with_a_line_for_each_thing() -> None:
    """An interface or a sighting a line, facts that say nothing left out."""
    made = recording(StepRecord("start", "", (), (SEEN, FOLLOWED)))
    lines = [line.strip().rstrip(",") for line in to_json(made).splitlines()]

    assert from_json(to_json(made)) == made
    assert '{"name": "eth0", "kind": "veth", "addresses": ["192.0.2.11/24"], "wire": "lan"}' in lines
    assert [line for line in lines if line.startswith('{"node": "docker1", "space": "docker1/alpha", "interface"')]


def test_a_recording_without_looks_is_written_as_before() -> None:
    """No field, no other line."""
    made = recording(StepRecord("start", "", (entry("true"),)))

    assert "looks" not in to_json(made)
    assert json.loads(to_json(made))["steps"][0].keys() == {"name", "source", "entries"}
