"""Fences of a page that ask for something: found in the Markdown text, before anything is rendered.

Read as pymdownx.superfences reads them (its RE_NESTED_FENCE_START and RE_OPTIONS), so that what is
checked here is what is rendered there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from netdocs.core.looks import PICTURE, path

DRAWN = ("picture", "path")
"""The languages whose `exec` fences show a drawing of a step: its network, or the way of a packet."""
KINDS = ("console", "python")
"""The languages whose `exec` fences show a step: which dialect's tab comes first."""
PROOF = "markdown"
"""The language whose `exec` fences show proofs; their `show` says which."""
PROOFS = ("proof", "limited")
"""Every claim, or those that are limited to some engines."""

_PREFIX = re.compile(r"[\s>]*")
_OPEN = re.compile(
    r"(?P<ticks>~{3,}|`{3,})(?:[ \t]*\.?(?P<kind>[\w#.+-]+)(?=[\t ]|$))?"
    r"(?:[ \t]*\{(?P<braces>[^\n]*)\}"
    r"|(?P<options>(?:[ \t]*[a-zA-Z]\w*(?:=(?P<quote>[\"']).*?(?P=quote))?(?=[\t ]|$))+))?[ \t]*$"
)
_WORD = re.compile(r"(?P<name>[a-zA-Z]\w*)=(?P<quote>[\"'])(?P<value>.*?)(?P=quote)")
_CLASS = re.compile(r"\.(?P<kind>[\w#+-]+)")


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
    look: str = ""
    """What a drawing shows, as the step's mark asks for it: `picture`, `path alpha example.com`."""
    since: str = ""
    """The step whose picture this one is compared with."""

    @property
    def where(self) -> str:
        """`docs/en/drivers/bridge.md:12`."""
        return f"{self.page}:{self.line}"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of any language: its lines (1-based, fences included), opening line and body."""

    first: int
    last: int
    opening: re.Match[str]
    body: str


def fences(page: str, text: str) -> tuple[Fence, ...]:
    """Every executed fence of our kinds on the page; fences shown inside longer fences are text."""
    found = (_fence(page, block) for block in _blocks(text.splitlines()))
    return tuple(fence for fence in found if fence)


def blocks(page: str, text: str) -> Iterator[tuple[Block, Fence]]:
    """Every executed fence of our kinds with the block of lines it is."""
    for block in _blocks(text.splitlines()):
        if fence := _fence(page, block):
            yield block, fence


def outside_fences(text: str) -> Iterator[tuple[int, str]]:
    """Number and text of every line that is in no fence."""
    lines = text.splitlines()
    inside = {number for block in _blocks(lines) for number in range(block.first, block.last + 1)}
    yield from ((number, line) for number, line in enumerate(lines, 1) if number not in inside)


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Every outermost fence that is closed, at the indentation and quotation it was opened at."""
    opening, prefix, first, body = None, "", 0, list[str]()
    for number, line in enumerate(lines, 1):
        own = _prefix(line)
        if opening is None:
            if opening := _OPEN.match(line.expandtabs(4), len(own)):
                prefix, first, body = own, number, []
        elif not line.strip(" \t>"):
            body.append("")
        elif len(own) < len(prefix) or own[: len(prefix)].count(">") > prefix.count(">"):
            opening = None
        elif line.expandtabs(4)[len(prefix) :].rstrip() == opening["ticks"]:
            yield Block(first, number, opening, "\n".join(body))
            opening = None
        else:
            body.append(line.expandtabs(4)[len(prefix) :])


def _prefix(line: str) -> str:
    found = _PREFIX.match(line.expandtabs(4))
    return found[0] if found else ""


def _fence(page: str, block: Block) -> Fence | None:
    options = block.opening["braces"] or block.opening["options"] or ""
    kind = block.opening["kind"] or next((found["kind"] for found in _CLASS.finditer(options)), "")
    words = {found["name"]: found["value"] for found in _WORD.finditer(options)}
    if kind not in (*KINDS, *DRAWN, PROOF) or words.get("exec", "no").lower() in ("", "no", "off", "false", "0"):
        return None
    step = words.get("show" if kind == PROOF else "step", "")
    look = drawn(kind, words) if kind in DRAWN else ""
    return Fence(page, block.first, kind, words.get("session", ""), step, block.body, look, words.get("since", ""))


def drawn(kind: str, options: Mapping[str, str]) -> str:
    """What a fence of a kind of drawings shows, written like the mark of a step."""
    return path(options.get("from", ""), options.get("to", "")) if kind == "path" else PICTURE
