"""The extension: what Markdown meets is drawn, and is what the plan has checked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import markdown_exec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from msgspec import structs

from factories import ENGLISH, FINGERPRINT, one_step, recording
from netdocs.errors import AuthorError
from netdocs.page.context import Build
from netdocs.page.fences import fences
from netdocs.page.results import SourcedRecording
from netdocs.recording.fingerprint import digest
from netdocs.recording.model import CommandResult, Recording, StepResult
from netdocs.scenario.parser import parse
from rendering import PAGE, build_of, convert, markdown, problems, with_page

SHELL = parse(
    "snippets/bridge/default.sh", "# %% start\ntrue\n# claim a: So.\ntrue\n# claim b [engine < 28]: No.\ntrue\n"
)
ASKS = '```console exec="on" session="bridge/default" step="start"\n```\n'
BLOCK = '<div class="nd-block"'


def build(recorded: Recording) -> Build:
    return build_of(recorded, scenarios=(SHELL,))


def test_a_fence_is_replaced_by_its_step() -> None:
    """The step's output stands where the fence was."""
    html = convert(ASKS, build(one_step("docker ps", "<alpha>\n")))

    assert '<span class="nd-output-lines">&lt;alpha&gt;</span>' in html
    assert "```" not in html


def test_the_first_block_of_a_step_has_its_anchor() -> None:
    """Shown twice on a page, it is there once; the next page has its own."""
    page_build = build(one_step("docker ps"))

    assert 1 == convert(f"{ASKS}\n{ASKS}", page_build).count('id="bridge-default--start"')
    assert 1 == convert(ASKS, page_build).count('id="bridge-default--start"')


def test_other_code_is_left_alone() -> None:
    """A block that is not executed is shown as code, whatever its language."""
    html = convert("```console\n$ docker ps\n```\n", build(one_step("docker ps")))

    assert BLOCK not in html
    assert '<span class="gp">$ </span>docker' in html


def test_claims_are_shown() -> None:
    """Every claim, or those about some engines only."""
    page_build = build(one_step("docker ps"))
    targets = {
        f"scenario:bridge/default.sh#{line}": page_build.targets["scenario:bridge/default.sh"] for line in (3, 5)
    }
    targets["step:bridge/default/start"] = page_build.targets["scenario:bridge/default.sh"]
    page_build = replace(page_build, targets=targets)

    assert 2 == convert('```markdown exec="on" show="proof"\n```\n', page_build).count('<tr id="claim-')
    assert 1 == convert('```markdown exec="on" show="limited"\n```\n', page_build).count('<tr id="claim-')


IN_TEXT = {
    "plain": ASKS,
    "quoted": "> " + ASKS.replace("\n```", "\n> ```"),
    "in a list": "- item\n\n    " + ASKS.replace("\n```", "\n    ```"),
    "in a tight list": "- item\n    " + ASKS.replace("\n```", "\n    ```"),
    "in a tab": '=== "T"\n\n    ' + ASKS.replace("\n```", "\n    ```"),
    "in an admonition": "!!! note\n\n    " + ASKS.replace("\n```", "\n    ```"),
    "in HTML with Markdown": f"<div markdown>\n\n{ASKS}\n</div>\n",
    "tildes": ASKS.replace("```", "~~~"),
    "options in braces": '``` {.console exec="on" session="bridge/default" step="start"}\n```\n',
    "options in braces without quotes": "``` {.console exec=on session=bridge/default step=start}\n```\n",
    "a flag": ASKS.replace('exec="on"', "exec"),
    "a dot before the language": ASKS.replace("```console", "```.console"),
    "a backtick in an option": ASKS.replace('"start"', '"start" title="`x`"'),
    "after an indented closing line": f"```text\n    ```\n```\n{ASKS}",
}
ELSEWHERE = {
    "shown in a longer fence": f"````text\n{ASKS}````\n",
    "unclosed": ASKS.removesuffix("```\n"),
    "not executed": ASKS.replace('"on"', '"off"'),
    "upper-case option": ASKS.replace("exec", "EXEC"),
    "no quotes": ASKS.replace('"on"', "on"),
    "blanks around the equals sign": ASKS.replace("=", " = "),
    "a longer closing line": ASKS.replace("\n```", "\n````"),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in IN_TEXT.items()])
def test_what_is_planned_is_drawn(text: str) -> None:
    """Wherever it stands and however it is written."""
    assert 1 == len(fences(PAGE, text))
    assert 1 == convert(text, build(one_step("docker ps"))).count(BLOCK)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ELSEWHERE.items()])
def test_what_is_not_planned_is_not_drawn(text: str) -> None:
    """It is text, for the plan and for Markdown."""
    assert () == fences(PAGE, text)
    assert BLOCK not in convert(text, build(one_step("docker ps")))


