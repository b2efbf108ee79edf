"""Transcripts: a step as HTML, nothing in it that a browser, Markdown or a template could obey."""

from __future__ import annotations

import re
import time
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from msgspec.structs import replace

from factories import ENGLISH, NOW, command, one_step, recording
from netdocs.page.blocks import Place, step_html
from netdocs.page.results import SourcedRecording
from netdocs.page.transcript import Tab, make_tabs, make_tabs_by_engine, make_tabs_of_unrecorded
from netdocs.recording.model import Recording, StepResult, to_lines
from netdocs.terminal import render_terminal_output
from rendering import build_of, page_of


def live(recorded: Recording) -> SourcedRecording:
    return SourcedRecording(recorded, live=True, stale=False)


def html(recorded: Recording, step: str = "start") -> str:
    """The step's one tab."""
    return drawn(*make_tabs([live(recorded)], step, "console", ENGLISH, NOW))


def drawn(*tabs: Tab) -> str:
    """The tabs of a block as HTML."""
    build = build_of(*(recording(scenario=tab.caption.scenario) for tab in tabs))
    return str(step_html(tabs, Place(1), page_of(build)))


def python(source: str, output: str = "") -> Recording:
    step = StepResult("start", to_lines(source), (command(output=output),))
    return recording(step, scenario="bridge/default.py")


def copied(page: str) -> str:
    """What the copy button would copy."""
    (value,) = re.findall(r'data-copy="([^"]*)"', page)
    return unescape(value)


def visible(page: str) -> str:
    """The text a reader sees."""
    return unescape(re.sub(r"<[^>]*>", "", page))


class Outline(HTMLParser):
    """The tags of a page, and whether every one is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.classes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note tag and attributes."""
        self.open.append(tag)
        self.classes |= {tag, *(name for name, _ in attrs)}

    def handle_endtag(self, tag: str) -> None:
        """Only what was opened last can be closed."""
        assert tag == self.open.pop()


def test_a_command_and_its_output() -> None:
    """Prompt, command, output; the copy button gets the command alone."""
    page = html(one_step("docker network ls", "NETWORK ID\n"))

    assert visible(page).startswith("$ docker network ls\nNETWORK ID\n")
    assert "docker network ls" == copied(page)


def test_commands_follow_each_other() -> None:
    """Each command's own output stands below it; a command that printed nothing leaves no gap."""
    step = StepResult("start", (), (command("a", "1\n\n"), command("b"), command("c", "3")))
    page = html(recording(step))

    assert visible(page).startswith("$ a\n1\n$ b\n$ c\n3\n")
    assert "a\nb\nc" == copied(page)


def test_further_lines_of_a_command_have_the_second_prompt() -> None:
    """As bash shows them; the copy button gets the lines without prompts."""
    page = html(one_step("for n in 1 2; do\n  echo $n\n\ndone", "1\n2\n"))

    assert visible(page).startswith("$ for n in 1 2; do\n>   echo $n\n> \n> done\n1\n2\n")
    assert "for n in 1 2; do\n  echo $n\n\ndone" == copied(page)


def test_the_prompt_names_the_machine_where_there_are_several() -> None:
    """One other machine anywhere in the scenario, and every prompt has a name."""
    first, second = StepResult("start", (), (command("a"),)), StepResult("end", (), (command("b", node="client"),))

    assert "docker1$ a" in visible(html(recording(first, second)))
    assert "client$ b" in visible(html(recording(first, second), "end"))


def test_python_shows_its_source_and_then_all_it_printed() -> None:
    """The copy button gets the source; the output is a region of its own."""
    page = html(python("x = 1\nprint(x)", "1\n"))

    assert visible(page).startswith("x = 1\nprint(x)\n1\n")
    assert "x = 1\nprint(x)" == copied(page)
    assert 'role="group" aria-label="Output"' in page


def test_python_that_printed_nothing_has_no_output() -> None:
    """No empty box."""
    assert "nd-output" not in html(python("x = 1"))


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</code></pre></div>",
    "<!-- <![CDATA[ ]]> -->",
    "```\n# %% heading\n```",
    "{{ config }} {% raw %}",
    '=== "tab"\n\n    more',
    "[words](claim:nope) <a href='claim:nope'>x</a>",
    "&lt;script&gt; &amp; &nbsp;",
    "<p>nd-tab-0</p>",
    "\x1b]8;;javascript:alert(1)\x07click\x1b]8;;\x07",
    "\u202etxt.exe",
]
TAGS = {"a", "code", "div", "p", "pre", "span", "time"}
ATTRIBUTES = {"aria-label", "class", "data-copy", "data-search-exclude", "datetime", "href", "role", "tabindex"}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("dialect", ["sh", "py"])
def test_nothing_that_was_printed_is_more_than_text(text: str, dialect: str) -> None:
    """A reader sees what was printed, and no tag comes of it."""
    page = html(one_step("cmd", text) if dialect == "sh" else python("print()", text))

    outline = Outline()
    outline.feed(page)
    assert [] == outline.open
    assert set() == outline.classes - TAGS - ATTRIBUTES
    assert f'<span class="nd-output-lines">{escape(render_terminal_output(text))}</span>\n' in page


