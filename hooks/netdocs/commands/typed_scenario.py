"""A scenario made of what was typed at a lab's shell: the commands, which of them failed, the steps. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

FIRST_STEP = "first"
"""The step that commands belong to before a step was begun by hand."""
INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended."""
PROMPT_COMMAND = 'printf "%s\\0%s\\0" "$?" "$(HISTTIMEFORMAT= history 1)" >>{path}'
"""What bash runs before each prompt: the last command's exit code, and its line of the history."""

# `  12  docker ps`: an entry of bash's history
_ENTRY = re.compile(r"\s*(?P<number>\d+)\*?\s+(?P<text>.*)", re.DOTALL)
_STEP = re.compile(r"#\s*%%\s")
_FAILURE = re.compile(r"#\s*(?:may fail|fails)\s*$")
_OF_THE_SHELL = re.compile(r"(?:clear|exit|fg|history|logout|reset)\b")
"""Commands that are about the terminal; a scenario has none."""


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """An entry of the history: a command, or a comment that means something in a scenario."""

    text: str
    status: int


def typed_commands(printed: str) -> tuple[TypedCommand, ...]:
    """What PROMPT_COMMAND has written, each entry once: an empty line at a prompt repeats the one before."""
    words = printed.split("\0")[:-1]
    entries: dict[str, TypedCommand] = {}
    for status, line in zip(words[::2], words[1::2], strict=False):
        if (match := _ENTRY.fullmatch(line)) and match["number"] not in entries:
            entries[match["number"]] = TypedCommand(match["text"].rstrip(), int(status))
    return tuple(entries.values())


def scenario_text(commands: Iterable[TypedCommand], nodes: Sequence[str], title: str) -> str:
    """The scenario; empty where nothing was typed that belongs into one."""
    lines = list(_lines(entry for entry in commands if not _OF_THE_SHELL.match(entry.text)))
    if all(line.startswith("#") for line in lines):
        return ""
    if not _STEP.match(lines[0]):
        lines.insert(0, f"# %% {FIRST_STEP}")
    head = [f"# {title}", *([f"# nodes: {' '.join(nodes)}"] if len(nodes) > 1 else [])]
    body = "\n".join(f"\n{line}" if _STEP.match(line) else line for line in lines)
    return "\n".join([*head, body]) + "\n"


def _lines(commands: Iterable[TypedCommand]) -> Iterator[str]:
    marked = False
    for entry in commands:
        if entry.text.startswith("#"):
            marked = _FAILURE.match(entry.text) is not None
            yield entry.text
        elif entry.text and entry.status != INTERRUPTED:
            if entry.status and not marked:
                yield "# fails"
            marked = False
            yield entry.text
