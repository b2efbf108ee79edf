"""Fences of a page that ask for a step: found in the Markdown text, before anything is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = ("console", "python")
"""The languages whose `exec` fences show a step: which dialect's tab comes first."""
PROOF = "markdown"
"""The language whose `exec` fences show proofs; their `show` says which."""
PROOFS = ("proof", "limited")
"""Every claim, or those that are limited to some engines."""

_OPEN = re.compile(r"^(?P<indent>[\s>]*)(?P<ticks>`{3,}|~{3,})\s*(?P<info>[^`]*)$")
_WORD = re.compile(r"""(?P<name>[\w-]+)\s*=\s*(?P<quote>["'])(?P<value>.*?)(?P=quote)""")


@dataclass(frozen=True, slots=True)
class Fence:
    """One request of a page: show this step here."""

    page: str
    """Path below the project's root."""
    line: int
    kind: str
    session: str
    step: str
    """The step; for a fence of kind `markdown`, which proofs it shows."""
    body: str

    @property
    def where(self) -> str:
        """`docs/en/drivers/bridge.md:12`."""
        return f"{self.page}:{self.line}"


def fences(page: str, text: str) -> tuple[Fence, ...]:
    """Every executed fence of our kinds on the page; fences shown inside longer fences are text."""
    found = (_fence(page, line, info, body) for line, _, info, body in _blocks(text.splitlines()))
    return tuple(fence for fence in found if fence)


def outside_fences(text: str) -> Iterator[tuple[int, str]]:
    """Number and text of every line that is in no fence."""
    lines = text.splitlines()
    inside = {n for opened, closed, _, _ in _blocks(lines) for n in range(opened, closed + 1)}
    yield from ((number, line) for number, line in enumerate(lines, 1) if number not in inside)


def _blocks(lines: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """First and last line, info string and body of every outermost fence."""
    ticks, opened, info, body = "", 0, "", list[str]()
    for number, line in enumerate(lines, 1):
        if not ticks:
            if found := _OPEN.match(line):
                ticks, opened, info, body = found["ticks"], number, found["info"], []
        elif _closes(line, ticks):
            yield opened, number, info, "\n".join(body)
            ticks = ""
        else:
            body.append(line)


def _closes(line: str, ticks: str) -> bool:
    bare = line.strip(" \t>")
    return len(bare) >= len(ticks) and not bare.strip(ticks[0])


def _fence(page: str, line: int, info: str, body: str) -> Fence | None:
    kind = info.split(maxsplit=1)[0] if info.split() else ""
    words = {found["name"]: found["value"] for found in _WORD.finditer(info)}
    if kind not in (*KINDS, PROOF) or words.get("exec", "no").lower() in ("", "no", "off", "false", "0"):
        return None
    return Fence(page, line, kind, words.get("session", ""), words.get("show" if kind == PROOF else "step", ""), body)
