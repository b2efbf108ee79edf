"""The command line: what make passes on."""

from __future__ import annotations

import pytest

from netdocs.commands.arguments import arguments


@pytest.mark.parametrize(
    ("words", "kernel"), [(["record"], "host"), (["record", "--only", "ipvlan", "--kernel", "emulated"], "emulated")]
)
def test_a_kernel_can_be_borrowed_for_recording(words: list[str], kernel: str) -> None:
    """If one is asked for."""
    assert kernel == arguments(["28.5"]).parse_args(words).kernel


@pytest.mark.parametrize("words", [["record", "--kernel", "6.1"], ["drift", "--kernel", "emulated"]])
def test_nothing_else_can_be_borrowed(words: list[str]) -> None:
    """Neither another kernel nor for another purpose."""
    with pytest.raises(SystemExit):
        arguments(["28.5"]).parse_args(words)
