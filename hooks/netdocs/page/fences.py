"""Fences of a page that ask for something: read in the Markdown text, before anything is rendered. Pure.

Read as pymdownx.superfences reads them (its RE_NESTED_FENCE_START and RE_OPTIONS), because the plan needs page
and line of every fence before any engine is started, and Markdown itself keeps no line numbers. The extension
compares what was rendered with what was read here, so the two cannot part unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markdown.extensions.attr_list import get_attrs

from netdocs.scenario.snapshots import PICTURE, path

FIGURE_LANGUAGES = ("picture", "path")
"""The languages whose `exec` fences show a figure of a step: its network, or the path of a packet."""
STEP_LANGUAGES = ("console", "python")
"""The languages whose `exec` fences show a step: which dialect's tab comes first."""
CLAIMS_LANGUAGE = "markdown"
"""The language whose `exec` fences show claims; their `show` says which."""
LANGUAGES = (*STEP_LANGUAGES, *FIGURE_LANGUAGES, CLAIMS_LANGUAGE)
CLAIM_FILTERS = ("proof", "limited")
"""Every claim, or those that are limited to some engines."""
TRANSLATIONS = "translations"
"""What such a fence's `show` says for the state of the translations instead."""

# What may stand before a fence: the indent of a list, the marks of a quotation
_PREFIX = re.compile(r"[\s>]*")
# ```console exec="on" session="a/b", ```{ .console exec="on" } or ~~~: as RE_NESTED_FENCE_START and RE_OPTIONS have it
_OPENING = re.compile(
    r"(?P<ticks>~{3,}|`{3,})(?:[ \t]*\.?(?P<language>[\w#.+-]+)(?=[\t ]|$))?"
    r"(?:[ \t]*\{(?P<braces>[^\n]*)\}"
    r"|(?P<options>(?:[ \t]*[a-zA-Z]\w*(?:=(?P<quote>[\"']).*?(?P=quote))?(?=[\t ]|$))+))?[ \t]*$"
)
# session="bridge/default", or a name alone
_OPTION = re.compile(r"(?P<name>[a-zA-Z]\w*)(?:=(?P<quote>[\"'])(?P<value>.*?)(?P=quote))?")
_START = re.compile(r"[\s>]*(?:`{3}|~{3})")
_VALUE = re.compile(r"=[\"']")
CACHE_SIZE = 1024
"""Texts whose fences are kept: a build asks for those of each page a dozen times."""
MAX_VALUES, MAX_OPENING = 12, 1000
"""Options with values, and characters, on the opening line of a fence. Where such a line is not well formed, _OPENING
(and superfences, by its own) tries every way to read it, and each value doubles their number."""
# YAML between two lines of three dashes, at the beginning of the file
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# `code`, ``co`de``: as many backticks behind as before
_CODE_SPAN = re.compile(r"(?<!`)(`++).*?(?<!`)\1(?!`)")
_FALSE = ("", "no", "off", "false", "0")
"""What markdown-exec reads as "do not execute"."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a fence asks for, wherever it stands: all that decides what is shown in its place."""

    language: str
    session: str = ""
    step: str = ""
    """The step; for claims, which of them."""
    snapshot: str = ""
    """What a figure shows, as the step's directive asks for it: `picture`, `path alpha example.com`."""
    compare: str = ""
    """The step whose picture this one is compared with."""
    by_engine: bool = False
    """Whether the step is shown on every engine, where they differ."""


