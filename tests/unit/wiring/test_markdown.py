"""Markdown: the formatters that markdown-exec calls, and where links lead."""

from __future__ import annotations

import markdown_exec
import pytest
from markdown import Markdown
from samples import one_step

from netdocs.core.fences import KINDS, fences
from netdocs.core.parse import parse
from netdocs.core.plan import Plan
from netdocs.core.recording import Recording
from netdocs.core.transcript import Shown
from netdocs.core.words import ENGLISH
from netdocs.wiring.build import Book
from netdocs.wiring.markdown import Rendered, install, scenario_pages, targets

SHELL = parse("snippets/bridge/default.sh", "# %% start\ntrue\n# claim a: `docker0` is there.\ntrue\n")
PYTHON = parse("snippets/bridge/default.py", "# %% start\nx = 1\n")
ASKS = '```console exec="on" session="bridge/default" step="start"\n```\n'


def book(made: Recording) -> Book:
    return Book(Plan((), (SHELL,)), {"bridge/default.sh": Shown(made, live=True, stale=False)})


@pytest.fixture
def formatters(monkeypatch: pytest.MonkeyPatch) -> None:
    """markdown-exec's formatters, put back afterwards."""
    for kind in KINDS:
        monkeypatch.setitem(markdown_exec.formatters, kind, markdown_exec.formatters[kind])


def render(text: str) -> str:
    """A page as the site's Markdown renders it."""
    custom = [
        {"name": kind, "class": kind, "validator": markdown_exec.validator, "format": markdown_exec.formatter}
        for kind in KINDS
    ]
    options = {"pymdownx.superfences": {"custom_fences": custom}}
    return Markdown(extensions=["pymdownx.superfences"], extension_configs=options).convert(text)


@pytest.mark.usefixtures("formatters")
def test_a_fence_is_replaced_and_noted() -> None:
    """The step's output stands where the fence was, and it is known that it was shown."""
    rendered: Rendered = set()
    install(book(one_step("docker ps", "<alpha>\n")), ENGLISH, rendered)
    html = render(ASKS)

    assert {("bridge/default", "start")} == rendered
    assert '<span class="nd-printed">&lt;alpha&gt;</span>' in html
    assert "```" not in html


@pytest.mark.usefixtures("formatters")
def test_other_code_is_left_alone() -> None:
    """A block that is not executed is shown as code, whatever its language."""
    rendered: Rendered = set()
    install(book(one_step("docker ps")), ENGLISH, rendered)
    html = render("```console\n$ docker ps\n```\n")

    assert set() == rendered
    assert "docker ps" in html


CORNERS = {
    "plain": ASKS,
    "quoted": "> " + ASKS.replace("\n```", "\n> ```"),
    "in a list": "- item\n\n    " + ASKS.replace("\n```", "\n    ```"),
    "tildes": ASKS.replace("```", "~~~"),
    "shown in a longer fence": f"````markdown\n{ASKS}````\n",
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
        *(
            pytest.param(
                text,
                id=name,
                marks=pytest.mark.xfail(strict=True, reason="fences.py and superfences read this differently"),
            )
            for name, text in KNOWN.items()
        ),
    ],
)
@pytest.mark.usefixtures("formatters")
def test_what_is_checked_is_what_is_rendered(text: str) -> None:
    """A fence that Markdown runs was found by the plan, and a fence that the plan found is run."""
    rendered: Rendered = set()
    install(book(one_step("docker ps")), ENGLISH, rendered)
    render(text)

    assert {(fence.session, fence.step) for fence in fences("page.md", text)} == rendered


def test_links_lead_to_scenario_pages() -> None:
    """A claim's tooltip is its sentence as plain text."""
    found = targets(book(one_step("docker ps")))

    assert {"scenario:bridge/default.sh", "claim:a"} == set(found)
    assert "scenarios/bridge/default/" == found["scenario:bridge/default.sh"].url
    assert ("scenarios/bridge/default/#claim-a", "docker0 is there.") == (found["claim:a"].url, found["claim:a"].title)


def test_each_session_has_one_page() -> None:
    """Both dialects are on it."""
    made = Book(
        Plan((), (PYTHON, SHELL)),
        {scenario.name: Shown(one_step("x"), live=True, stale=False) for scenario in (PYTHON, SHELL)},
    )
    pages = scenario_pages(made, ENGLISH)

    assert ["scenarios/bridge/default.md"] == list(pages)
    assert "## bridge/default.sh" in pages["scenarios/bridge/default.md"]
    assert "## bridge/default.py" in pages["scenarios/bridge/default.md"]


@pytest.mark.xfail(strict=True, reason="markdown.py:32: superfences swallows what a formatter raises")
@pytest.mark.usefixtures("formatters")
def test_a_failure_while_rendering_ends_the_build() -> None:
    """A bug of ours must never leave the text of the fence on a page of a build that succeeds."""
    install(book(one_step("cat <<END\n", "x")), ENGLISH, set())
    with pytest.raises(Exception, match=r"zip\(\)"):
        render(ASKS)
