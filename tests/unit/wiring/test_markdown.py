"""Markdown: the formatters that markdown-exec calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import markdown_exec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from netdocs.core.fences import KINDS, PROOF, fences
from netdocs.core.keys import digest
from netdocs.core.parse import parse
from netdocs.core.plan import Plan
from netdocs.core.proof import rows
from netdocs.core.recording import Recording
from netdocs.core.transcript import Shown
from netdocs.core.words import ENGLISH
from netdocs.wiring.build import Book
from netdocs.wiring.markdown import install
from samples import KEY, one_step

SHELL = parse(
    "snippets/bridge/default.sh", "# %% start\ntrue\n# claim a: So.\ntrue\n# claim b [engine < 28]: No.\ntrue\n"
)
ASKS = '```console exec="on" session="bridge/default" step="start"\n```\n'
BLOCK = '<div class="nd-block"'

Install = Callable[[Recording], None]
Put = Callable[[Book], None]


def book(made: Recording) -> Book:
    return Book(Plan((), (SHELL,)), {SHELL.name: Shown(made, live=True, stale=False)})


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Install a book; markdown-exec's own formatters come back afterwards."""
    for kind in (*KINDS, PROOF):
        monkeypatch.setitem(markdown_exec.formatters, kind, markdown_exec.formatters[kind])
    return lambda made: install(made, rows(made.plan.scenarios, made.recordings, {}), ENGLISH)


def render(text: str, formatter: Callable[..., str] = markdown_exec.formatter) -> str:
    """A page as the site's Markdown renders it."""
    custom = [
        {"name": kind, "class": kind, "validator": markdown_exec.validator, "format": formatter}
        for kind in (*KINDS, PROOF)
    ]
    options: dict[str, dict[str, Any]] = {
        "pymdownx.superfences": {"custom_fences": custom},
        "pymdownx.tabbed": {"alternate_style": True},
    }
    return Markdown(extensions=[*options], extension_configs=options).convert(text)


def test_a_fence_is_replaced_by_its_step(put: Put) -> None:
    """The step's output stands where the fence was."""
    put(book(one_step("docker ps", "<alpha>\n")))
    html = render(ASKS)

    assert '<span class="nd-printed">&lt;alpha&gt;</span>' in html
    assert "```" not in html


def test_the_first_block_of_a_step_has_its_anchor(put: Put) -> None:
    """Shown twice on a page, it is there once; the next page has its own."""
    put(book(one_step("docker ps")))

    assert 1 == render(f"{ASKS}\n{ASKS}").count('id="bridge-default--start"')
    assert 1 == render(ASKS).count('id="bridge-default--start"')


def test_other_code_is_left_alone(put: Put) -> None:
    """A block that is not executed is shown as code, whatever its language."""
    put(book(one_step("docker ps")))
    html = render("```console\n$ docker ps\n```\n")

    assert BLOCK not in html
    assert '<span class="gp">$ </span>docker' in html


def test_proofs_are_shown(put: Put) -> None:
    """Every claim, or those about some engines only."""
    put(book(one_step("docker ps")))

    assert 2 == render('```markdown exec="on" show="proof"\n```\n').count('<tr id="claim-')
    assert 1 == render('```markdown exec="on" show="limited"\n```\n').count('<tr id="claim-')


