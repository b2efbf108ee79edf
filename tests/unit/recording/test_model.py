"""What a recording can be asked."""

from __future__ import annotations

import pytest

from factories import command, recording
from netdocs.protocol.snapshot import Capture
from netdocs.recording.model import EMULATED, StepResult, to_lines


def test_a_step_took_as_long_as_its_commands() -> None:
    """The duration under a block is the sum over its commands."""
    step = StepResult("start", commands=(command(seconds=1.5), command(seconds=0.25)))

    assert 1.75 == step.seconds
    assert step == recording(step).step("start")
    assert recording(step).step("end") is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", ()), ("\n", ("", "")), ("a", ("a",)), ("a\n", ("a", "")), ("a\r\u2028b\n\nc", ("a\r\u2028b", "", "c"))],
)
def test_a_text_is_its_lines(text: str, lines: tuple[str, ...]) -> None:
    """Joined again they are the text, to the last newline."""
    assert lines == to_lines(text)
    assert text == command(output=text).output


def test_a_capture_is_known_by_its_request() -> None:
    """As the step's directive writes it."""
    picture = Capture("picture")
    step = StepResult("start", captures=(picture,))

    assert picture == step.capture("picture")
    assert step.capture("path alpha beta") is None


def test_readers_see_the_upstream_version() -> None:
    """Not Debian's part of it; of a scenario that was not run there is only the series."""
    assert "28.5.2" == recording().display_version
    assert "28.5" == recording(version="").display_version
    assert recording(kernel=f"6.1{EMULATED}").emulated


@pytest.mark.parametrize("time", ["yesterday", "2026-11-23T22:41:05", ""])
def test_a_time_needs_a_zone(time: str) -> None:
    """Or nobody could say how old a recording is."""
    with pytest.raises(ValueError, match=r"zone|isoformat"):
        recording(recorded_at=time)
