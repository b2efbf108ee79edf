"""Names too long for a drawing, shortened as Docker's own commands shorten them."""

from __future__ import annotations

import re

_TASK = re.compile(r"(\.(?:\d+|[a-z0-9]{25}))\.[a-z0-9]{25}$")
MOST = 24


def short(name: str) -> str:
    """`web.1.k3j…` as `docker service ps` shows it, `web.1`; other long names cut, as `docker ps` cuts commands."""
    name = _TASK.sub(r"\1", name)
    return name if len(name) <= MOST else f"{name[: MOST - 1]}…"


def natural(name: str) -> list[tuple[int, str]]:
    """A key that sorts `box2` before `box10`."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]
