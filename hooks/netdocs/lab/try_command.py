"""The command that brings a reader to a state of a lab on their own machine. Pure."""

from __future__ import annotations

from netdocs.lab.isolation import CAPABILITIES

DEFAULT_NAME = "netdocs/lab"
"""What the image is called that `make image` builds, where nobody publishes it under another name."""
FLAGS = (
    "--rm",
    "-it",
    *(f"--cap-add {capability}" for capability in CAPABILITIES),
    "--security-opt seccomp=unconfined",
    "--security-opt apparmor=unconfined",
)
"""What the container needs. A reader's machine has no copy of our seccomp filter, and the engine's own forbids what
makes a world; the world itself is in a user namespace, where its root is nobody outside."""


def image_tag(name: str, engine: str) -> str:
    """`netdocs/lab:28.5`; there is one image for each engine."""
    return f"{name or DEFAULT_NAME}:{engine}"


def try_command(name: str, engine: str, session: str = "", step: str = "") -> str:
    """What to type; without a session, for a lab in which nothing was played."""
    words = ["docker run", *FLAGS, image_tag(name, engine)]
    return " ".join([*words, *(["at", session, step] if session else [])]).rstrip()
