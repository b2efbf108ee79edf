"""Events of a lab: read line by line, and whatever else a lab prints told as what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import docker
import pytest

from netdocs.lab.event_stream import read_events
from netdocs.protocol import events


@dataclass
class Printing:
    """As much of an engine's API as a lab needs that prints this: pairs of standard output and standard error."""

    chunks: list[tuple[bytes | None, bytes | None]]
    reads: int = 0

    def attach(self, _: str, **__: Any) -> Iterator[tuple[bytes | None, bytes | None]]:
        """The chunks, counted as they are taken."""
        for chunk in self.chunks:
            self.reads += 1
            yield chunk

    def start(self, _: str) -> None:
        """Nothing else to do."""


def reported(*chunks: tuple[bytes | None, bytes | None]) -> list[events.Event]:
    """The events of a lab that prints these chunks."""
    return list(read_events(cast("docker.APIClient", Printing(list(chunks))), "lab"))


STEP, DONE = (events.encode(event).encode() + b"\n" for event in (events.StepStarted("start"), events.Done()))


def test_events_come_line_by_line() -> None:
    """However the stream is cut into chunks."""
    stream = STEP + DONE

    assert [events.StepStarted("start"), events.Done()] == reported(
        (stream[:5], None), (stream[5:50], None), (stream[50:], None)
    )


@pytest.mark.parametrize(
    "line", [b"this is not JSON", b"[1]", b"{}", b'{"event": "Boom"}', b"\xff\xfe", b"[" * 200_000, b""]
)
def test_a_line_that_is_no_event_ends_the_stream(line: bytes) -> None:
    """It is told as what it is, and nothing behind it is believed."""
    first, last = reported((STEP + line + b"\n" + DONE, None), (DONE, None))

    assert events.StepStarted("start") == first
    assert isinstance(last, events.StreamBroken)
    assert last.output == line[:200].decode(errors="backslashreplace")


def test_a_line_without_an_end_takes_bounded_memory() -> None:
    """A scenario that prints zeros into the pipe for ever is left after four megabytes."""
    api = Printing([(b"0" * 1024**2, None)] * 1000)
    (event,) = read_events(cast("docker.APIClient", api), "lab")

    assert isinstance(event, events.StreamBroken)
    assert "more than 4194304 bytes" in event.reason
    assert api.reads == 5


def test_a_remark_on_standard_error_does_not_undo_a_good_play(caplog: pytest.LogCaptureFixture) -> None:
    """A DeprecationWarning of a library says nothing of the lab; it is logged."""
    assert [events.StepStarted("start"), events.Done()] == reported(
        (STEP, None), (None, b"DeprecationWarning: old\n"), (DONE, None)
    )
    assert "DeprecationWarning: old" in caplog.text


def test_a_traceback_instead_of_an_end_is_told_as_what_it_is() -> None:
    """Not as a lab that could not be built."""
    *_, last = reported((STEP, None), (None, b"Traceback (most recent call last):\n"))

    assert isinstance(last, events.StreamBroken)
    assert ("the agent wrote to its standard error and ended", "Traceback (most recent call last):\n") == (
        last.reason,
        last.output,
    )


def test_a_lab_that_just_ends_reports_nothing_more() -> None:
    """Whoever reads the events sees that none was the last."""
    assert [events.StepStarted("start")] == reported((STEP, None))
