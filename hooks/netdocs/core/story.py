"""Two dialects, one story: what they leave behind on the engine must be the same."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import ndiff

from netdocs.core.errors import Problem
from netdocs.core.normalise import stable
from netdocs.core.recording import Recording


def differences(shell: Recording, python: Recording) -> Iterator[Problem]:
    """A problem if the dialects' states differ once volatile words are taken out."""
    if shell.not_run or python.not_run:
        return
    first, second = (stable(one.state, {}).splitlines() for one in (shell, python))
    lines = [line for line in ndiff(first, second) if line[:1] in "+-"]
    if lines:
        legend = f"- only after {shell.scenario}\n+ only after {python.scenario}"
        yield Problem(
            f"snippets/{python.scenario}",
            f"its two dialects leave engine {python.engine} in different states",
            "make both dialects create, connect, stop and remove the same things",
            expected="the same networks, containers, addresses and services",
            seen="\n".join([legend, *lines]),
        )
