"""The page of a scenario: how its claims went, where engines differ, and both dialects in full. Markdown out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from netdocs.core.colour import coloured
from netdocs.core.proof import Row, table
from netdocs.core.scenario import Scenario
from netdocs.core.urls import line_anchor
from netdocs.core.words import Words

COMMANDS = {"sh": "bash", "py": "python3"}
"""What plays a file on a reader's machine."""


def page(scenarios: Sequence[Scenario], rows: Sequence[Row], differing: Iterable[str], words: Words) -> str:
    """The page of one session.

    `scenarios` are its dialects, the shell first; `rows` its claims; `differing` the steps in which
    engines print different things.
    """
    session = scenarios[0].session
    front = "---\nsearch:\n  exclude: true\n---"
    title = f"# {words.scenario_title.format(name=f'`{session}`')}"
    parts = [front, title, escape(scenarios[0].title, quote=False), *_claims(rows, words)]
    parts += [*_differences(session, tuple(differing), words), *_yourself(scenarios, words), words.scenario_intro]
    parts += map(_source, scenarios)
    return "\n\n".join(parts) + "\n"


def _claims(rows: Sequence[Row], words: Words) -> Iterator[str]:
    if rows:
        yield f"## {words.claims}"
        yield table(rows, words)


def _differences(session: str, steps: Sequence[str], words: Words) -> Iterator[str]:
    if steps:
        yield f"## {words.by_engine} {{ #by-engine }}"
        yield words.by_engine_intro
    for step in steps:
        yield f"### `{step}`"
        yield f'```console exec="on" session="{session}" step="{step}" by="engine"\n```'


def _yourself(scenarios: Sequence[Scenario], words: Words) -> Iterator[str]:
    """How a reader plays it: on an engine of their own, or in the lab, which has the machines it needs."""
    yield f"## {words.yourself}"
    others = sorted({node for one in scenarios for node in one.nodes} - {"docker1"})
    if others:
        yield words.yourself_machines.format(machines=", ".join(f"`{node}`" for node in others))
    else:
        run = "\n".join(f"{COMMANDS[one.dialect]} {one.name.rpartition('/')[2]}" for one in scenarios)
        yield f"{words.yourself_own}\n\n```sh\n{run}\n```"
    nodes = f' NODES="{" ".join(others)}"' if others else ""
    yield f"{words.yourself_lab}\n\n```sh\nmake lab{nodes}\n```"


def _source(scenario: Scenario) -> str:
    """The file with an anchor at every line; finished HTML, so that nothing in it is read as Markdown."""
    lines = coloured(scenario.text.rstrip("\n"), scenario.dialect).split("\n")
    numbered = (
        f'<span id="{line_anchor(scenario.dialect, n)}" data-line="{n}">{line}</span>'
        for n, line in enumerate(lines, 1)
    )
    body = "&#10;".join(numbered).replace("\n", "&#10;")
    return f'## {scenario.name}\n\n<div class="highlight nd-file"><pre><code>{body}&#10;</code></pre></div>'