@pytest.mark.parametrize("text", [text for text in HOSTILE if not set(text) & set("\x1b\u202e")])
@pytest.mark.parametrize("dialect", ["sh", "py"])
def test_nothing_that_was_typed_is_more_than_text(text: str, dialect: str) -> None:
    """A command or a source with HTML in it is shown, and copied, as it was written."""
    page = html(one_step(text) if dialect == "sh" else python(text))

    outline = Outline()
    outline.feed(page)
    assert [] == outline.open
    assert set() == outline.classes - TAGS - ATTRIBUTES
    assert text == copied(page)
    assert visible(page).replace("\n> ", "\n").removeprefix("$ ").startswith(text)


@given(st.text())
def test_any_output_makes_a_whole_page(output: str) -> None:
    """Whatever a program prints, every tag is ours and closed."""
    outline = Outline()
    outline.feed(html(one_step("cmd", output)))

    assert [] == outline.open
    assert set() == outline.classes - TAGS - ATTRIBUTES


def caption(sourced: SourcedRecording) -> str:
    """The caption under the one tab."""
    page = drawn(*make_tabs([sourced], "start", "console", ENGLISH, NOW))
    return visible(page[page.index('<p class="nd-caption" data-search-exclude>') :])


def test_the_caption_of_a_live_step() -> None:
    """Engine, date, duration and the scenario's file; the distribution's own suffix is left out."""
    assert "Printed by Docker Engine 28.5.2 on 23 November 2026, in 0.12 s. bridge/default.sh" == caption(
        live(one_step("a"))
    )


def test_the_caption_of_a_recording() -> None:
    """That it is one, and how old."""
    assert (
        "A recording, 2 days old: printed by Docker Engine 28.5.2 on 23 November 2026, in 0.12 s. bridge/default.sh"
    ) == caption(SourcedRecording(one_step("a"), live=False, stale=False))


def test_the_caption_of_a_stale_recording() -> None:
    """A reader is told that the scenario has changed since."""
    assert "in 0.12 s. The scenario has changed since then. bridge/default.sh" in caption(
        SourcedRecording(one_step("a"), live=False, stale=True)
    )


def test_a_step_that_could_not_be_run_says_why() -> None:
    """The reason, the date, and nothing that looks like output."""
    skipped = recording(version="", skipped_reason="this kernel has no <ip_vs>")
    page = html(skipped)

    assert "Not run here: this kernel has no &lt;ip_vs&gt;." in page
    assert "23 November 2026. bridge/default.sh" == caption(live(skipped))
    assert "nd-transcript" not in page


def test_the_caption_links_to_the_scenario() -> None:
    """As seen from the page."""
    link = '<a class="nd-to-scenario" href="../../scenarios/bridge/default.sh/">bridge/default.sh</a>'

    assert link in html(one_step("a"))


@pytest.mark.parametrize(("kind", "labels"), [("console", ["CLI", "Python"]), ("python", ["Python", "CLI"])])
def test_the_kind_of_the_fence_says_which_dialect_comes_first(kind: str, labels: list[str]) -> None:
    """Both dialects are there either way."""
    dialects = [live(one_step("a")), live(python("x = 1"))]

    assert labels == [tab.label for tab in make_tabs(dialects, "start", kind, ENGLISH, NOW)]


def test_a_step_of_one_dialect_has_one_tab() -> None:
    """A step about Linux exists in the shell alone, whatever the fence's kind."""
    only = [live(one_step("a")), live(replace(python("x = 1"), steps=()))]

    assert ["CLI"] == [tab.label for tab in make_tabs(only, "start", "python", ENGLISH, NOW)]


def test_a_step_that_nobody_has_makes_no_tab() -> None:
    """The plan has refused such a fence before."""
    assert () == make_tabs([live(one_step("a"))], "end", "console", ENGLISH, NOW)


def test_the_caption_says_where_engines_differ() -> None:
    """Only under a step that does; the link leads to the tabs by engine."""
    sourced = SourcedRecording(one_step("a"), live=True, stale=False, differing=("start",))
    page = drawn(*make_tabs([sourced], "start", "console", ENGLISH, NOW))

    assert 'href="../../scenarios/bridge/default.sh/#by-engine">Other engines print something else.</a>' in page
    assert "by-engine" not in html(one_step("a"))


def by_engine(**outputs: str) -> list[tuple[str, str]]:
    """Label and printed HTML of a step that prints this on each engine."""
    sourced = {engine: live(one_step("cmd", output)) for engine, output in outputs.items()}
    tabs = make_tabs_by_engine(sourced, "start", ENGLISH, NOW)
    return [(tab.label, "".join(re.findall(r'nd-output-lines">(.*?)</span>', drawn(tab), re.DOTALL))) for tab in tabs]


