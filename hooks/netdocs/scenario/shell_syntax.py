"""Shell scenarios that bash cannot read, told before anything is played. Effects."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import lru_cache

from netdocs.errors import Diagnostic
from netdocs.scenario.model import Scenario

OLDEST = 5
"""The first version of bash that reads all that the labs' does; macOS ships 3."""
CACHE_SIZE = 4096
"""Scenarios whose complaints are remembered: `serve` reads the same ones again and again."""
_COMPLAINT = re.compile(r"^/dev/stdin: line (\d+): (?:warning: )?(.*)$", re.MULTILINE)
_READ_ONLY = f"((BASH_VERSINFO[0] < {OLDEST})) || exec bash --norc -n /dev/stdin"


def syntax_problems(scenarios: Iterable[Scenario]) -> Iterator[Diagnostic]:
    """A problem for each shell scenario that bash cannot read to its end; none where there is no bash to ask."""
    bash = shutil.which("bash")
    for scenario in scenarios:
        if bash and scenario.dialect == "sh" and (complaint := _complaint(bash, scenario.text)):
            yield _problem(scenario, *complaint)


@lru_cache(CACHE_SIZE)
def _complaint(bash: str, text: str) -> tuple[int, str] | None:
    """Line and words of the first thing that a bash, which runs nothing, has to say."""
    argv, environ = [bash, "--norc", "-c", _READ_ONLY], {"LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"}
    process = subprocess.run(argv, input=text.encode(), capture_output=True, check=False, env=environ)
    match = _COMPLAINT.search(process.stderr.decode(errors="replace"))
    return (int(match[1]), match[2]) if match else None


def _problem(scenario: Scenario, line: int, complaint: str) -> Diagnostic:
    """The problem; what is never ended is told at the file's end, so that its last line is the place."""
    lines = scenario.text.removesuffix("\n").split("\n")
    place = min(line, len(lines))
    hint = "end what is open there or above: a quotation mark, a bracket, `if`, `for`, `while`, a here-document"
    message, expected = "bash cannot read this scenario, so nothing was played", "whole commands"
    return Diagnostic(f"{scenario.path}:{place}", message, hint, expected, f"{lines[place - 1]}\n{complaint}")
