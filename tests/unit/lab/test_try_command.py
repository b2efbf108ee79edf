"""The command that a page offers, and what the image says where it cannot be followed."""

from __future__ import annotations

from netdocs.lab.isolation import CAPABILITIES
from netdocs.lab.try_command import try_command
from tryit.needs import NUMBERS


def test_a_state_of_a_page() -> None:
    """Flags before the image, the state behind it."""
    flags, image, state = try_command("", "28.5", "bridge/default", "no-names").partition("netdocs/lab:28.5")

    assert flags == (
        "docker run --rm -it --cap-add SYS_ADMIN --cap-add NET_ADMIN --cap-add SYS_PTRACE "
        "--security-opt seccomp=unconfined --security-opt apparmor=unconfined "
    )
    assert (image, state) == ("netdocs/lab:28.5", " at bridge/default no-names")


def test_no_state_at_all() -> None:
    """The command ends with the image, under the name it is published by."""
    assert try_command("registry.example/net/lab", "26.1").endswith(" registry.example/net/lab:26.1")


def test_every_capability_can_be_looked_for() -> None:
    """The image knows the kernel's number of each that the command asks for."""
    assert {*NUMBERS} == {*CAPABILITIES}
