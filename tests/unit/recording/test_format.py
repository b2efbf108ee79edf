"""Recordings as text: readable, read again to the last character, and refused when they are not whole."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import one_step, recording
from netdocs.protocol.snapshot import Capture, Hop, Link, Namespace, PacketTrace, Snapshot
from netdocs.recording.format import FORMAT, BadRecordingError, from_json, to_json
from netdocs.recording.model import ClaimResult, CommandResult, Fingerprint, Recording, StepResult, to_lines

SEVERAL = re.compile(r"\w,\w")
"""Networks in one cell of a table."""
NUMBERS = st.integers(0, 10**6)
SECONDS = st.floats(0, 10**4, allow_nan=False)
LINES = st.text().map(to_lines)
COMMANDS = st.builds(CommandResult, NUMBERS, NUMBERS, st.text(), LINES, LINES, NUMBERS, NUMBERS, SECONDS)
STEPS = st.builds(StepResult, st.text(), LINES, st.lists(COMMANDS, max_size=2).map(tuple))
CLAIMS = st.builds(ClaimResult, st.text(), st.text(), NUMBERS, st.sampled_from(["passed", "failed", "not applicable"]))
RECORDINGS = st.builds(
    Recording,
    st.text(),
    st.text(),
    st.text(),
    st.text(),
    st.just("2026-11-23T22:41:05Z"),
    SECONDS,
    st.builds(Fingerprint, st.text(), st.text(), st.text()),
    st.text(),
    st.lists(STEPS, max_size=2).map(tuple),
    st.lists(CLAIMS, max_size=2).map(tuple),
    LINES,
)


@given(RECORDINGS)
def test_a_recording_survives_the_round_trip(original: Recording) -> None:
    """What is written is read again, to the last character."""
    assert original == from_json(to_json(original))


def test_output_is_written_line_by_line() -> None:
    """One line of output is one line of JSON, as it was printed, so that diffs can be read."""
    lines = [line.strip() for line in to_json(one_step("ping", "héllo\n  wörld\n")).splitlines()]
    first = lines.index('"output": [') + 1

    assert ['"héllo",', '"  wörld",', '""', "],"] == lines[first : first + 4]


def test_captures_are_kept_without_what_holds_nothing() -> None:
    """An interface has a dozen fields, of which three or four say something."""
    link = Link("eth0", "veth", addresses=("192.0.2.11/24",), segment="lan")
    hop = Hop("docker1", "docker1/alpha", "eth0", "out", "10.0.1.2", "10.0.1.4")
    captures = (
        Capture("picture", Snapshot((Namespace("docker1", "docker1", "machine", (link,)),))),
        Capture("path alpha beta", trace=PacketTrace("alpha", "beta", "10.0.1.4", False, (hop,))),
    )
    text = to_json(recording(StepResult("start", captures=captures)))
    network, trace = json.loads(text)["recording"]["steps"][0]["captures"]

    assert captures == from_json(text).steps[0].captures
    assert {"name": "eth0", "kind": "veth", "addresses": ["192.0.2.11/24"], "segment": "lan"} == (
        network["network"]["namespaces"][0]["links"][0]
    )
    assert "answered" not in trace["trace"]


GOOD = to_json(one_step("ping", "pong\n"))


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
        "[" * 100_000,
        '{"format":' * 100_000,
        GOOD[: len(GOOD) // 2],
        GOOD + "}",
        "\ufeff" + GOOD,
        GOOD.replace("\n", ""),
        GOOD.replace("pong", "ping"),
        GOOD.replace("pong", "\\ud800"),
        GOOD.replace('"kernel"', '"kernel": "7", "kernel"'),
        GOOD.replace(' "recording"', "<<<<<<< HEAD\n =======\n" + ' "recording"'),
        GOOD.replace(f'"format": {FORMAT}', f'"format": {FORMAT + 1}'),
        GOOD.replace(f'"format": {FORMAT}', f'"format": "{FORMAT}"'),
        "version https://git-lfs",
    ],
)
def test_other_text_is_no_recording(text: str) -> None:
    """Empty, truncated, edited, merged by halves or of another making: always the same error."""
    with pytest.raises(BadRecordingError):
        from_json(text)


def test_an_edit_is_told_as_one() -> None:
    """Whoever mends a typing error in an output must learn that outputs are not written by hand."""
    with pytest.raises(BadRecordingError, match="edited or damaged"):
        from_json(GOOD.replace("pong", "ping"))


def test_not_one_flipped_bit_goes_unseen() -> None:
    """Every bit of a file, one after the other."""
    raw = GOOD.encode()
    flipped = (raw[:n] + bytes([raw[n] ^ 1 << bit]) + raw[n + 1 :] for n in range(len(raw)) for bit in range(8))
    accepted = []
    for damaged in flipped:
        try:
            from_json(damaged.decode())
        except (BadRecordingError, UnicodeDecodeError):
            continue
        accepted.append(damaged)

    assert [] == accepted


def damaged(change: Callable[[dict[str, Any]], object]) -> str:
    """The JSON of a recording after `change`."""
    data = json.loads(GOOD)
    change(data["recording"])
    return json.dumps(data, indent=1) + "\n"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("kernel"),
        lambda data: data.update(colour="red"),
        lambda data: data.update(steps=None),
        lambda data: data.update(steps=[1]),
        lambda data: data.update(steps={}),
        lambda data: data.update(claims=[[]]),
        lambda data: data.update(claims=[{"id": "a"}]),
        lambda data: data.update(claims=[{"id": "a", "step": "b", "line": 1, "status": "dunno"}]),
        lambda data: data.update(fingerprint="abc"),
        lambda data: data.update(state="docker1: network bridge"),
        lambda data: data.update(seconds="fast"),
        lambda data: data.update(recorded_at="yesterday"),
        lambda data: data.update(scenario=5),
        lambda data: data.update(skipped_reason=3),
        lambda data: data["fingerprint"].pop("image"),
        lambda data: data["fingerprint"].update(colour="red"),
        lambda data: data["steps"][0].update(source="x = 1"),
        lambda data: data["steps"][0].update(captures=[{"request": "picture", "network": 1}]),
        lambda data: data["steps"][0]["commands"][0].pop("node"),
        lambda data: data["steps"][0]["commands"][0].update(node=None),
        lambda data: data["steps"][0]["commands"][0].update(output="pong\n"),
        lambda data: data["steps"][0]["commands"][0].update(output=[1, 2]),
        lambda data: data["steps"][0]["commands"][0].update(colour="red"),
        lambda data: data["steps"][0]["commands"][0].update(seconds="fast"),
    ],
)
def test_other_fields_and_types_are_damage(change: Callable[[dict[str, Any]], object]) -> None:
    """A field too many or too few, a value that no play writes: told by its name, before any checksum."""
    with pytest.raises(BadRecordingError) as caught:
        from_json(damaged(change))

    assert "checksum" not in str(caught.value)


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


def test_every_committed_recording_is_whole() -> None:
    """What `make record` wrote is in the repository unchanged."""
    paths = sorted((Path(__file__).parents[3] / "recordings").rglob("*.json"))

    assert paths
    assert all(from_json(path.read_text(encoding="utf-8")).engine == path.parts[-3] for path in paths)


def test_no_recording_prints_an_order_that_the_client_takes_at_random() -> None:
    """`docker ps` lists the networks of a container in another order each time: `docker inspect` has to be asked."""
    commands = [
        (path, command)
        for path in sorted((Path(__file__).parents[3] / "recordings").rglob("*.json"))
        for step in from_json(path.read_text(encoding="utf-8")).steps
        for command in step.commands
        if "{{.Networks}}" in command.text
    ]

    assert commands
    assert [(str(path), line) for path, command in commands for line in command.output if SEVERAL.search(line)] == []
