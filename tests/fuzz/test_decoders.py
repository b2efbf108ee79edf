"""Recordings, events, jobs, snapshots: the one error of each, or a value that is written as it came."""

from __future__ import annotations

import hashlib
import itertools
import json
from copy import deepcopy
from typing import Any, cast

import docker
import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from factories import READY, checked, ended, failed, one_step
from fuzz.inputs import bounded, texts
from golden.cases import cases
from netdocs.diagram.snapshot_fields import SnapshotError, masquerade_ranges, network_of
from netdocs.lab.event_stream import read_events
from netdocs.protocol import events, job
from netdocs.protocol.codec import ProtocolError, convert
from netdocs.protocol.snapshot import Capture
from netdocs.recording.format import FORMAT, BadRecordingError, from_json, to_json

Tree = Any
LOOKS = [(case / "look.json").read_text(encoding="utf-8") for case in cases("pictures")]
SNAPSHOTS = [json.loads(look) for look in sorted(LOOKS, key=len)[:12]]
"""Of real labs; the biggest are left out, because they are more of the same."""
VALUES: st.SearchStrategy[Any] = (
    st.sampled_from(
        [
            "",
            "\ud800",
            "\0",
            "2026-11-23T22:41:05Z",
            "2026-11-23",
            "9999-12-31T23:59:59-23:59",
            None,
            True,
            0,
            -1,
            2**63,
            2**64,
            2**70,
            10**400,
            0.5,
            1e308,
            [],
            {},
            [[]],
            [{}],
            {"a": 1},
            "passed",
            "9" * 5000,
        ]
    )
    | st.text(max_size=3)
    | st.floats(allow_nan=False, allow_infinity=False)
)
EVENTS = [
    json.loads(events.encode(event))
    for event in (
        READY,
        ended(output="x"),
        checked("failed", values={"a": "b"}),
        failed("command"),
        events.Done(),
        events.Skipped("x"),
        events.StepStarted("a"),
        events.EngineState(("a",)),
        events.SnapshotTaken("a", convert(SNAPSHOTS[0], Capture)),
    )
]
JOB = json.loads(
    job.encode(job.Job("a", "py", "x", ("docker1",), (), (job.Step("a", 1, 2, (job.Unit(1, 2),)),), (), 1.0, 2.0, 3))
)
JSON = texts(
    "{", "}", "[", "]", '"', ":", ",", "\\u", "\\", "null", "1e999", "NaN", "-", "0", '"event"', '"Done"', '"a":'
)


def places(tree: Tree, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a tree of JSON but its root."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [place for key, value in items for place in ((*path, key), *places(value, (*path, key)))]


@st.composite
def damaged(draw: st.DrawFn, *trees: Tree) -> Tree:
    """One of the trees with up to three places replaced, removed or added, by copies: the next change may be in one."""
    tree = json.loads(json.dumps(draw(st.sampled_from(trees))))
    for _ in range(draw(st.integers(0, 3))):
        *path, last = draw(st.sampled_from(places(tree) or [("a",)]))
        parent = tree
        for key in path:
            parent = parent[key]
        match draw(st.sampled_from(["replace", "remove", "add"])):
            case "remove" if isinstance(parent, dict):
                parent.pop(last, None)
            case "add" if isinstance(parent, dict):
                parent[draw(st.text(max_size=3))] = deepcopy(draw(VALUES))
            case _:
                parent[last] = deepcopy(draw(VALUES))
    return tree


def _file(recording: Tree) -> str:
    """A recording's file, its checksum right: whoever edits one can compute it too."""
    content = json.dumps(recording, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(content.encode(errors="replace")).hexdigest()
    return json.dumps({"format": FORMAT, "sha256": digest, "recording": recording}, ensure_ascii=False, indent=1) + "\n"


RECORDING = json.loads(to_json(one_step("ping", "pong\n")))["recording"]
STEP = RECORDING["steps"][0]
WITH_CAPTURE = {**RECORDING, "steps": [{**STEP, "captures": SNAPSHOTS[:1]}]}


@given(damaged(RECORDING, WITH_CAPTURE).map(_file) | JSON)
@example(_file(RECORDING))
@example(_file({**RECORDING, "seconds": 10**400}))
@example(_file({**RECORDING, "steps": [{**STEP, "commands": [{"first": 2**70, "last": 1, "node": ""}]}]}))
@example('{"format": [' + "[" * 5000)
def test_any_text_is_a_recording_or_the_one_error(text: str) -> None:
    """A text that is read is what would be written of it."""
    try:
        with bounded():
            recording = from_json(text)
    except BadRecordingError as error:
        assert str(error)  # noqa: PT017  (either is right)
        return
    assert to_json(recording) == text


@given(damaged(*EVENTS).map(json.dumps) | JSON)
def test_any_line_is_an_event_or_the_one_error(line: str) -> None:
    """What is an event survives the wire."""
    try:
        with bounded():
            event = events.decode(line)
    except ProtocolError as error:
        assert "\n" not in str(error)  # noqa: PT017  (either is right)
        return
    assert event == events.decode(events.encode(event).encode())


@given(damaged(JOB).map(json.dumps) | JSON)
def test_any_text_is_a_job_or_the_one_error(text: str) -> None:
    """The way in is read as strictly as the way out."""
    try:
        with bounded():
            decoded = job.decode(text)
    except ProtocolError:
        return
    assert decoded == job.decode(job.encode(decoded))


class _Printing:
    """As much of an engine's API as a lab needs that prints these chunks."""

    def __init__(self, chunks: list[bytes]) -> None:
        self.chunks = chunks

    def attach(self, _: str, **__: Any) -> Any:
        """The chunks, on standard output."""
        return ((chunk, None) for chunk in self.chunks)

    def start(self, _: str) -> None:
        """Nothing to do."""


LINES = st.sampled_from([json.dumps(event).encode() + b"\n" for event in EVENTS])


@given(st.lists(LINES | st.binary(max_size=9), max_size=9).map(b"".join), st.lists(st.integers(0, 900), max_size=6))
@example(b'{"event": "Done"}\n\xff\n{"event": "Done"}\n', [3])
def test_a_stream_is_read_the_same_however_it_is_cut(printed: bytes, cuts: list[int]) -> None:
    """Events until something else comes, of which one event tells; nothing after that."""
    edges = [0, *sorted(cuts), len(printed)]
    chunks = [printed[first:last] for first, last in itertools.pairwise(edges)]
    with bounded():
        read = list(read_events(cast("docker.APIClient", _Printing(chunks)), "lab"))

    assert read == list(read_events(cast("docker.APIClient", _Printing([printed])), "lab"))
    assert not any(isinstance(event, events.StreamBroken) for event in read[:-1])


@given(damaged(*SNAPSHOTS))
def test_both_decoders_of_a_snapshot_are_strict(tree: Tree) -> None:
    """The lab's and the recording's: what the first lets in, the second can write and read."""
    try:
        with bounded():
            capture = convert(tree, Capture)
    except ProtocolError:
        return
    assert capture == msgspec.json.decode(msgspec.json.encode(capture), type=Capture)
    for namespace in capture.network.namespaces if capture.network else ():
        try:
            masquerade_ranges(namespace)
            for link in namespace.links:
                [network_of(address, link.name) for address in link.addresses]
        except SnapshotError as error:
            assert error.location  # noqa: PT017  (either is right)