@dataclass(frozen=True, slots=True)
class Fence:
    """One request of a page: show this here."""

    page: str
    """Path below the project's root."""
    line: int
    request: Request
    body: str = ""
    options: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Everything that was written on the opening line."""

    @property
    def location(self) -> str:
        """`docs/en/drivers/bridge.md:12`."""
        return f"{self.page}:{self.line}"

    @property
    def language(self) -> str:
        """The word after the backticks."""
        return self.request.language

    @property
    def session(self) -> str:
        """The scenario, without its dialect."""
        return self.request.session

    @property
    def step(self) -> str:
        """The step, or which claims."""
        return self.request.step


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of any language: its lines (1-based, fences included), opening line and body."""

    first: int
    last: int
    opening: re.Match[str]
    body: str

    @property
    def language(self) -> str:
        """The word after the backticks, or the first class in braces."""
        classes = (value for name, value in get_attrs(self.opening["braces"] or "") if name == ".")
        return self.opening["language"] or next(classes, "")

    @property
    def options(self) -> dict[str, str]:
        """Options by name; an option without a value has its own name as value, as superfences has it."""
        if self.opening["braces"]:
            return {name: value for name, value in get_attrs(self.opening["braces"]) if name != "."}
        words = _OPTION.finditer(self.opening["options"] or "")
        return {match["name"]: match["name"] if match["value"] is None else match["value"] for match in words}


def request(language: str, options: Mapping[str, str]) -> Request:
    """What the options of a fence ask for."""
    step = options.get("show" if language == CLAIMS_LANGUAGE else "step", "")
    snapshot = PICTURE if language == "picture" else ""
    if language == "path":
        snapshot = path(options.get("from", ""), options.get("to", ""))
    by_engine = options.get("by") == "engine"
    return Request(language, options.get("session", ""), step, snapshot, options.get("compare", ""), by_engine)


def fences(page: str, text: str) -> tuple[Fence, ...]:
    """Every executed fence of our languages on the page; fences shown inside longer fences are text."""
    return tuple(fence for _, fence in fenced_blocks(page, text))


@lru_cache(maxsize=CACHE_SIZE)
def fenced_blocks(page: str, text: str) -> tuple[tuple[Block, Fence], ...]:
    """Every executed fence of our languages with the block of lines it is."""
    return tuple(_fenced_blocks(page, text))


def _fenced_blocks(page: str, text: str) -> Iterator[tuple[Block, Fence]]:
    for block in blocks(text):
        options = block.options
        if block.language in LANGUAGES and options.get("exec", "no").lower() not in _FALSE:
            yield block, Fence(page, block.first, request(block.language, options), block.body, options)


def outside_fences(text: str) -> Iterator[tuple[int, str]]:
    """Number and text of every line that is in no fence."""
    inside = {number for block in blocks(text) for number in range(block.first, block.last + 1)}
    yield from ((number, line) for number, line in enumerate(text.splitlines(), 1) if number not in inside)


def without_front_matter(text: str) -> str:
    """A page's Markdown without the YAML before it."""
    return _FRONT_MATTER.sub("", text)


def without_code_spans(line: str) -> str:
    """A line of prose without what it shows as code."""
    return _CODE_SPAN.sub("", line)


def too_long(line: str) -> bool:
    """Whether the line begins like a fence, and has more on it than can be read in bounded time."""
    return bool(_START.match(line)) and (len(line) > MAX_OPENING or len(_VALUE.findall(line)) > MAX_VALUES)


def opening(line: str) -> re.Match[str] | None:
    """The line as one that could open a fence."""
    if not _START.match(line) or too_long(line):
        return None
    return _OPENING.match(line.expandtabs(4), len(_prefix(line)))


@lru_cache(maxsize=CACHE_SIZE)
def blocks(text: str) -> tuple[Block, ...]:
    """Every outermost fence that is closed, at the indentation and quotation it was opened at."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    start, prefix, first, body = None, "", 0, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if start is None:
            if start := opening(line):
                prefix, first, body = _prefix(line), number, []
        elif not line.strip(" \t>"):
            body.append("")
        elif len(indent := _prefix(line)) < len(prefix) or indent[: len(prefix)].count(">") > prefix.count(">"):
            start = None
        elif line.expandtabs(4)[len(prefix) :].rstrip() == start["ticks"]:
            yield Block(first, number, start, "\n".join(body))
            start = None
        else:
            body.append(line.expandtabs(4)[len(prefix) :])


def _prefix(line: str) -> str:
    match = _PREFIX.match(line.expandtabs(4))
    return match[0] if match else ""
