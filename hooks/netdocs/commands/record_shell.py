"""`make lab RECORD=guides/inspect/first`: what is typed becomes the steps of a scenario. Effects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from netdocs.commands.typed_scenario import scenario_text, typed_commands
from netdocs.errors import AuthorError, Diagnostic

TITLE = "Say in a sentence what happens here."
_NAME = re.compile(r"(?:[a-z0-9-]+/)?(?P<session>[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*)")


@dataclass(frozen=True, slots=True)
class Target:
    """The scenario that is to be written."""

    root: Path
    session: str

    @property
    def path(self) -> str:
        """Its file, below the project's root."""
        return f"snippets/{self.session}.sh"


def target_of(root: Path, name: str) -> Target:
    """The scenario that RECORD= names; AuthorError if it is no name, or there already: nothing typed is lost then."""
    match = _NAME.fullmatch(name)
    if match is None:
        hint = "name page and scenario, in small letters, digits and hyphens: RECORD=guides/inspect/first"
        raise AuthorError(Diagnostic("RECORD", "this is no name for a scenario", hint, actual=repr(name)))
    target = Target(root, match["session"])
    if (root / target.path).exists():
        raise AuthorError(Diagnostic(target.path, "this is there already", "choose another RECORD=, or remove it"))
    return target


def write_typed(target: Target, printed: str, nodes: Sequence[str]) -> tuple[str, ...]:
    """Write what was typed; what to tell its author, who has to put the fences into a page."""
    text = scenario_text(typed_commands(printed), nodes, TITLE)
    if not text:
        return ("nothing was typed that could be a scenario, so none was written",)
    path = target.root / target.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    steps = re.findall(r"(?m)^#\s*%%\s+(\S+)", text)
    fences = (f'```console exec="on" session="{target.session}" step="{step}"\n```\n' for step in steps)
    return (f"{target.path}: written. Give it a title, and show its steps on a page:\n", *fences)
