"""The events of a lab, read from its standard output in bounded memory. Effects."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing

import docker

from netdocs.lab import isolation
from netdocs.protocol import events
from netdocs.protocol.codec import ProtocolError
from netdocs.protocol.events import Event

log = logging.getLogger(f"mkdocs.hooks.{__name__}")
MAX_LINE = 4 * 1024**2
"""Bytes of one event: 64 kB of output are 400 kB where JSON escapes each byte; captures of big labs have less."""
STDERR_BYTES = 20_000
"""How much of the end of a lab's standard error is kept."""


def read_events(api: docker.APIClient, lab: str) -> Iterator[Event]:
    """Start the container and read its events, at most MAX_LINE bytes at a time.

    The stream ends at the first line that is no event: whoever wrote it may have written others.
    """
    buffer, stderr, event = b"", b"", None
    with closing(api.attach(lab, stream=True, logs=False, demux=True)) as stream:
        api.start(lab)
        for printed, complained in stream:
            stderr = (stderr + (complained or b""))[-STDERR_BYTES:]
            *lines, buffer = (buffer + (printed or b"")).split(b"\n")
            for line in lines:
                event = _event(line)
                yield event
                if isinstance(event, events.StreamBroken):
                    return
            if len(buffer) > MAX_LINE:
                yield events.StreamBroken(f"a line of more than {MAX_LINE} bytes", _excerpt(buffer))
                return
    yield from _complaint(event, stderr)


def _event(line: bytes) -> Event:
    try:
        return events.decode(line)
    except ProtocolError as error:
        return events.StreamBroken(str(error), _excerpt(line))


def _complaint(last: Event | None, stderr: bytes) -> Iterator[Event]:
    """What a lab wrote to standard error ends a play that has no end of its own; to one that has, it is a remark.

    MachineError where it is the supervisor, who says that this machine gives it no user namespace: no play can be had.
    """
    if last is None and (error := isolation.refusal(stderr.decode(errors="replace"))):
        raise error
    if stderr and isinstance(last, events.LAST):
        log.warning(f"a lab wrote to its standard error, and ended well: {stderr.decode(errors='replace').strip()}")
    elif stderr:
        yield events.StreamBroken("the agent wrote to its standard error and ended", stderr.decode(errors="replace"))


def _excerpt(line: bytes) -> str:
    """The beginning of a line that is no event."""
    return line[:200].decode(errors="backslashreplace")