CORNERS = {
    "plain": ASKS,
    "quoted": "> " + ASKS.replace("\n```", "\n> ```"),
    "in a list": "- item\n\n    " + ASKS.replace("\n```", "\n    ```"),
    "tildes": ASKS.replace("```", "~~~"),
    "shown in a longer fence": f"````text\n{ASKS}````\n",
    "unclosed": ASKS.removesuffix("```\n"),
    "in a comment": f"<!--\n{ASKS}-->\n",
    "not executed": ASKS.replace('"on"', '"off"'),
    "upper-case option": ASKS.replace("exec", "EXEC"),
    "no quotes": ASKS.replace('"on"', "on"),
}
KNOWN = {
    "options in braces": '``` {.console exec="on" session="bridge/default" step="start"}\n```\n',
    "a dot before the language": ASKS.replace("```console", "```.console"),
    "a backtick in an option": ASKS.replace('"start"', '"start" title="`x`"'),
    "blanks around the equals sign": ASKS.replace("=", " = "),
    "a longer closing line": ASKS.replace("\n```", "\n````"),
    "after an indented closing line": f"```text\n    ```\n```\n{ASKS}",
    "left by its quote": "> " + ASKS.replace("\n```", "\nmore\n> ```"),
}


@pytest.mark.parametrize(
    "text",
    [
        *(pytest.param(text, id=name) for name, text in CORNERS.items()),
        *(pytest.param(text, id=name) for name, text in KNOWN.items()),
    ],
)
def test_what_is_checked_is_what_is_rendered(put: Put, text: str) -> None:
    """A fence that Markdown runs was found by the plan, and a fence that the plan found is run."""
    put(book(one_step("docker ps")))

    assert len(fences("page.md", text)) == render(text).count(BLOCK)


OPENINGS = [
    ASKS.partition("\n")[0],
    ASKS.partition("\n")[0].replace("```", "~~~"),
    ASKS.partition("\n")[0].replace("```", "````"),
    ASKS.partition("\n")[0] + " junk",
    ASKS.partition("\n")[0] + " a=b",
    '``` {.console exec="on" session="a/b" step="c"}',
    '```python exec="1" session="a/b" step="c" title="`"',
    "```text",
    "```console",
]
LINES = st.tuples(
    st.sampled_from(["", "    ", "  ", " ", "- ", "\t"]),
    st.sampled_from([*OPENINGS, "```", "~~~", "````", "``````", "text", "", '=== "T"', "!!! note", "`"]),
).map("".join)


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_whatever_is_written_what_is_checked_is_what_is_run(text: str) -> None:
    """The plan and superfences read every page alike: the same fences, in the same order."""
    run: list[tuple[str, str, str]] = []

    def note(_source: str, kind: str, _class: str, options: Any, _md: Markdown, **_: Any) -> str:
        run.append((kind, options["session"], options["extra"].get("step", "")))
        return "<p>noted</p>"

    render(text, note)

    assert [(fence.kind, fence.session, fence.step) for fence in fences("page.md", text)] == run


def on_two_engines(old: Recording) -> Book:
    made = book(one_step("docker ps", "new\n"))
    shown = replace(made.shown[SHELL.name], differing=("start",))
    return replace(made, shown={SHELL.name: shown}, others={"26.1": {SHELL.name: old}})


def test_a_step_is_shown_on_every_engine_where_they_differ(put: Put) -> None:
    """A tab for each, the one of this site first."""
    put(on_two_engines(replace(one_step("docker ps", "old\n"), engine="26.1", version="26.1.5")))
    html = render(ASKS.replace('step="start"', 'step="start" by="engine"'))

    assert html.index("28.5") < html.index("26.1")
    assert html.index("new") < html.index('<mark class="nd-differs">old</mark>')


def test_an_outdated_recording_of_another_engine_says_so(put: Put) -> None:
    """The scenario has changed since that engine played it, and a reader is told."""
    outdated = replace(one_step("docker ps", "old\n"), engine="26.1", key=replace(KEY, scenario=digest("another text")))
    put(on_two_engines(outdated))

    assert ENGLISH.stale in render(ASKS.replace('step="start"', 'step="start" by="engine"'))


def test_a_failure_while_rendering_ends_the_build(put: Put) -> None:
    """A bug of ours must never leave the text of the fence on a page of a build that succeeds."""
    broken = one_step("docker ps")
    put(book(replace(broken, played="a time that nobody can read")))
    with pytest.raises(Exception, match="a time that nobody can read"):
        render(ASKS)