@pytest.mark.parametrize(
    "text",
    [
        f"<!--\n{ASKS}-->\n",
        f"<div>\n{ASKS}</div>\n",
        "Text.\n\n    " + ASKS.replace("\n", "\n    "),
    ],
)
def test_a_fence_that_is_planned_and_not_drawn_is_an_error(text: str) -> None:
    """In a comment, in HTML, in an indented code block: the step would count as shown, and nobody would see it."""
    (problem,) = problems(text, build(one_step("docker ps")))
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "console" in line)

    assert f"docs/en/{PAGE}:{line}" == problem.location


def test_a_fence_that_is_drawn_and_not_planned_is_an_error() -> None:
    """From a file that is included, say: nothing has checked it, and no message could name its line."""
    planned = with_page(build(one_step("docker ps")), "")
    with pytest.raises(AuthorError, match="does not stand in its text"):
        markdown({"build": planned, "page": PAGE}).convert(ASKS)


OPENINGS = [
    ASKS.partition("\n")[0],
    ASKS.partition("\n")[0].replace("```", "~~~"),
    ASKS.partition("\n")[0].replace("```", "````"),
    ASKS.partition("\n")[0] + " junk",
    ASKS.partition("\n")[0] + " a=b",
    '``` {.console exec="on" session="bridge/default" step="start"}',
    "``` {.console exec=on session=bridge/default step=start .x #y}",
    '```python exec="1" session="bridge/default" step="start" title="`"',
    "```text",
    "```console",
]
LINES = st.tuples(
    st.sampled_from(["", "    ", "  ", " ", "- ", "> ", "\t"]),
    st.sampled_from([*OPENINGS, "```", "~~~", "````", "``````", "text", "", '=== "T"', "!!! note", "`"]),
).map("".join)


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_whatever_is_written_a_fence_is_drawn_or_reported(text: str) -> None:
    """What the plan reads and superfences does not, or the other way round, never passes in silence."""
    reported = problems(text, build(one_step("docker ps")))
    drawn = _drawn(text)

    assert len(fences(PAGE, text)) - drawn == sum("not on the page" in problem.message for problem in reported) - sum(
        "does not stand in its text" in problem.message for problem in reported
    )


def _drawn(text: str) -> int:
    reported: list[Any] = []
    options = {"build": with_page(build(one_step("docker ps")), text), "page": PAGE, "report": reported.append}
    return markdown(options).convert(text).count(BLOCK)


def on_two_engines(old: Recording) -> Build:
    newest = build(one_step("docker ps", "new\n"))
    result = SourcedRecording(newest.result.results[SHELL.name].recording, live=True, stale=False, differing=("start",))
    other_engines = {"26.1": {SHELL.name: old}}
    return replace(newest, result=replace(newest.result, results={SHELL.name: result}, other_engines=other_engines))


BY_ENGINE = ASKS.replace('step="start"', 'step="start" by="engine"')


def test_a_step_is_shown_on_every_engine_where_they_differ() -> None:
    """A tab for each, the one of this site first."""
    old = structs.replace(one_step("docker ps", "old\n"), engine="26.1", version="26.1.5")
    html = convert(BY_ENGINE, on_two_engines(old))

    assert html.index("28.5") < html.index("26.1")
    assert html.index("new") < html.index('<mark class="nd-diff">old</mark>')


def test_an_outdated_recording_of_another_engine_says_so() -> None:
    """The scenario has changed since that engine played it, and a reader is told."""
    outdated = structs.replace(
        one_step("docker ps", "old\n"),
        engine="26.1",
        fingerprint=structs.replace(FINGERPRINT, scenario=digest("another text")),
    )

    assert ENGLISH.caption_stale in convert(BY_ENGINE, on_two_engines(outdated))


def test_a_failure_while_drawing_ends_the_build() -> None:
    """A bug of ours must never leave the text of the fence on a page of a build that succeeds."""
    damaged = recording(StepResult("start", commands=cast("tuple[CommandResult, ...]", "no commands")))
    with pytest.raises(Exception, match="'str' object"):
        convert(ASKS, build(damaged))


def test_without_the_extension_nothing_is_drawn_in_silence() -> None:
    """markdown-exec keeps our formatters for the whole process; another Markdown must not print what they return."""
    convert(ASKS, build(one_step("docker ps")))
    fence = {
        "name": "console",
        "class": "console",
        "validator": markdown_exec.validator,
        "format": markdown_exec.formatter,
    }
    plain = Markdown(
        extensions=["pymdownx.superfences"], extension_configs={"pymdownx.superfences": {"custom_fences": [fence]}}
    )
    with pytest.raises(RuntimeError, match=r"is the extension netdocs\.page\.extension in use"):
        plain.convert(ASKS)


def test_a_short_option_is_not_broken() -> None:
    """A line may end after the hyphen of a longer one, and within a command."""
    html = convert("使うのは`-p`、`--network`、`docker run -p`、`-p 8080:80`です。", build(one_step("docker ps")))

    assert html.count('class="nd-option"') == 2
    assert '<code class="nd-option">-p</code>' in html
    assert "<code>docker run -p</code>" in html
