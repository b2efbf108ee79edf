"""Names too long for a drawing, shortened as Docker's commands shorten them, and their order. Pure."""

from __future__ import annotations

import re

_TASK_ID = re.compile(r"(\.(?:\d+|[a-z0-9]{25}))\.[a-z0-9]{25}$")
"""How a swarm names a task's container: service, slot (of a global service: node), and an ID of 25 characters."""

MAX_NAME_LENGTH = 24
"""In characters of 8 px: with a word beside it for what it is, a box of that name still fits a phone's 330 px."""


def shorten(name: str) -> str:
    """`web.1.k3j…` as `docker service ps` shows it, `web.1`; other long names cut, as `docker ps` cuts commands."""
    name = _TASK_ID.sub(r"\1", name)
    return name if len(name) <= MAX_NAME_LENGTH else f"{name[: MAX_NAME_LENGTH - 1]}…"


def natural_sort_key(name: str) -> list[tuple[int, str]]:
    """A key that sorts `box2` before `box10`.

    Numbers are compared by their length and then as text: `int` would refuse one of more than 4,300 digits.
    """
    parts = re.split(r"([0-9]+)", name)
    numbers = {n: part.lstrip("0") for n, part in enumerate(parts) if n % 2}  # split() puts what matched at odd places
    return [(len(numbers[n]), numbers[n]) if n in numbers else (-1, part) for n, part in enumerate(parts)]