def test_lines_that_differ_from_the_first_engine_are_marked() -> None:
    """The first engine has none; volatile words make no difference; what is marked is escaped."""
    assert [
        ("new", "same\n3f1a9c0b2d4e\n&lt;a&gt;"),
        ("old", 'same\nb7d2e8f01a3c\n<mark class="nd-diff">&lt;b&gt;</mark>'),
    ] == by_engine(new="same\n3f1a9c0b2d4e\n<a>\n", old="same\nb7d2e8f01a3c\n<b>\n")


def test_an_engine_that_could_not_run_the_step_says_why() -> None:
    """It has a tab all the same."""
    sourced = {"28.5": live(one_step("cmd", "x")), "20.10": live(recording(skipped_reason="no IPv6"))}

    assert "Not run here: no IPv6." in drawn(make_tabs_by_engine(sourced, "start", ENGLISH, NOW)[1])


def test_an_engine_that_is_yet_to_be_recorded_says_so() -> None:
    """With the scenario that will be, and without a date."""
    (tab,) = make_tabs_of_unrecorded([("29", "bridge/default.sh")], ENGLISH)
    page = drawn(tab)

    assert "Not recorded yet on engine 29." in page
    assert ">bridge/default.sh</a>" in page
    assert "<time" not in page


def test_an_engine_with_more_commands_shows_them_all() -> None:
    """Where the first engine has nothing to compare with, every line is its own."""
    longer = recording(StepResult("start", (), (command("a", "1"), command("b", "2"))))
    sourced = {"28.5": live(one_step("a", "1")), "20.10": live(longer)}

    assert '<mark class="nd-diff">2</mark>' in drawn(make_tabs_by_engine(sourced, "start", ENGLISH, NOW)[1])


def test_a_command_that_printed_nothing_has_nothing_marked() -> None:
    """No output has no lines."""
    assert [("new", "x"), ("old", "")] == by_engine(new="x", old="")


@pytest.mark.parametrize("text", ["cat <<END\ntext\n\n", "cat <<END\n"])
def test_a_command_may_end_in_blank_lines(text: str) -> None:
    """A here-document that is never closed goes to the end of its step; bash only warns."""
    assert visible(html(one_step(text))).startswith("$ cat <<END\n> ")


@pytest.mark.parametrize("recorded", [recording(StepResult("start", (), ())), python("")])
def test_a_step_of_claims_alone_shows_no_empty_box(recorded: Recording) -> None:
    """Where there is nothing to type there is nothing to copy."""
    assert "data-copy" not in html(recorded)


def test_recordings_from_elsewhere_cannot_inject() -> None:
    """Names and times of a recording that somebody edited are escaped as well."""
    changes: dict[str, Any] = {"version": "<b>28</b>", "scenario": 'bridge/"><b>.sh'}
    page = html(replace(one_step("a"), **changes))

    outline = Outline()
    outline.feed(page)
    assert set() == outline.classes - TAGS - ATTRIBUTES


def test_many_equal_lines_are_shown_in_no_time() -> None:
    """`yes` fills a recording with them; comparing them all with all takes minutes."""
    began = time.monotonic()
    html(one_step("yes", "y\n" * 6_000))

    assert time.monotonic() - began < 1


@given(st.text())
def test_any_command_makes_a_whole_page(text: str) -> None:
    """A recording that somebody edited may hold what no scenario can: a lone carriage return, half a character."""
    outline = Outline()
    page = html(one_step(text))
    outline.feed(page)

    assert [] == outline.open
    assert page.encode()


def test_what_cannot_be_seen_in_a_command_is_spelt_out() -> None:
    """A carriage return would make two lines of one, a lone surrogate can be in no file."""
    assert visible(html(one_step("a\rb\ud800"))).startswith("$ a\\x0db\\ud800\n")


def test_dialects_are_tabs_as_material_knows_them() -> None:
    """In the HTML of pymdownx.tabbed: a radio button and a label for each, and as many blocks."""
    page = drawn(*make_tabs([live(one_step("a")), live(python("x = 1"))], "start", "console", ENGLISH, NOW))
    soup = BeautifulSoup(page, "html.parser")
    buttons = [button["id"] for button in soup.select(".tabbed-set.tabbed-alternate > input[type=radio]")]

    assert len(set(buttons)) == 2
    assert buttons == [label["for"] for label in soup.select(".tabbed-labels > label")]
    assert ["CLI", "Python"] == [label.text for label in soup.select(".tabbed-labels > label")]
    assert len(soup.select(".tabbed-content > .tabbed-block > .nd-step")) == 2
    assert ["checked", None] == [button.get("checked") for button in soup.select("input")]
