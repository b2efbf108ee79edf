"""Whether a page's fences are what they are meant to be, each for itself: nothing may stay text unnoticed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netdocs.errors import Diagnostic, did_you_mean
from netdocs.page.fences import (
    CLAIMS_LANGUAGE,
    LANGUAGES,
    MAX_OPENING,
    MAX_VALUES,
    Block,
    Fence,
    blocks,
    fenced_blocks,
    opening,
    outside_fences,
    too_long,
    without_code_spans,
)

_STEP = ("exec", "session", "step", "by")
_ATTRIBUTES = {
    "console": _STEP,
    "python": _STEP,
    "picture": ("exec", "session", "step", "compare"),
    "path": ("exec", "session", "step", "from", "to"),
    CLAIMS_LANGUAGE: ("exec", "show"),
}
"""What may be written on the opening line, by language."""
_EXAMPLE = '```console exec="on" session="bridge/default" step="start"'

_STEP_OPTIONS = ("exec", "session", "step")
"""Attributes that nobody writes on a fence that is meant as plain code."""
_LOOKS_LIKE_A_FENCE = re.compile(r"\b(?:session|step)\s*=|^[\s>]*(?:`{3,}|~{3,}).*\bexec\b")
"""A line of prose that was meant as the opening of a fence: superfences did not see it as one."""


def fence_problems(page: str, text: str) -> Iterator[Diagnostic]:
    """A problem for every fence that Markdown would show as text, or whose attributes mean nothing."""
    fences = {block.first: fence for block, fence in fenced_blocks(page, text)}
    for fence in fences.values():
        yield from _unknown_attributes(fence)
    for block in blocks(text):
        if block.first not in fences and any(name in block.options for name in _STEP_OPTIONS):
            yield _not_executed(page, block)
    for number, line in outside_fences(text):
        if too_long(line):
            yield _too_long(f"{page}:{number}", line)
        elif _LOOKS_LIKE_A_FENCE.search(without_code_spans(line)):
            yield _unread(f"{page}:{number}", line)


def _unknown_attributes(fence: Fence) -> Iterator[Diagnostic]:
    names = _ATTRIBUTES[fence.language]
    for name, value in fence.options.items():
        if name not in names:
            do = f"remove it, or write one of those expected{did_you_mean(name, names)}"
            message = f"a `{fence.language}` fence has no attribute {name!r}"
            yield Diagnostic(fence.location, message, do, ", ".join(names), f'{name}="{value}"')
        elif name == "by" and value != "engine":
            do = 'write by="engine" (a tab for every engine, where they differ), or leave it out'
            yield Diagnostic(fence.location, "steps are not shown by this", do, 'by="engine"', f'by="{value}"')


def _not_executed(page: str, block: Block) -> Diagnostic:
    """A block that superfences shows as code, or not at all, although its attributes ask for more."""
    line = block.opening[0].strip()
    if block.language in LANGUAGES:
        message, do = "this fence is not executed, so it would show nothing of its step", 'add exec="on"'
    else:
        message = f"`{block.language}` is no language of executed fences"
        do = f"write one of those expected{did_you_mean(block.language, LANGUAGES)}"
    return Diagnostic(f"{page}:{block.first}", message, do, ", ".join(LANGUAGES), line)


def _too_long(location: str, line: str) -> Diagnostic:
    message, do = "this line begins like a fence and is too long for one", "shorten it, or put it in backticks"
    return Diagnostic(location, message, do, f"{MAX_VALUES} options, {MAX_OPENING} characters at most", line[:80])


def _unread(location: str, line: str) -> Diagnostic:
    message = "this line looks like the opening of a fence, and Markdown would print it as text"
    if opening(line):
        do = "close the fence with a line of as many backticks, indented like this one"
    else:
        do = "write it like the one expected, values in quotes; or, if it is meant as text, put it in backticks"
    return Diagnostic(location, message, do, _EXAMPLE, line.strip())
