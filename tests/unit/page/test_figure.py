"""Figures: drawn, and in words for pages that are read as plain text."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from factories import recording
from netdocs.errors import AuthorError
from netdocs.page.fences import Request
from netdocs.page.figure import figure_markdown
from netdocs.protocol.snapshot import Capture, Hop, Link, Namespace, PacketTrace, Snapshot
from netdocs.recording.model import StepResult
from netdocs.scenario.parser import parse
from rendering import build_of, convert, page_of, problems

UPLINK = Link("eth0", "veth", addresses=("192.0.2.11/24",), segment="lan")
OTHER = Link("eth0", "veth", addresses=("192.0.2.50/24",), segment="lan")
MACHINES = (Namespace("docker1", "docker1", "machine", (UPLINK,)), Namespace("client", "client", "machine", (OTHER,)))
NETWORK = Capture("picture", Snapshot(MACHINES))
TRACE = Capture(
    "path client 192.0.2.11",
    trace=PacketTrace("client", "192.0.2.11", "192.0.2.11", True, (
        Hop("client", "client", "eth0", "out", "192.0.2.50", "192.0.2.11"),
    )),
)  # fmt: skip
RECORDED = recording(StepResult("start", (), (), (NETWORK, TRACE)))
PICTURE = Request("picture", "bridge/default", "start", "picture")
PATH = Request("path", "bridge/default", "start", "path client 192.0.2.11")
FENCES = (
    '```picture exec="on" session="bridge/default" step="start"\n```\n\n'
    '```path exec="on" session="bridge/default" step="start" from="client" to="192.0.2.11"\n```\n'
)


def test_each_figure_has_ids_of_its_own() -> None:
    """Title and description are found by them."""
    soup = BeautifulSoup(convert(f"{FENCES}\n{FENCES}", build_of(RECORDED)), "html.parser")
    ids = [element["id"] for element in soup.select("svg [id]")]

    assert len(soup.select("figure.nd-figure")) == 4
    assert {"nd-picture-1-title", "nd-picture-2-title", "nd-path-1-title", "nd-path-2-title"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_figure_says_the_same_in_words_and_where_it_is_from() -> None:
    """A reader who cannot see it misses nothing."""
    soup = BeautifulSoup(convert(FENCES, build_of(RECORDED)), "html.parser")
    first, second = soup.select("figure")

    assert "docker1 has eth0" in first.select("details li")[0].text
    assert (
        "Drawn from a network that Docker Engine 28.5.2 made on 23 November 2026" in first.select(".nd-caption")[0].text
    )
    assert "The answer came back to client." == second.select("details li")[-1].text


def test_a_picture_is_told_as_a_title_and_a_list() -> None:
    """Whoever cannot see it reads the same facts."""
    title, blank, *facts = figure_markdown(PICTURE, page_of(build_of(RECORDED))).split("\n")

    assert "**The network after the step “start”, a picture in words:**" == title
    assert blank == ""
    assert facts
    assert all(fact.startswith("- ") for fact in facts)
    assert "eth0" in facts[0]


def test_a_path_is_told_too() -> None:
    """From where it began to whether the answer came back."""
    text = figure_markdown(PATH, page_of(build_of(RECORDED)))

    assert text.startswith("**The way of a packet from client to 192.0.2.11, a picture in words:**")
    assert "192.0.2.50" in text


def test_nothing_run_is_said_with_its_reason() -> None:
    """There is no picture of what did not happen, drawn or in words."""
    skipped = recording(skipped_reason="this kernel has no <ipvlan>")

    assert "Not run here: this kernel has no <ipvlan>." == figure_markdown(PICTURE, page_of(build_of(skipped)))
    assert '<p class="nd-not-run">Not run here: this kernel has no &lt;ipvlan&gt;.</p>' in convert(
        FENCES, build_of(skipped)
    )


DAMAGED_LINK = Link("eth0", "veth", addresses=("192.0.2.11/99",), segment="lan")
DAMAGED_MACHINE = Namespace("docker1", "docker1", "machine", (DAMAGED_LINK,))
DAMAGED_NETWORK = Capture("picture", Snapshot((DAMAGED_MACHINE, MACHINES[1])))
DAMAGED_HOP = Hop("client", "client", "eth0", "out", "192.0.2.50", "192.0.2.11", outer="192.0.2.11")
DAMAGED_TRACE = Capture(TRACE.request, trace=PacketTrace("client", "192.0.2.11", "192.0.2.11", True, (DAMAGED_HOP,)))
SCENARIO = parse("snippets/bridge/default.sh", "# A title.\n\n# %% start\ntrue\n")
DAMAGED = build_of(recording(StepResult("start", (), (), (DAMAGED_NETWORK, DAMAGED_TRACE))), scenarios=(SCENARIO,))


def test_what_cannot_be_drawn_is_told_at_its_step() -> None:
    """File and line of the step, the field that is wrong, and how to get a new recording; all of a page at once."""
    picture, path = problems(FENCES, DAMAGED)

    assert str(picture) == (
        "snippets/bridge/default.sh:3: [picture] of step 'start', recorded on engine 28.5, cannot be drawn\n"
        "  expected: an address with its prefix length, such as 172.17.0.2/16, in addresses of docker1 eth0\n"
        "  actual: '192.0.2.11/99'\n"
        "  hint: play it anew: `make record ENGINE=28.5 ONLY=bridge/default`"
    )
    assert path.location == "snippets/bridge/default.sh:3"
    assert path.actual == "'192.0.2.11'"


@pytest.mark.parametrize("request_", [PICTURE, PATH], ids=["picture", "path"])
def test_what_cannot_be_told_in_words_is_no_traceback(request_: Request) -> None:
    """The page as Markdown is made of the same recording."""
    with pytest.raises(AuthorError, match=r"^snippets/bridge/default\.sh:3: "):
        figure_markdown(request_, page_of(DAMAGED))
