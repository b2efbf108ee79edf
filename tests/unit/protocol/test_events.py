"""Events and jobs: both ends read what the other wrote."""

from __future__ import annotations

import dataclasses
import typing
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdocs.protocol import events, job
from netdocs.protocol.codec import ProtocolError
from netdocs.protocol.snapshot import Capture, Hop, Link, Namespace, PacketTrace, Snapshot

NETWORK = Snapshot((Namespace("docker1", "docker1", "machine", (Link("eth0", addresses=("192.0.2.11/24",)),)),))
TRACE = PacketTrace("alpha", "beta", "10.0.1.4", True, (Hop("docker1", "docker1/alpha", "eth0", "out", "a", "b"),))
FINITE = st.floats(allow_nan=False, allow_infinity=False)
FIELDS: dict[str, st.SearchStrategy[object]] = {
    "capture": st.sampled_from([Capture("picture", NETWORK), Capture("path alpha beta", trace=TRACE)]),
    "limit_seconds": FINITE,
    "seconds": FINITE,
    "inits": st.dictionaries(st.text(), st.integers()),
    "values": st.dictionaries(st.text(), st.text()),
}


@pytest.mark.parametrize("cls", typing.get_args(events.Event), ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_an_event_survives_the_wire(cls: type[events.Event], data: st.DataObject) -> None:
    """Whatever its fields hold, on one line."""
    fields = {f.name: FIELDS[f.name] for f in dataclasses.fields(cls) if f.name in FIELDS}
    event = cast("events.Event", data.draw(st.builds(cls, **fields)))
    line = events.encode(event)

    assert "\n" not in line
    assert event == events.decode(line.encode())


def test_a_job_survives_the_wire() -> None:
    """Units and requests included."""
    step = job.Step("start", 1, 4, (job.Unit(2, 2), job.Unit(4, 4, "some-id")), ("picture",))
    original = job.Job("snippets/a/b.py", "py", "x = 1\n", ("docker1",), (), (step,), ("a",), 60, 300.5, 1000)

    assert original == job.decode(job.encode(original))


@pytest.mark.parametrize(
    "line",
    [
        b"this is not JSON",
        b"",
        b"\xff",
        b"[" * 200_000,
        b"[1]",
        b"{}",
        b'{"event": ["x"]}',
        b'{"event": "Explosion"}',
        b'{"event": "Ready", "kernel": "6"}',
        b'{"event": "Ready", "kernel": "6", "version": 28}',
        b'{"event": "StepStarted", "step": "\\ud800"}',
        b'{"event": "CommandEnded"}',
        b'{"event": "EngineState", "lines": [1]}',
        b'{"event": "Done", "event": "Done"}',
        b'{"event": "SnapshotTaken", "step": "start", "capture": {}}',
    ],
)
def test_a_line_that_is_no_event_is_refused(line: bytes) -> None:
    """With one error for every way in which it may be none."""
    with pytest.raises(ProtocolError):
        events.decode(line)
